-- Sums hold a unit with all below it, so that what a dashboard costs follows the units shown, not the people
-- below them. A contribution counts for every unit on the path its unit had when it was counted.
create table reporting_path (
  unit_id uuid primary key,
  path ltree not null
);
insert into reporting_path select id, path from unit;

-- The unit itself and all above it: labels of paths are ids without hyphens.
create function units_on_path(path ltree) returns setof uuid
  language sql immutable parallel safe strict rows 5
  return unnest(string_to_array(path::text, '.')::uuid[]);

create temporary table own on commit drop as select * from reporting_course;
truncate reporting_course;
insert into reporting_course
select above.unit_id, o.course_id, o.required, sum(o.enrolled), sum(o.started), sum(o.completed), sum(o.learned_minutes)
from own o join reporting_path p on p.unit_id = o.unit_id, units_on_path(p.path) above (unit_id)
group by 1, 2, 3;
drop table own;

create temporary table own on commit drop as select * from reporting_due;
truncate reporting_due;
insert into reporting_due
select above.unit_id, o.course_id, o.required, o.due_on, sum(o.enrolled), sum(o.started)
from own o join reporting_path p on p.unit_id = o.unit_id, units_on_path(p.path) above (unit_id)
group by 1, 2, 3, 4;
drop table own;

create temporary table own on commit drop as select * from reporting_week;
truncate reporting_week;
insert into reporting_week
select above.unit_id, o.course_id, o.required, o.week, sum(o.completed)
from own o join reporting_path p on p.unit_id = o.unit_id, units_on_path(p.path) above (unit_id)
group by 1, 2, 3, 4;
drop table own;

create temporary table own on commit drop as select * from reporting_unit;
truncate reporting_unit;
insert into reporting_unit
select above.unit_id, sum(o.people), sum(o.trained)
from own o join reporting_path p on p.unit_id = o.unit_id, units_on_path(p.path) above (unit_id)
group by 1;
drop table own;

-- When a unit moves, what its people count for moves along.
create index reporting_enrolment_unit on reporting_enrolment (unit_id);
create index reporting_person_unit on reporting_person (unit_id);
