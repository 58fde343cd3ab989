-- How many forms were sent in a minute, by the digest of who sent them: a person, or a source of the network where
-- nobody is signed in. Counts only: nothing of what was sent.
create table write_count (
  key_digest text primary key,
  minute timestamptz not null,
  writes integer not null
);

grant select, insert, update, delete on write_count to plumbline_app;
