-- Contracts of an authority: providers and their groups, contracts with every version of them, who leads them, and
-- the files that were sent to be taken in.

-- Who did what and when, for pages of history: without the payload, which is for the council's people only.
create view event_now with (security_invoker) as
  select id, authority_id, kind, subject_kind, subject_id, actor_kind, actor_id, recorded_at from event;

-- The council's own people: who can lead a contract. Accounts of providers are not among them.
create view council_person_now as
  select distinct p.id, p.name, m.authority_id
  from membership m join person p on p.id = m.person_id
  where m.services is null and m.authority_id = any ((select my_authorities())::text[]);

create view cqc_provider_now as select * from cqc_provider;

-- A service that closed stays, with its last day. The view is made anew to show the new columns.
alter table service
  add column ended_on date,
  add column end_reason text,
  add constraint ended_with_reason check (num_nulls(ended_on, end_reason) in (0, 2));
create or replace view service_now with (security_invoker) as select * from service;

-- A group of providers: one name.
create table provider_group (
  id uuid primary key,
  authority_id text not null references authority,
  name text not null,
  recorded_at timestamptz not null,
  event_id bigint not null references event
);
create unique index provider_group_by_name on provider_group (authority_id, lower(name));

-- A provider as the council contracts with it. cqc_id is CQC's, where CQC registers it.
create table provider (
  id uuid primary key,
  authority_id text not null references authority,
  legal_name text not null,
  cqc_id text,
  group_id uuid references provider_group,
  recorded_at timestamptz not null,
  event_id bigint not null references event,
  unique (authority_id, cqc_id)
);
create unique index provider_by_name on provider (authority_id, lower(legal_name));

create table contract (
  id uuid primary key,
  version integer not null,
  authority_id text not null references authority,
  reference text not null,
  -- Deferred: a new service is added by the register's reaction, after the contract, in the same transaction.
  service_id uuid not null references service deferrable initially deferred,
  provider_id uuid not null references provider,
  service_type text not null,
  starts date not null,
  ends date check (ends >= starts),
  specification text,
  funding text not null check (funding in ('council', 'health', 'joint', 'grant', 'self-funded')),
  -- In pence: pounds as a fraction would not add up.
  annual_value bigint check (annual_value >= 0),
  population_basis text not null check (population_basis in ('return', 'capacity', 'stated')),
  population_stated integer check (population_stated > 0),
  permits_suspension boolean not null,
  annual_statement boolean not null,
  kpi_set text,
  -- How it stopped, if it did: its last day may still be to come.
  stopped text check (stopped in ('ended', 'terminated')),
  stopped_on date,
  notice_on date,
  stop_reasons text[],
  stop_note text,
  recorded_at timestamptz not null,
  event_id bigint not null references event,
  constraint stated_with_number check ((population_basis = 'stated') = (population_stated is not null)),
  constraint stopped_wholly_or_not check (num_nulls(stopped, stopped_on, stop_reasons) in (0, 3))
);
create unique index contract_by_reference on contract (authority_id, lower(reference));
create index contract_of_service on contract (service_id);

create table contract_version (
  id uuid not null references contract,
  version integer not null,
  authority_id text not null references authority,
  service_id uuid not null references service deferrable initially deferred,
  -- The terms as they stood in this version, and how the contract stopped.
  valid jsonb not null,
  recorded_at timestamptz not null,
  superseded_at timestamptz,
  event_id bigint not null references event,
  primary key (id, version)
);

-- Who leads a contract, and led it. held_to is the day on which the next one took over.
create table contract_lead (
  id uuid primary key,
  authority_id text not null references authority,
  contract_id uuid not null references contract,
  person_id uuid not null references person,
  held_from date not null,
  held_to date check (held_to >= held_from),
  recorded_at timestamptz not null,
  event_id bigint not null references event
);
create unique index contract_lead_now on contract_lead (contract_id) where held_to is null;

-- The Authorised Officer leads where no lead is named (Wirral 2.4).
create table authorised_officer (
  id uuid primary key,
  authority_id text not null references authority,
  person_id uuid not null references person,
  held_from date not null,
  held_to date check (held_to >= held_from),
  recorded_at timestamptz not null,
  event_id bigint not null references event
);
create unique index authorised_officer_now_one on authorised_officer (authority_id) where held_to is null;

-- A file that was sent, between its preview and the answer: its rows as texts. What came of it stays at its address.
create table contract_upload (
  id uuid primary key,
  authority_id text not null references authority,
  file text not null,
  rows jsonb not null,
  result jsonb,
  recorded_at timestamptz not null,
  done_at timestamptz
);

alter table provider_group enable row level security;
create policy own_authority on provider_group
  using (authority_id = any ((select my_authorities())::text[]) and (select my_services()) is null)
  with check (authority_id = any ((select my_authorities())::text[]));

alter table provider enable row level security;
create policy own_authority on provider
  using (authority_id = any ((select my_authorities())::text[]) and (select my_services()) is null)
  with check (authority_id = any ((select my_authorities())::text[]));

alter table contract enable row level security;
create policy own_authority on contract
  using (authority_id = any ((select my_authorities())::text[]) and (select my_services()) is null)
  with check (authority_id = any ((select my_authorities())::text[]));

alter table contract_version enable row level security;
create policy own_authority on contract_version
  using (authority_id = any ((select my_authorities())::text[]) and (select my_services()) is null)
  with check (authority_id = any ((select my_authorities())::text[]));

alter table contract_lead enable row level security;
create policy own_authority on contract_lead
  using (authority_id = any ((select my_authorities())::text[]) and (select my_services()) is null)
  with check (authority_id = any ((select my_authorities())::text[]));

alter table authorised_officer enable row level security;
create policy own_authority on authorised_officer
  using (authority_id = any ((select my_authorities())::text[]) and (select my_services()) is null)
  with check (authority_id = any ((select my_authorities())::text[]));

alter table contract_upload enable row level security;
create policy own_authority on contract_upload
  using (authority_id = any ((select my_authorities())::text[]) and (select my_services()) is null)
  with check (authority_id = any ((select my_authorities())::text[]));

create view provider_now with (security_invoker) as
  select p.*, g.name as group_name from provider p left join provider_group g on g.id = p.group_id;

-- lead_id: the named lead, or else the Authorised Officer; lead_named says which.
create view contract_now with (security_invoker) as
  select c.*, p.legal_name as provider_name, p.group_name, coalesce(l.person_id, o.person_id) as lead_id,
    (l.person_id is not null) as lead_named, l.held_from as lead_from
  from contract c
    join provider_now p on p.id = c.provider_id
    left join contract_lead l on l.contract_id = c.id and l.held_to is null
    left join authorised_officer o on o.authority_id = c.authority_id and o.held_to is null;

create function contract_known(at timestamptz) returns setof contract_version language sql stable as $$
  select * from contract_version where recorded_at < at and (superseded_at is null or superseded_at >= at)
$$;

grant select, insert, update on
  provider_group, provider, contract, contract_version, contract_lead, authorised_officer, contract_upload
  to plumbline_app;
grant select on event_now, council_person_now, cqc_provider_now, provider_now, contract_now to plumbline_app;
