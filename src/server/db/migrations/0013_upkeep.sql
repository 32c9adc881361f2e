-- What became of each scheduled backup: any process can tell from it how old the newest is.
create table backup_run (
  id uuid primary key,
  -- The moment the backup shows.
  started_at timestamptz not null,
  ended_at timestamptz not null,
  -- Its name in BACKUP_DIR; null when it failed.
  folder text,
  row_count bigint,
  -- In a word for administrators; the server's log says more.
  failure text check (failure in ('no-space', 'no-access', 'other')),
  check ((folder is null) = (failure is not null))
);
create index backup_run_newest on backup_run (started_at desc);
