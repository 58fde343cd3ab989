-- Services of an authority, and the intelligence about them.

create table service (
  id uuid primary key,
  authority_id text not null references authority,
  location_id text references cqc_location,
  name text not null,
  service_type text not null,
  -- False: it stands in the area, the council has no contract with it.
  commissioned boolean not null,
  -- True: made up for the demonstration. Intelligence may be invented for these only.
  invented boolean not null default false,
  provider_name text,
  place text,
  postcode text,
  population integer check (population > 0),
  population_basis text,
  contract_lead_id uuid references person,
  recorded_at timestamptz not null,
  unique (authority_id, location_id)
);
create index service_of_authority on service (authority_id, name);
create index service_of_location on service (location_id);

-- One line to search: name, place, postcode and ids, in lower case.
alter table service add column search text not null generated always as (
  lower(name || ' ' || coalesce(place, '') || ' ' || coalesce(postcode, '') || ' ' || coalesce(location_id, '')
    || ' ' || coalesce(provider_name, ''))
) stored;

-- A kind of intelligence that the council declares as collected, from a day on. Silence is not zero:
-- without a row here, no intelligence of a kind is "unknown", never none (WA2).
create table intelligence_feed (
  authority_id text not null references authority,
  kind text not null,
  collected_from date not null,
  recorded_at timestamptz not null,
  superseded_at timestamptz,
  primary key (authority_id, kind, recorded_at)
);

-- Intelligence: references, dates, kinds and outcomes. No case narrative, no names of people who use
-- services. "occurred" is when it happened, "recorded_at" when it was known.
create table intelligence (
  id uuid primary key,
  authority_id text not null references authority,
  service_id uuid not null references service,
  version integer not null,
  kind text not null,
  occurred date not null,
  concluded date,
  progressed boolean,
  outcome text,
  reference text,
  summary text,
  recorded_at timestamptz not null,
  event_id bigint not null references event
);
create index intelligence_of_service on intelligence (service_id, kind, occurred);

create table intelligence_version (
  id uuid not null references intelligence,
  version integer not null,
  authority_id text not null references authority,
  service_id uuid not null references service,
  -- What held in this version: its days, kind and outcome, as the fact stood.
  valid jsonb not null,
  recorded_at timestamptz not null,
  superseded_at timestamptz,
  event_id bigint not null references event,
  primary key (id, version)
);
create index intelligence_version_of_service on intelligence_version (service_id, recorded_at);

alter table service enable row level security;
create policy own_authority on service
  using (authority_id = any ((select my_authorities())::text[])
    and ((select my_services()) is null or id = any ((select my_services())::uuid[])))
  with check (authority_id = any ((select my_authorities())::text[]));

alter table intelligence_feed enable row level security;
create policy own_authority on intelligence_feed
  using (authority_id = any ((select my_authorities())::text[]))
  with check (authority_id = any ((select my_authorities())::text[]));

alter table intelligence enable row level security;
create policy own_authority on intelligence
  using (authority_id = any ((select my_authorities())::text[])
    and (select my_services()) is null)
  with check (authority_id = any ((select my_authorities())::text[]));

alter table intelligence_version enable row level security;
create policy own_authority on intelligence_version
  using (authority_id = any ((select my_authorities())::text[])
    and (select my_services()) is null)
  with check (authority_id = any ((select my_authorities())::text[]));

-- A provider's account sees its own services, and no intelligence: that is the council's people's only.

-- What other terms read. security_invoker: the reader's row-level security holds, not the owner's.
create view service_now with (security_invoker) as select * from service;
create view intelligence_now with (security_invoker) as select * from intelligence;
create view intelligence_feed_now with (security_invoker) as
  select * from intelligence_feed where superseded_at is null;

-- The facts as they were known at an instant: each in the version that stood then.
create function intelligence_known(at timestamptz) returns table (
  id uuid, version integer, authority_id text, service_id uuid, kind text, occurred date, concluded date,
  progressed boolean, outcome text, reference text, summary text, recorded_at timestamptz, first_recorded_at timestamptz
) language sql stable as $$
  select v.id, v.version, v.authority_id, v.service_id,
    v.valid ->> 'kind', (v.valid ->> 'occurred')::date, (v.valid ->> 'concluded')::date,
    (v.valid ->> 'progressed')::boolean, v.valid ->> 'outcome', v.valid ->> 'reference', v.valid ->> 'summary',
    v.recorded_at, (select min(f.recorded_at) from intelligence_version f where f.id = v.id)
  from intelligence_version v
  where v.recorded_at < at and (v.superseded_at is null or v.superseded_at >= at)
$$;

grant select, insert, update on service, intelligence, intelligence_version, intelligence_feed to plumbline_app;
grant select on service_now, intelligence_now, intelligence_feed_now to plumbline_app;
