-- Counting the mails of a state stops after the first thousand, and finds them here.
create index mail_state on mail (state, created_at desc);

-- The job roles there are, one probe each: not one row a person.
create index person_job_role on person (job_role) where active and job_role is not null;
