create table quiz_attempt (
  id uuid primary key,
  enrolment_id uuid not null references enrolment (id),
  course_version_id uuid not null references course_version (id),
  number integer not null check (number >= 1),
  -- The paper is drawn from the seed; it is stored too, so that evidence never depends on code.
  seed integer not null,
  paper jsonb not null,
  started_at timestamptz not null,
  submitted_at timestamptz,
  score_share double precision check (score_share between 0 and 1),
  passed boolean,
  pass_mark double precision not null,
  -- Marks per question as given at submission.
  marks jsonb,
  unique (enrolment_id, number),
  check ((submitted_at is null) = (score_share is null)),
  check ((submitted_at is null) = (passed is null))
);
create unique index quiz_attempt_open on quiz_attempt (enrolment_id) where submitted_at is null;
create index quiz_attempt_version on quiz_attempt (course_version_id);

-- Append-only: the newest row of a question counts.
create table quiz_answer (
  id uuid primary key,
  attempt_id uuid not null references quiz_attempt (id),
  question_key text not null,
  response jsonb not null,
  -- Counts up in the browser, so that answers arriving out of order keep their order.
  sequence integer not null,
  answered_at timestamptz not null
);
create index quiz_answer_attempt on quiz_answer (attempt_id, question_key, sequence desc);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name;
end $$;
create trigger quiz_answer_append_only before update or delete on quiz_answer
  for each row execute function refuse_change();
