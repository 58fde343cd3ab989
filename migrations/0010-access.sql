-- Who may see and write what: memberships of providers and partner agencies, and policies that confine what is written.

-- The person who asks; null for the system and for nobody. Set by the unit of work, as the other two are.
create function my_person() returns uuid language plpgsql stable as $$
declare given text := current_setting('plumbline.person', true);
begin
  if given is null or given = '' then
    raise exception 'no unit of work: the database was asked without saying for whom'
      using errcode = 'insufficient_privilege', hint = 'Run the query inside unitOfWork().';
  end if;
  if given = 'nobody' then return null; end if;
  return given::uuid;
end $$;

-- What a person is for a provider or a group, in the eyes of one council: a registered manager or contributor of one
-- service, or a group lead of all services of a provider or a group. It opens a service only as long as the provider
-- runs it (service_provider_on), so a service that moves to another provider leaves with its records.
create table provider_membership (
  id uuid primary key,
  authority_id text not null references authority,
  person_id uuid not null references person,
  role text not null,
  -- One of the two. The group is for whoever leads several providers.
  provider_id uuid,
  group_id uuid,
  -- Null for a group lead: every service of the provider or the group.
  service_id uuid,
  begins_on date not null,
  -- The last day; null is open.
  ends_on date,
  recorded_at timestamptz not null,
  -- Null where it was carried over from a version without these events.
  event_id bigint references event,
  constraint provider_or_group check (num_nonnulls(provider_id, group_id) = 1),
  constraint group_lead_of_all check ((role = 'group-lead') = (service_id is null))
);
create index provider_membership_of_person on provider_membership (person_id);
create index provider_membership_of_service on provider_membership (service_id);
create index provider_membership_of_authority on provider_membership (authority_id);

-- A person of a partner agency: an ICB, an NHS trust, CQC. Sees what is shared with the agency, and no case row.
create table partner_membership (
  person_id uuid not null references person,
  authority_id text not null references authority,
  role text not null,
  agency text not null,
  ends_on date,
  recorded_at timestamptz not null,
  primary key (person_id, authority_id, role)
);
create index partner_membership_of_authority on partner_membership (authority_id);

-- Whoever acts for a provider acts for no one council.
alter table session alter column authority_id drop not null;

-- Accounts of providers stood among the council's until now, with a list of their services.
insert into provider_membership
  (id, authority_id, person_id, role, provider_id, service_id, begins_on, recorded_at)
select gen_random_uuid(), m.authority_id, m.person_id, m.role, c.provider_id, c.service_id, m.recorded_at::date, m.recorded_at
from membership m
  cross join lateral (
    select distinct on (service_id) service_id, provider_id from contract
    where service_id = any (m.services) order by service_id, starts desc
  ) c
where m.services is not null;
delete from membership where services is not null;

-- Views read with their reader's rights: these last ones too.
create or replace view council_person_now with (security_invoker) as
  select distinct p.id, p.name, m.authority_id
  from membership m join person p on p.id = m.person_id
  where m.authority_id = any ((select my_authorities())::text[]);
alter table membership drop column services;
alter view cqc_location_now set (security_invoker = true);
alter view cqc_rating_now set (security_invoker = true);
alter view cqc_provider_now set (security_invoker = true);
alter view cqc_location_link_now set (security_invoker = true);

-- Which provider runs each service on a day: the contract in force that began last says so; where there is none, CQC's
-- register does. The same order as decidingContract() in core.
create function service_provider_on(day date)
returns table (service_id uuid, authority_id text, provider_id uuid, group_id uuid)
language sql stable as $$
  select s.id, s.authority_id, p.id, p.group_id
  from service s
    cross join lateral (
      select coalesce(
        (select c.provider_id from contract c
          where c.service_id = s.id and c.starts <= day and (c.stopped_on is null or c.stopped_on >= day)
          order by c.starts desc, c.reference limit 1),
        (select r.id from cqc_location l join provider r on r.cqc_id = l.provider_id
          where l.id = s.location_id and r.authority_id = s.authority_id)
      ) as id
    ) runs
    join provider p on p.id = runs.id
  where s.joined_to is null
$$;

-- The services that a person of a provider sees on a day: each under the membership that names it, or under that of a
-- group lead, as long as the provider of the membership runs it. It is asked on every request, so its order is fixed: from
-- the person's few memberships to the services that are possible, and from each of those to who runs it. Left to the
-- planner, with statistics of yesterday, it began with every service of the council: 1.8 s instead of 1 ms.
create function services_of_person(asking uuid, day date)
returns table (service_id uuid, authority_id text, role text, membership_id uuid) language sql stable as $$
  with mine as materialized (
    select m.id, m.authority_id, m.role, m.provider_id, m.group_id, m.service_id
    from provider_membership m
    where m.person_id = asking and m.begins_on <= day and (m.ends_on is null or m.ends_on >= day)
  ), led as materialized (
    select mine.id, mine.authority_id, p.id as provider_id, p.cqc_id
    from mine join provider p
      on p.authority_id = mine.authority_id and (p.id = mine.provider_id or p.group_id = mine.group_id)
    where mine.service_id is null
  ), possible as materialized (
    select mine.id, mine.service_id from mine where mine.service_id is not null
    union
    select led.id, c.service_id from led join contract c on c.provider_id = led.provider_id
    union
    select led.id, s.id
    from led join cqc_location l on l.provider_id = led.cqc_id
      join service s on s.location_id = l.id and s.authority_id = led.authority_id
  )
  select runs.service_id, runs.authority_id, mine.role, mine.id
  from possible join mine on mine.id = possible.id
    cross join lateral (
      select r.* from service_provider_on(day) r where r.service_id = possible.service_id offset 0
    ) runs
  where runs.authority_id = mine.authority_id
    and (runs.provider_id = mine.provider_id or runs.group_id = mine.group_id)
$$;
create index contract_of_provider on contract (provider_id);
create index cqc_location_of_provider on cqc_location (provider_id);

-- Everything that anybody is, on whichever side: how a session learns for whom a person may act. One row a service for
-- the people of a provider.
create view member_now with (security_invoker) as
  select person_id, authority_id, role, 'council' as side, null::text as agency, null::date as begins_on,
    null::date as ends_on, recorded_at, null::uuid as membership_id, null::uuid as provider_id, null::uuid as group_id,
    null::uuid as service_id
  from membership
  union all
  select person_id, authority_id, role, 'provider', null, begins_on, ends_on, recorded_at, id, provider_id, group_id,
    service_id
  from provider_membership
  union all
  select person_id, authority_id, role, 'partner', agency, null, ends_on, recorded_at, null, null, null, null
  from partner_membership;

-- A council sees the memberships that it vouches for; people of a provider see those of their services, and their own.
-- Before anyone is known, and across councils, they are read in the room of accounts: a session learns there for whom a
-- person may act. Nobody of a provider makes anybody one of a council's own people.
alter table membership enable row level security;
create policy own_authority on membership
  using ((select my_room()) = 'accounts'
    or (authority_id = any ((select my_authorities())::text[]) and (select my_services()) is null))
  with check (authority_id = any ((select my_authorities())::text[]) and (select my_services()) is null);

alter table provider_membership enable row level security;
create policy own_authority on provider_membership
  using ((select my_room()) = 'accounts'
    or (authority_id = any ((select my_authorities())::text[])
      and ((select my_services()) is null or service_id = any ((select my_services())::uuid[])
        or person_id = (select my_person()))))
  with check (authority_id = any ((select my_authorities())::text[])
    and ((select my_services()) is null or service_id = any ((select my_services())::uuid[])));

alter table partner_membership enable row level security;
create policy own_authority on partner_membership
  using ((select my_room()) = 'accounts'
    or (authority_id = any ((select my_authorities())::text[])
      and ((select my_services()) is null or person_id = (select my_person()))))
  with check (authority_id = any ((select my_authorities())::text[]) and (select my_services()) is null);

grant select, insert, update on provider_membership, partner_membership to plumbline_app;
grant select on member_now to plumbline_app;

-- What a provider's or partner's account may not read, it may not write either; until now only the authority was
-- compared. Whoever may read a service of their own still does not change it.
alter policy own_authority on service
  with check (authority_id = any ((select my_authorities())::text[]) and (select my_services()) is null);
alter policy own_authority on service_location
  with check (authority_id = any ((select my_authorities())::text[]) and (select my_services()) is null);
alter policy own_authority on intelligence
  with check (authority_id = any ((select my_authorities())::text[]) and (select my_services()) is null);
alter policy own_authority on intelligence_version
  with check (authority_id = any ((select my_authorities())::text[]) and (select my_services()) is null);
alter policy own_authority on intelligence_feed
  using (authority_id = any ((select my_authorities())::text[]) and (select my_services()) is null)
  with check (authority_id = any ((select my_authorities())::text[]) and (select my_services()) is null);
alter policy own_authority on rating_proposal
  with check (authority_id = any ((select my_authorities())::text[]) and (select my_services()) is null);
alter policy own_authority on work_item
  with check (authority_id = any ((select my_authorities())::text[]) and (select my_services()) is null);
alter policy own_authority on visit
  with check (authority_id = any ((select my_authorities())::text[]) and (select my_services()) is null);
alter policy own_authority on visit_answer
  with check (authority_id = any ((select my_authorities())::text[]) and (select my_services()) is null);
alter policy own_authority on cqc_import
  with check (authority_id = any ((select my_authorities())::text[]) and (select my_services()) is null);
alter policy own_authority on provider_group
  with check (authority_id = any ((select my_authorities())::text[]) and (select my_services()) is null);
alter policy own_authority on provider
  with check (authority_id = any ((select my_authorities())::text[]) and (select my_services()) is null);
alter policy own_authority on contract
  with check (authority_id = any ((select my_authorities())::text[]) and (select my_services()) is null);
alter policy own_authority on contract_version
  with check (authority_id = any ((select my_authorities())::text[]) and (select my_services()) is null);
alter policy own_authority on contract_lead
  with check (authority_id = any ((select my_authorities())::text[]) and (select my_services()) is null);
alter policy own_authority on authorised_officer
  with check (authority_id = any ((select my_authorities())::text[]) and (select my_services()) is null);
alter policy own_authority on contract_upload
  with check (authority_id = any ((select my_authorities())::text[]) and (select my_services()) is null);

-- That a concern was recorded about a service is told by its event: people of a provider see their own events only.
alter policy own_authority on event
  using ((authority_id is null or authority_id = any ((select my_authorities())::text[]))
    and ((select my_services()) is null or actor_id = (select my_person())::text))
  with check ((authority_id is null or authority_id = any ((select my_authorities())::text[]))
    and ((select my_services()) is null or actor_id = (select my_person())::text));
alter policy own_authority on reaction_done
  with check (exists (select from event where event.id = event_id) and (select my_services()) is null);

-- A row's service is of the row's authority. The check of a plain foreign key passes by every policy, so that a row
-- could name the service of another council.
alter table service add constraint service_in_authority unique (authority_id, id);
alter table visit add constraint visit_in_authority unique (authority_id, id);
alter table provider add constraint provider_in_authority unique (authority_id, id);
alter table provider_group add constraint provider_group_in_authority unique (authority_id, id);
alter table contract add constraint contract_in_authority unique (authority_id, id);
alter table intelligence drop constraint intelligence_service_id_fkey,
  add foreign key (authority_id, service_id) references service (authority_id, id);
alter table intelligence_version drop constraint intelligence_version_service_id_fkey,
  add foreign key (authority_id, service_id) references service (authority_id, id);
alter table rating_proposal drop constraint rating_proposal_service_id_fkey,
  add foreign key (authority_id, service_id) references service (authority_id, id);
alter table work_item drop constraint work_item_service_id_fkey,
  add foreign key (authority_id, service_id) references service (authority_id, id);
alter table service_location drop constraint service_location_service_id_fkey,
  add foreign key (authority_id, service_id) references service (authority_id, id);
alter table stated_fact drop constraint stated_fact_service_id_fkey,
  add foreign key (authority_id, service_id) references service (authority_id, id);
alter table visit drop constraint visit_service_id_fkey,
  add foreign key (authority_id, service_id) references service (authority_id, id);
alter table visit_answer drop constraint visit_answer_visit_id_fkey,
  add foreign key (authority_id, visit_id) references visit (authority_id, id);
alter table provider drop constraint provider_group_id_fkey,
  add foreign key (authority_id, group_id) references provider_group (authority_id, id);
alter table contract drop constraint contract_service_id_fkey, drop constraint contract_provider_id_fkey,
  add foreign key (authority_id, service_id) references service (authority_id, id) deferrable initially deferred,
  add foreign key (authority_id, provider_id) references provider (authority_id, id);
alter table contract_version drop constraint contract_version_service_id_fkey,
  drop constraint contract_version_id_fkey,
  add foreign key (authority_id, service_id) references service (authority_id, id) deferrable initially deferred,
  add foreign key (authority_id, id) references contract (authority_id, id);
alter table contract_lead drop constraint contract_lead_contract_id_fkey,
  add foreign key (authority_id, contract_id) references contract (authority_id, id);
alter table provider_membership
  add foreign key (authority_id, provider_id) references provider (authority_id, id),
  add foreign key (authority_id, group_id) references provider_group (authority_id, id),
  add foreign key (authority_id, service_id) references service (authority_id, id);

-- What a policy compares first is what an index begins with, where rows are listed without naming a service.
create index visit_of_authority on visit (authority_id, held_on desc);
create index contract_upload_of_authority on contract_upload (authority_id);
create index membership_of_authority on membership (authority_id);
create index mail_of_authority on mail (authority_id, recorded_at desc);
drop index mail_by_time;
