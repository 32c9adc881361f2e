-- How many active people work in each unit today, so that the tree of offices counts units and not people.
create table unit_headcount (
  unit_id uuid primary key,
  people integer not null
);
insert into unit_headcount select unit_id, count(*)::int from person where active group by 1;

-- One statement may bring, move or take many people: each unit's change is added once, in an order all keep to.
create function count_heads() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into unit_headcount as h
    select unit_id, count(*)::int from new_people where active group by 1 order by 1
    on conflict (unit_id) do update set people = h.people + excluded.people;
  elsif tg_op = 'DELETE' then
    insert into unit_headcount as h
    select unit_id, -count(*)::int from old_people where active group by 1 order by 1
    on conflict (unit_id) do update set people = h.people + excluded.people;
  else
    insert into unit_headcount as h
    select unit_id, sum(n)::int from (
      select unit_id, 1 as n from new_people where active
      union all select unit_id, -1 from old_people where active
    ) change group by 1 having sum(n) <> 0 order by 1
    on conflict (unit_id) do update set people = h.people + excluded.people;
  end if;
  return null;
end $$;

create trigger person_counted_new after insert on person
  referencing new table as new_people for each statement execute function count_heads();
create trigger person_counted_gone after delete on person
  referencing old table as old_people for each statement execute function count_heads();
create trigger person_counted_moved after update on person
  referencing old table as old_people new table as new_people for each statement execute function count_heads();

-- What began or ended since a day in the past; from today's count back to that day's.
create index person_placement_from on person_placement (valid_from);
create index person_placement_to on person_placement (valid_to) where valid_to is not null;
create index person_deactivated on person (deactivated_at) where deactivated_at is not null;
