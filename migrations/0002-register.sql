-- The register of CQC's providers and locations: shared reference data, no row-level security,
-- so that a trigram index can serve the search. No person's name is stored here.

create table cqc_provider (
  id text primary key,
  name text not null,
  detail jsonb not null,
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
  recorded_at timestamptz not null
);
create index cqc_location_of_area on cqc_location (local_authority);

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

grant select, insert, update on cqc_provider, cqc_location, cqc_rating to plumbline_app;
grant select on cqc_location_now, cqc_rating_now to plumbline_app;
