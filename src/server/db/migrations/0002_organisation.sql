-- The tree as it is today; unit_placement keeps the tree as it was.
create table unit (
  id uuid primary key,
  parent_id uuid references unit (id),
  -- Labels are ids without hyphens, root first: a rename never moves a branch.
  path ltree not null unique,
  kind text not null check (kind in ('country', 'region', 'county', 'county-office', 'municipal-office', 'government-office', 'district-office', 'department')),
  -- Polish municipalities: urban, urban-rural, rural, city with county rights.
  municipality_type text check (municipality_type in ('urban', 'urban-rural', 'rural', 'city')),
  country text not null check (country in ('pl', 'hu')),
  name text not null,
  short_name text not null,
  -- TERYT, or the Hungarian office code; unique within a country.
  code text,
  -- An office has staff and is counted; a region or county only groups.
  is_office boolean not null,
  opened_on date not null,
  closed_on date,
  merged_into_id uuid references unit (id),
  unique (country, code),
  check (closed_on is null or closed_on >= opened_on)
);
create index unit_parent on unit (parent_id);
create index unit_path on unit using gist (path);
create index unit_merged_into on unit (merged_into_id) where merged_into_id is not null;
create index unit_search on unit using gin (search_form(name) gin_trgm_ops);

create table unit_placement (
  id uuid primary key,
  unit_id uuid not null references unit (id),
  parent_id uuid references unit (id),
  path ltree not null,
  name text not null,
  valid_from date not null,
  valid_to date,
  reason text not null default '',
  check (valid_to is null or valid_to > valid_from)
);
create index unit_placement_unit on unit_placement (unit_id, valid_from);
create index unit_placement_parent on unit_placement (parent_id);
create index unit_placement_path on unit_placement using gist (path);
create unique index unit_placement_current on unit_placement (unit_id) where valid_to is null;
