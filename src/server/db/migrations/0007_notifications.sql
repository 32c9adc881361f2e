-- Every mail the system wanted to send, and what became of it.
create table mail (
  id uuid primary key,
  person_id uuid references person (id),
  recipient text not null,
  template text not null,
  language text not null check (language in ('en', 'pl', 'hu')),
  subject text not null,
  body text not null,
  -- kept: no mail server is configured, so an administrator passes it on.
  state text not null check (state in ('queued', 'sent', 'retrying', 'failed', 'kept')),
  attempts integer not null default 0,
  next_attempt_at timestamptz,
  last_error text,
  created_at timestamptz not null default now(),
  sent_at timestamptz,
  -- Two reminders of one thing on one day are one mail.
  once_key text unique
);
create index mail_waiting on mail (next_attempt_at) where state in ('queued', 'retrying');
create index mail_newest on mail (created_at desc, id desc);
create index mail_person on mail (person_id);
create index mail_search on mail using gin (search_form(recipient || ' ' || subject) gin_trgm_ops);
