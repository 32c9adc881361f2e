-- What a group's matrix and a learner's home show of each lesson stands with the enrolment: 400 rows are read
-- for 400 learners, not one for each of their lessons as well.
alter table enrolment
  add column lesson_cells text not null default '',
  add column present_seconds integer not null default 0;

-- One letter a lesson of the enrolment's version, in the order of the lessons' keys, which no revision changes:
-- `d` done, `b` begun, `o` not begun.
create function lesson_cells(enrolment uuid, version uuid) returns text
  language sql stable parallel safe
  return (
    select coalesce(string_agg(
      case when p.lesson_key is null then 'o' when p.completed_at is null then 'b' else 'd' end, ''
      order by l.lesson_key collate "C"), '')
    from lesson l left join lesson_progress p on p.enrolment_id = $1 and p.lesson_key = l.lesson_key
    where l.course_version_id = $2
  );

update enrolment e set lesson_cells = lesson_cells(e.id, e.course_version_id), present_seconds = p.seconds
from (select enrolment_id, least(sum(present_seconds), 2147483647)::int as seconds from lesson_progress group by 1) p
where p.enrolment_id = e.id;
