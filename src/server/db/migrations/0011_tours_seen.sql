-- Ways around the product that this person has taken or declined: offered once, on whatever device.
alter table person add column tours_seen text[] not null default '{}';
