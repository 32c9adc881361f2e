-- Which state of the courses that come with the system was published last: one row.
create table published_content (
  fingerprint text primary key
);
