-- Suspensions of new placements, with every version of them; and the register that anyone may read.

create table suspension (
  id uuid primary key,
  version integer not null,
  authority_id text not null references authority,
  service_id uuid not null,
  contract_id uuid,
  -- Ids of the policy's kinds and reasons.
  kind text not null,
  reason text not null,
  starts date not null,
  review_on date check (review_on >= starts),
  clause text,
  conditions text,
  -- The first day on which placements can be made again. Equal to its first day: it was never in force.
  lifted_on date check (lifted_on >= starts),
  lift_reason text,
  lift_note text,
  recorded_at timestamptz not null,
  event_id bigint not null references event,
  constraint lifted_with_reason check (num_nulls(lifted_on, lift_reason) in (0, 2)),
  constraint suspension_in_authority unique (authority_id, id),
  foreign key (authority_id, service_id) references service (authority_id, id),
  foreign key (authority_id, contract_id) references contract (authority_id, id)
);
create index suspension_of_authority on suspension (authority_id, service_id);
-- Two of one kind at once would be one.
create unique index suspension_open on suspension (service_id, kind) where lifted_on is null;

create table suspension_version (
  id uuid not null,
  version integer not null,
  authority_id text not null references authority,
  service_id uuid not null,
  -- What held in this version: what it said, and how it was lifted.
  valid jsonb not null,
  recorded_at timestamptz not null,
  superseded_at timestamptz,
  event_id bigint not null references event,
  primary key (id, version),
  foreign key (authority_id, id) references suspension (authority_id, id),
  foreign key (authority_id, service_id) references service (authority_id, id)
);
create index suspension_version_of_authority on suspension_version (authority_id, recorded_at);

-- A provider sees the suspensions of its own services, and decides on none.
alter table suspension enable row level security;
create policy own_authority on suspension
  using (authority_id = any ((select my_authorities())::text[])
    and ((select my_services()) is null or service_id = any ((select my_services())::uuid[])))
  with check (authority_id = any ((select my_authorities())::text[]) and (select my_services()) is null);

alter table suspension_version enable row level security;
create policy own_authority on suspension_version
  using (authority_id = any ((select my_authorities())::text[]) and (select my_services()) is null)
  with check (authority_id = any ((select my_authorities())::text[]) and (select my_services()) is null);

create view suspension_now with (security_invoker) as select * from suspension;
create view suspension_version_now with (security_invoker) as select * from suspension_version;

-- The suspensions as they were known at an instant: each in the version that stood then.
create function suspension_known(at timestamptz) returns table (
  id uuid, version integer, authority_id text, service_id uuid, kind text, reason text, starts date,
  lifted_on date
) language sql stable as $$
  select v.id, v.version, v.authority_id, v.service_id, v.valid ->> 'kind', v.valid ->> 'reason',
    (v.valid ->> 'starts')::date, (v.valid -> 'lift' ->> 'on')::date
  from suspension_version v
  where v.recorded_at < at and (v.superseded_at is null or v.superseded_at >= at)
$$;

-- A person went through the published list. due_on: by when again, by the interval of the policy of that day.
create table publication_review (
  id uuid primary key,
  authority_id text not null references authority,
  person_id uuid not null references person,
  reviewed_on date not null,
  due_on date not null,
  recorded_at timestamptz not null,
  event_id bigint not null references event
);
create index publication_review_of_authority on publication_review (authority_id, recorded_at desc);

alter table publication_review enable row level security;
create policy own_authority on publication_review
  using (authority_id = any ((select my_authorities())::text[]) and (select my_services()) is null)
  with check (authority_id = any ((select my_authorities())::text[]) and (select my_services()) is null);

-- When each council last went through its list, and by when it is due again. Both null: never yet.
create view publication_review_now with (security_invoker) as
  select a.id as authority_id, r.reviewed_on as last_reviewed, r.due_on as due
  from authority a left join lateral (
    select reviewed_on, due_on from publication_review
    where authority_id = a.id order by recorded_at desc limit 1
  ) r on true
  where a.id = any ((select my_authorities())::text[]);

-- Since when the register holds a service: for lists of a past day. Its other columns are of now.
alter table service add column first_recorded_at timestamptz;
update service set first_recorded_at = least(
  recorded_at,
  (select min(e.recorded_at) from event_subject s join event e on e.id = s.event_id
    where s.subject_kind = 'service' and s.subject_id = service.id::text),
  (select min(e.recorded_at) from event e where e.subject_kind = 'service' and e.subject_id = service.id::text),
  (select min(p.recorded_at) from rating_proposal p where p.service_id = service.id)
);

create function note_first_recorded() returns trigger language plpgsql as $$
begin
  new.first_recorded_at := new.recorded_at;
  return new;
end $$;
create trigger first_recorded before insert on service for each row execute function note_first_recorded();

create or replace view service_now with (security_invoker) as select * from service where joined_to is null;

-- What anyone may read, signed in or not. These three views alone read with the rights of their owner, for whom policies
-- do not hold; so they name public columns one by one, and nothing else reaches the public (docs/decisions/0018).
-- Where people live is published only as CQC publishes it: a place of supported living is somebody's home.
create view public_service_now with (security_barrier) as
  select s.id, s.authority_id, s.name, s.service_type, s.place,
    case when s.location_id is null then null else s.postcode end as postcode,
    s.provider_name, p.name as registered_provider, s.commissioned, s.invented, s.location_id, s.ended_on,
    l.rating_overall, l.rating_published, l.registered_from, l.registered_to
  from service s
    left join cqc_location l on l.id = s.location_id
    left join cqc_provider p on p.id = l.provider_id
  where s.joined_to is null;

create view public_suspension_now with (security_barrier) as
  select authority_id, service_id, kind, starts, lifted_on from suspension;

create view public_review_now with (security_barrier) as
  select authority_id, max(reviewed_on) as reviewed_on from publication_review group by authority_id;

-- One row for each transaction that may have changed what is public. Which rows a reader sees is the version of the
-- public data: numbers alone would not do, since a later one can be visible before an earlier one is committed. Nobody
-- waits for anybody here, as they would for one row with a counter.
create table public_change (
  id bigint generated always as identity primary key
);

create function note_public_change() returns trigger language plpgsql as $$
begin
  if current_setting('plumbline.public_change', true) is distinct from pg_current_xact_id()::text then
    insert into public_change default values;
    perform set_config('plumbline.public_change', pg_current_xact_id()::text, true);
  end if;
  return null;
end $$;

create trigger public_change after insert or update or delete on authority
  for each statement execute function note_public_change();
create trigger public_change after insert or update or delete on authority_policy
  for each statement execute function note_public_change();
create trigger public_change after insert or update or delete on service
  for each statement execute function note_public_change();
create trigger public_change after insert or update or delete on cqc_location
  for each statement execute function note_public_change();
create trigger public_change after insert or update or delete on cqc_provider
  for each statement execute function note_public_change();
create trigger public_change after insert or update or delete on suspension
  for each statement execute function note_public_change();
create trigger public_change after insert or update or delete on publication_review
  for each statement execute function note_public_change();

grant select, insert, update on suspension, suspension_version to plumbline_app;
grant select, insert on publication_review to plumbline_app;
grant select, insert, delete on public_change to plumbline_app;
grant select on suspension_now, suspension_version_now, publication_review_now to plumbline_app;
grant select on public_service_now, public_suspension_now, public_review_now to plumbline_app;
