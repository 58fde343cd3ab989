-- What people state of a service because the policy's criteria read it: the level of need, the last medication audit.
-- Which facts there are, the pack says; each is kept by its key. A new value supersedes the one before it.

create table stated_fact (
  id bigint generated always as identity primary key,
  authority_id text not null references authority,
  service_id uuid not null references service,
  fact text not null,
  -- A text or a number; null where it was said to be not known any more.
  value jsonb check (jsonb_typeof(value) in ('string', 'number')),
  recorded_at timestamptz not null,
  superseded_at timestamptz,
  event_id bigint not null references event
);
create unique index stated_fact_one on stated_fact (service_id, fact) where superseded_at is null;

alter table stated_fact enable row level security;
create policy own_authority on stated_fact
  using (authority_id = any ((select my_authorities())::text[]) and (select my_services()) is null)
  with check (authority_id = any ((select my_authorities())::text[]) and (select my_services()) is null);

create view stated_fact_now with (security_invoker) as select * from stated_fact where superseded_at is null;
create function stated_fact_known(at timestamptz) returns setof stated_fact language sql stable as $$
  select * from stated_fact where recorded_at < at and (superseded_at is null or superseded_at >= at)
$$;

grant select, insert, update on stated_fact to plumbline_app;
grant select on stated_fact_now to plumbline_app;
