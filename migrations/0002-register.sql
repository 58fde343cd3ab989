-- The register of CQC's providers and locations: shared reference data, no row-level security,
-- so that a trigram index can serve the search. No person's name is stored here.

create table cqc_provider (
  id text primary key,
  name text not null,
  detail jsonb not null,
  -- When each of the two was produced, by which source, and what tells two of one day apart. The greatest text stands,
  -- so that the order of imports does not matter.
  name_from text collate "C" not null default '',
  detail_from text collate "C" not null default '',
  recorded_at timestamptz not null
);

create table cqc_location (
  id text primary key,
  provider_id text,
  name text not null,
  local_authority text,
  town text,
  postcode text,
  care_home boolean not null,
  beds integer,
  registered_from date,
  registered_to date,
  service_type text not null,
  manager_in_post boolean,
  -- The location's own rating that stands, for lists; the ratings themselves are in cqc_rating.
  rating_overall text,
  rating_published date,
  -- invented: made up for the demonstration, never to be taken for CQC's own.
  invented boolean not null default false,
  -- The whole record as read, without its ratings: what a page shows beside the columns above.
  detail jsonb not null,
  -- What an import compares, to know a changed record from an unchanged one.
  digest text not null,
  -- One line to search, in lower case.
  search_line text not null generated always as (
    lower(name || ' ' || coalesce(town, '') || ' ' || coalesce(postcode, '') || ' ' || id)
  ) stored,
  recorded_at timestamptz not null
);
create index cqc_location_of_area on cqc_location (local_authority);
-- Every search reads the list of what is not yet in the index: it stays short.
create index cqc_location_search on cqc_location using gin (search_line gin_trgm_ops)
  with (gin_pending_list_limit = 256);

-- Each version of a location, with its ratings as they stood: superseded when an import changes it.
create table cqc_location_version (
  id text not null references cqc_location,
  version integer not null,
  valid jsonb not null,
  recorded_at timestamptz not null,
  superseded_at timestamptz,
  event_id bigint not null references event,
  primary key (id, version)
);

-- The latest that each source says of a location. The register's own row is merged from these, newest first, so that
-- the order of imports does not matter.
create table cqc_knowledge (
  location_id text not null,
  source text not null,
  -- A day, or the moment of a fetch; '' where nothing tells it. Compared as text.
  produced text collate "C" not null,
  -- The digest of the file: of two files of one day the greater stands, and a file may tell of a location in pieces.
  file text collate "C" not null,
  -- Facts, ratings, and days of the latest check and report.
  said jsonb not null,
  -- Its name and postcode by their letters and digits, for what comes without an id.
  match_key text,
  recorded_at timestamptz not null,
  primary key (location_id, source)
);
create index cqc_knowledge_by_match on cqc_knowledge (match_key);

-- What a source says of a location without its id: it counts for every location of that name and postcode.
create table cqc_unidentified (
  match_key text not null,
  source text not null,
  produced text collate "C" not null,
  file text collate "C" not null,
  said jsonb not null,
  recorded_at timestamptz not null,
  primary key (match_key, source)
);

-- One location carried on as another: a move, a new provider, a change of legal entity. Either of the two may tell it.
create table cqc_location_link (
  told_by text not null references cqc_location,
  predecessor_id text not null,
  successor_id text not null,
  reason text,
  primary key (told_by, predecessor_id, successor_id)
);
create index cqc_location_link_of_predecessor on cqc_location_link (predecessor_id);
create index cqc_location_link_of_successor on cqc_location_link (successor_id);

-- How far the register is in step with CQC's API.
create table cqc_sync (
  of text primary key check (of in ('location')),
  state jsonb not null,
  recorded_at timestamptz not null
);

-- Files that were sent by a page to be taken in, how far that is, and what came of it.
create table cqc_import (
  id uuid primary key,
  authority_id text not null references authority,
  person_id text not null,
  -- Each with the name that it was sent under and the name that it is kept under.
  files jsonb not null,
  progress jsonb,
  -- What was done with each file; or why none was taken in.
  report jsonb,
  problem jsonb,
  recorded_at timestamptz not null,
  done_at timestamptz
);
create index cqc_import_of_authority on cqc_import (authority_id, recorded_at desc);

alter table cqc_import enable row level security;
create policy own_authority on cqc_import
  using (authority_id = any ((select my_authorities())::text[]) and (select my_services()) is null)
  with check (authority_id = any ((select my_authorities())::text[]));

-- Ratings as published, each kept as it was known: a change supersedes, nothing is overwritten.
create table cqc_rating (
  id bigint generated always as identity primary key,
  location_id text not null references cqc_location,
  overall text not null,
  published date,
  key_questions jsonb not null,
  service text,
  scheme text not null,
  inherited boolean not null,
  recorded_at timestamptz not null,
  superseded_at timestamptz
);
create index cqc_rating_of_location on cqc_rating (location_id, published desc);

create view cqc_location_now as select * from cqc_location;
create view cqc_rating_now as select * from cqc_rating where superseded_at is null;
create function cqc_rating_known(at timestamptz) returns setof cqc_rating language sql stable as $$
  select * from cqc_rating where recorded_at < at and (superseded_at is null or superseded_at >= at)
$$;

create view cqc_location_link_now as
  select predecessor_id, successor_id, max(reason) as reason from cqc_location_link group by 1, 2;

grant select, insert, update on
  cqc_provider, cqc_location, cqc_location_version, cqc_rating, cqc_knowledge, cqc_unidentified, cqc_sync, cqc_import
  to plumbline_app;
-- A relationship that CQC no longer tells is no relationship.
grant select, insert, delete on cqc_location_link to plumbline_app;
grant select on cqc_location_now, cqc_rating_now, cqc_location_link_now to plumbline_app;
