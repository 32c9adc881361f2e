-- Tells every process at commit that what it may have kept of these tables is old: src/server/memory.ts.
create function tell_change() returns trigger language plpgsql as $$
begin
  perform pg_notify('officina_changes', tg_argv[0]);
  return null;
end $$;

create trigger auth_session_ended after delete on auth_session
  for each statement execute function tell_change('session');
-- Every session is prolonged once a day; that alone ends none.
create trigger auth_session_changed after update on auth_session for each row
  when (new.token <> old.token or new.person_id <> old.person_id or new.expires_at < old.expires_at)
  execute function tell_change('session');
create trigger person_changed
  after delete or update of active, display_name, email, language, unit_id on person
  for each statement execute function tell_change('session');
create trigger role_grant_changed after insert or update or delete on role_grant
  for each statement execute function tell_change('session');
create trigger unit_moved after update of path or delete on unit
  for each statement execute function tell_change('session');

create trigger course_changed after insert or update or delete on course
  for each statement execute function tell_change('course');
create trigger course_version_changed after insert or update or delete on course_version
  for each statement execute function tell_change('course');
