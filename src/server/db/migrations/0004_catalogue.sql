-- What the catalogue shows and searches: the newest revision of the newest version.
create table course (
  id text primary key check (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  title jsonb not null,
  subtitle jsonb not null,
  summary jsonb not null,
  topics text[] not null,
  audience text[] not null,
  languages text[] not null,
  minutes integer not null check (minutes > 0),
  lesson_count integer not null check (lesson_count > 0),
  legal_state date not null,
  figure text,
  -- Title, summary, outcomes and lesson titles of all languages in search_form.
  search_text text not null,
  current_version_id uuid not null,
  withdrawn_at timestamptz
);
create index course_search on course using gin (search_text gin_trgm_ops);
create index course_topics on course using gin (topics);
create index course_audience on course using gin (audience);

create table course_version (
  id uuid primary key,
  course_id text not null references course (id) deferrable initially deferred,
  number integer not null check (number >= 1),
  -- Editorial changes of one version; learners of the version read the newest.
  revision integer not null check (revision >= 1),
  content_hash text not null,
  published_at timestamptz not null,
  -- Facts in every language: completion rule, quiz rules, sources, outcomes, introduction.
  facts jsonb not null,
  unique (course_id, number)
);
create index course_version_course on course_version (course_id);
alter table course add constraint course_current_version foreign key (current_version_id)
  references course_version (id) deferrable initially deferred;
create index course_current_version_id on course (current_version_id);

create table lesson (
  course_version_id uuid not null references course_version (id),
  lesson_key text not null,
  position integer not null,
  minutes integer not null,
  title jsonb not null,
  primary key (course_version_id, lesson_key)
);

create table lesson_text (
  course_version_id uuid not null,
  lesson_key text not null,
  language text not null check (language in ('en', 'pl', 'hu')),
  content_hash text not null,
  document jsonb not null,
  primary key (course_version_id, lesson_key, language),
  foreign key (course_version_id, lesson_key) references lesson (course_version_id, lesson_key)
);

create table question (
  course_version_id uuid not null references course_version (id),
  question_key text not null,
  position integer not null,
  type text not null,
  lesson_key text not null,
  -- By language; nothing here helps to mark.
  shown jsonb not null,
  primary key (course_version_id, question_key),
  foreign key (course_version_id, lesson_key) references lesson (course_version_id, lesson_key)
);
create index question_lesson on question (course_version_id, lesson_key);

-- Right answers and reasons: read by marking and by reviews of submitted attempts only.
create table question_key (
  course_version_id uuid not null,
  question_key text not null,
  key jsonb not null,
  primary key (course_version_id, question_key),
  foreign key (course_version_id, question_key) references question (course_version_id, question_key)
);

-- What a revision replaced stays readable.
create table course_revision (
  course_version_id uuid not null references course_version (id),
  revision integer not null,
  content_hash text not null,
  published_at timestamptz not null,
  compiled jsonb not null,
  primary key (course_version_id, revision)
);
