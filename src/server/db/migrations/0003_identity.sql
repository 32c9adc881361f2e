create table person (
  id uuid primary key,
  -- Key of the personnel system; imports meet people again by it.
  external_id text unique,
  given_name text not null,
  family_name text not null,
  -- In the order of the person's own language: "Anna Mazur", "Kovács Eszter".
  display_name text not null,
  sort_name text not null,
  -- Lower case always: sign-in, import and single sign-on meet a person by it.
  email text not null check (email = lower(email)),
  email_verified boolean not null default false,
  language text not null default 'en' check (language in ('en', 'pl', 'hu')),
  appearance jsonb not null default '{}',
  unit_id uuid not null references unit (id),
  job_role text,
  hired_on date,
  active boolean not null default true,
  deactivated_at timestamptz,
  two_factor_enabled boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create unique index person_email on person (email);
create index person_unit on person (unit_id, sort_name, id);
-- Lists are ordered as the reader's language orders names.
create index person_sort_polish on person (sort_name collate "polish", id);
create index person_sort_hungarian on person (sort_name collate "hungarian", id);
create index person_search on person using gin (search_form(display_name || ' ' || email) gin_trgm_ops);

-- Where a person worked and when. valid_to is the first day she was no longer there.
-- The open row equals person.unit_id; who is deactivated has none.
create table person_placement (
  id uuid primary key,
  person_id uuid not null references person (id),
  unit_id uuid not null references unit (id),
  valid_from date not null,
  valid_to date,
  check (valid_to is null or valid_to >= valid_from)
);
create index person_placement_person on person_placement (person_id);
create index person_placement_unit on person_placement (unit_id);
create unique index person_placement_current on person_placement (person_id) where valid_to is null;

-- valid_to is the first day the role no longer holds: ending it today takes effect at once.
create table role_grant (
  id uuid primary key,
  person_id uuid not null references person (id),
  role text not null,
  unit_id uuid not null references unit (id),
  valid_from date not null,
  valid_to date,
  granted_by uuid references person (id),
  reason text not null default '',
  created_at timestamptz not null default now(),
  check (valid_to is null or valid_to >= valid_from)
);
create index role_grant_person on role_grant (person_id);
create index role_grant_unit on role_grant (unit_id, role);
create index role_grant_granted_by on role_grant (granted_by);

-- better-auth's own tables; its user table is person.
create table auth_session (
  id uuid primary key,
  person_id uuid not null references person (id) on delete cascade,
  token text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index auth_session_person on auth_session (person_id);

create table auth_account (
  id uuid primary key,
  person_id uuid not null references person (id) on delete cascade,
  account_id text not null,
  provider_id text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (provider_id, account_id)
);
create index auth_account_person on auth_account (person_id);

create table auth_verification (
  id uuid primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index auth_verification_identifier on auth_verification (identifier);

create table auth_two_factor (
  id uuid primary key,
  person_id uuid not null references person (id) on delete cascade,
  secret text not null,
  backup_codes text not null,
  verified boolean not null default true,
  failed_verification_count integer not null default 0,
  locked_until timestamptz
);
create index auth_two_factor_person on auth_two_factor (person_id);

create table auth_passkey (
  id uuid primary key,
  name text,
  public_key text not null,
  person_id uuid not null references person (id) on delete cascade,
  credential_id text not null unique,
  counter integer not null,
  device_type text not null,
  backed_up boolean not null,
  transports text,
  aaguid text,
  created_at timestamptz default now()
);
create index auth_passkey_person on auth_passkey (person_id);

create table auth_rate_limit (
  id uuid primary key,
  key text not null unique,
  count integer not null,
  last_request bigint not null
);

-- Who took which people's data out of the system.
create table export_log (
  id uuid primary key,
  at timestamptz not null default now(),
  person_id uuid not null references person (id),
  what text not null,
  unit_id uuid not null references unit (id),
  row_count integer not null,
  format text not null
);
create index export_log_unit on export_log (unit_id, at desc);
create index export_log_person on export_log (person_id, at desc);

create table people_import (
  id uuid primary key,
  created_by uuid not null references person (id),
  created_at timestamptz not null default now(),
  file_name text not null,
  unit_id uuid not null references unit (id),
  state text not null check (state in ('uploaded', 'checking', 'checked', 'applying', 'applied', 'failed', 'discarded')),
  columns jsonb not null,
  mapping jsonb not null default '{}',
  total_rows integer not null,
  done_rows integer not null default 0,
  summary jsonb not null default '{}',
  applied_at timestamptz
);
create index people_import_created_by on people_import (created_by, created_at desc);
create index people_import_unit on people_import (unit_id);

create table people_import_row (
  import_id uuid not null references people_import (id) on delete cascade,
  row_number integer not null,
  cells jsonb not null,
  faults jsonb not null default '[]',
  outcome text check (outcome in ('create', 'update', 'unchanged', 'faulty')),
  primary key (import_id, row_number)
);
