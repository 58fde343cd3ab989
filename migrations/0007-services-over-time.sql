-- A service outlives its registration: where it was registered before, and what became of a double.

-- Where two services of the area turned out to be one, the other leads here.
alter table service add column joined_to uuid references service;
create or replace view service_now with (security_invoker) as select * from service where joined_to is null;

-- Which service a location leads to: its own, or the one that carried it on under another registration.
create table service_location (
  id bigint generated always as identity primary key,
  authority_id text not null references authority,
  location_id text not null references cqc_location,
  service_id uuid not null references service,
  recorded_at timestamptz not null,
  superseded_at timestamptz
);
create unique index service_location_one on service_location (authority_id, location_id) where superseded_at is null;
create index service_location_of_service on service_location (service_id);

alter table service_location enable row level security;
create policy own_authority on service_location
  using (authority_id = any ((select my_authorities())::text[])
    and ((select my_services()) is null or service_id = any ((select my_services())::uuid[])))
  with check (authority_id = any ((select my_authorities())::text[]));

create view service_location_now with (security_invoker) as
  select authority_id, location_id, service_id, recorded_at from service_location where superseded_at is null;

grant select, insert, update on service_location to plumbline_app;
grant select on service_location_now to plumbline_app;
