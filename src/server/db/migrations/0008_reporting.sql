-- What each enrolment last added to the sums below; taken back before the new contribution is added,
-- so that sums never drift and any batch may be repeated.
create table reporting_enrolment (
  enrolment_id uuid primary key,
  person_id uuid not null,
  unit_id uuid not null,
  course_id text not null,
  required boolean not null,
  -- enrolled, started or completed; withdrawn and released ones leave the sums.
  state text not null,
  due_on date,
  completed_on date,
  learned_minutes integer not null
);
create index reporting_enrolment_person on reporting_enrolment (person_id);
create index reporting_enrolment_completed on reporting_enrolment (completed_on, unit_id) where completed_on is not null;

-- Own people of a unit only; what stands above adds its subtree when it is read.
create table reporting_course (
  unit_id uuid not null,
  course_id text not null,
  required boolean not null,
  enrolled integer not null,
  started integer not null,
  completed integer not null,
  learned_minutes integer not null,
  primary key (unit_id, course_id, required)
);

-- Open enrolments by due date: what is overdue follows from today's date when it is read.
create table reporting_due (
  unit_id uuid not null,
  course_id text not null,
  required boolean not null,
  due_on date not null,
  enrolled integer not null,
  started integer not null,
  primary key (unit_id, course_id, required, due_on)
);

-- Completions by the Monday of their week.
create table reporting_week (
  unit_id uuid not null,
  course_id text not null,
  required boolean not null,
  week date not null,
  completed integer not null,
  primary key (unit_id, week, course_id, required)
);

create table reporting_person (
  person_id uuid primary key,
  unit_id uuid not null,
  -- Has completed at least one course.
  trained boolean not null
);

create table reporting_unit (
  unit_id uuid primary key,
  people integer not null,
  trained integer not null
);
