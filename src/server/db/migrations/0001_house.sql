create extension if not exists ltree;
create extension if not exists unaccent;
create extension if not exists pg_trgm;

create collation if not exists polish (provider = icu, locale = 'pl');
create collation if not exists hungarian (provider = icu, locale = 'hu');

-- unaccent() is only stable, so it cannot stand in an index; this one names its dictionary and can.
create function search_form(value text) returns text
  language sql immutable parallel safe strict
  return lower(public.unaccent('public.unaccent'::regdictionary, value));

-- Facts that left a slice, in the transaction that made them true.
create table outbox (
  id bigint generated always as identity primary key,
  -- A reader takes only facts of transactions older than every open one, so none is skipped.
  transaction_id xid8 not null default pg_current_xact_id(),
  type text not null,
  payload jsonb not null,
  occurred_at timestamptz not null default now()
);
create index outbox_order on outbox (transaction_id, id);

create table outbox_cursor (
  consumer text primary key,
  transaction_id xid8 not null default '0',
  last_id bigint not null default 0
);

-- Who changed what: written in the same transaction as the change, never updated.
create table audit (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  actor_id uuid,
  action text not null,
  subject_kind text not null,
  subject_id text not null,
  unit_id uuid,
  detail jsonb not null default '{}',
  request_id text
);
create index audit_subject on audit (subject_kind, subject_id, at desc);
create index audit_actor on audit (actor_id, at desc);
