-- One person on one course, once at a time; what happened to it is in enrolment_event.
create table enrolment (
  id uuid primary key,
  person_id uuid not null references person (id),
  course_id text not null references course (id),
  course_version_id uuid not null references course_version (id),
  state text not null check (state in ('enrolled', 'started', 'completed', 'withdrawn', 'released')),
  origin text not null check (origin in ('self', 'trainer', 'assignment')),
  assignment_id uuid,
  group_id uuid,
  required boolean not null default false,
  due_on date,
  enrolled_at timestamptz not null,
  started_at timestamptz,
  completed_at timestamptz,
  ended_at timestamptz,
  last_seen_at timestamptz,
  last_lesson_key text,
  -- Place in the last lesson: block index and share of the block, so that any screen finds it, with its stamp.
  last_position jsonb,
  lessons_done integer not null default 0,
  lessons_total integer not null,
  quiz_passed_at timestamptz,
  quiz_best_share double precision check (quiz_best_share between 0 and 1)
);
-- An open or completed enrolment is unique; withdrawn and released ones stay as history.
create unique index enrolment_current on enrolment (person_id, course_id) where state in ('enrolled', 'started', 'completed');
create index enrolment_person on enrolment (person_id);
create index enrolment_course on enrolment (course_id, person_id);
create index enrolment_version on enrolment (course_version_id);
create index enrolment_due on enrolment (due_on) where state in ('enrolled', 'started') and due_on is not null;

create table enrolment_event (
  id uuid primary key,
  enrolment_id uuid not null references enrolment (id),
  at timestamptz not null,
  type text not null,
  actor_id uuid references person (id),
  detail jsonb not null default '{}'
);
create index enrolment_event_enrolment on enrolment_event (enrolment_id, at);
create index enrolment_event_actor on enrolment_event (actor_id);

create table lesson_progress (
  enrolment_id uuid not null references enrolment (id),
  lesson_key text not null,
  first_opened_at timestamptz not null,
  completed_at timestamptz,
  -- Place of reading: block index and share of the block, with the stamp of the save that set it.
  position jsonb,
  -- Seconds the page was present and active: a hint to trainers, never proof.
  present_seconds integer not null default 0,
  -- Checklists ticked and knowledge checks tried, by block id.
  block_state jsonb not null default '{}',
  updated_at timestamptz not null,
  primary key (enrolment_id, lesson_key)
);

-- Saves that were acknowledged, so that one sent again counts once.
create table progress_receipt (
  id uuid primary key,
  enrolment_id uuid not null references enrolment (id),
  received_at timestamptz not null default now()
);
create index progress_receipt_enrolment on progress_receipt (enrolment_id);

create table note (
  id uuid primary key,
  person_id uuid not null references person (id),
  course_id text not null references course (id),
  lesson_key text not null,
  kind text not null check (kind in ('note', 'highlight', 'reflection')),
  -- Highlights: block index, character range and the words themselves, to find them in another version.
  anchor jsonb,
  body text not null default '',
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index note_person on note (person_id, course_id, lesson_key);
create index note_course on note (course_id);

create table learning_group (
  id uuid primary key,
  unit_id uuid not null references unit (id),
  name text not null,
  course_id text not null references course (id),
  trainer_id uuid not null references person (id),
  starts_on date not null,
  due_on date,
  closed_at timestamptz,
  created_at timestamptz not null default now()
);
create index learning_group_unit on learning_group (unit_id);
create index learning_group_trainer on learning_group (trainer_id);
create index learning_group_course on learning_group (course_id);

create table group_member (
  group_id uuid not null references learning_group (id),
  person_id uuid not null references person (id),
  enrolment_id uuid not null references enrolment (id),
  joined_at timestamptz not null,
  left_at timestamptz,
  primary key (group_id, person_id)
);
create index group_member_person on group_member (person_id);
create index group_member_enrolment on group_member (enrolment_id);

-- A course for everyone in a unit (or everyone there with a job role): who joins gets it, who leaves is released.
create table assignment (
  id uuid primary key,
  course_id text not null references course (id),
  unit_id uuid not null references unit (id),
  job_role text,
  due_on date,
  -- For people who join after the assignment was made: days from the day they join.
  due_days_after_joining integer check (due_days_after_joining between 1 and 730),
  created_by uuid not null references person (id),
  created_at timestamptz not null,
  ended_at timestamptz
);
create unique index assignment_current on assignment (course_id, unit_id, coalesce(job_role, '')) where ended_at is null;
create index assignment_unit on assignment (unit_id);
create index assignment_course on assignment (course_id);
create index assignment_created_by on assignment (created_by);

alter table enrolment
  add constraint enrolment_assignment foreign key (assignment_id) references assignment (id),
  add constraint enrolment_group foreign key (group_id) references learning_group (id);
create index enrolment_assignment_id on enrolment (assignment_id);
create index enrolment_group_id on enrolment (group_id);
