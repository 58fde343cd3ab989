-- The trail is sealed and shows who read what; what is kept how long, and what was disposed of.

-- form: which canonical form an event is sealed in; those of before this migration have 1. acted_as: the roles that let
-- the person do it. origin_digest: salted digest of where it came from, which can be erased like a payload.
alter table event
  add column form smallint not null default 1 check (form in (1, 2)),
  add column acted_as text,
  add column request_id uuid,
  add column origin_digest bytea;
create index event_by_actor on event (actor_id, id desc);

create or replace view event_now with (security_invoker) as
  select id, authority_id, kind, subject_kind, subject_id, actor_kind, actor_id, recorded_at, acted_as, request_id
  from event;

-- The network address that an event came from: personal data, and kept shorter than the event.
create table event_origin (
  event_id bigint primary key references event,
  salt bytea not null,
  address text not null
);

-- What else an event is about: a contract's event is also its service's. Made of payloads, and not sealed.
create table event_subject (
  event_id bigint not null references event,
  subject_kind text not null,
  subject_id text not null,
  primary key (subject_kind, subject_id, event_id)
);
create index event_subject_of_event on event_subject (event_id);

-- The chain of an authority; '' is that of the shared register. No foreign key to event: it would write a lock into
-- every event that is sealed, and what proves the chain is the chain.
create table event_seal (
  chain text not null,
  position bigint not null,
  event_id bigint not null unique,
  link bytea not null,
  sealed_at timestamptz not null,
  primary key (chain, position)
);

-- Events that wait for their seal. A trigger fills it, so that an event put in past the application is sealed too.
create table event_waiting (
  event_id bigint primary key references event,
  chain text not null
);

create function event_waits() returns trigger language plpgsql as $$
begin
  insert into event_waiting (event_id, chain) select id, coalesce(authority_id, '') from added
    on conflict do nothing;
  return null;
end $$;
create trigger event_waits after insert on event
  referencing new table as added for each statement execute function event_waits();

insert into event_waiting (event_id, chain) select id, coalesce(authority_id, '') from event;

-- Which payload or origin was erased, and under which certificate.
create table event_erasure (
  event_id bigint not null references event,
  what text not null check (what in ('payload', 'origin')),
  certificate_id uuid not null,
  erased_at timestamptz not null,
  primary key (event_id, what)
);

-- Append-only for everyone, the tables' owner too: whoever wants to change the trail must first take this away.
create function append_only() returns trigger language plpgsql as $$
begin
  raise exception 'the audit trail is append-only: % of % is refused', lower(tg_op), tg_table_name
    using errcode = 'insufficient_privilege', hint = 'Write an event that puts right what was wrong.';
end $$;
create trigger append_only before update or delete or truncate on event
  for each statement execute function append_only();
create trigger append_only before update or delete or truncate on event_seal
  for each statement execute function append_only();
create trigger append_only before update or delete or truncate on event_erasure
  for each statement execute function append_only();
-- These may be erased, row by row, and never changed.
create trigger append_only before update or truncate on event_payload
  for each statement execute function append_only();
create trigger append_only before update or truncate on event_origin
  for each statement execute function append_only();

insert into event_subject (event_id, subject_kind, subject_id)
with given as (select event_id, payload::jsonb as payload from event_payload),
named as (
  select event_id, payload ->> 'service' as id from given where payload ? 'service'
  union
  select event_id, coalesce(each ->> 'id', each #>> '{}') from given, jsonb_array_elements(payload -> 'services') as each
  where jsonb_typeof(payload -> 'services') = 'array'
  union
  select event_id, visit.service_id::text from given join visit on visit.id::text = payload ->> 'visit'
)
select named.event_id, 'service', named.id from named join event on event.id = named.event_id
where named.id is not null and (event.subject_kind, event.subject_id) <> ('service', named.id);

-- Who opened which sensitive page. Not part of the chain: it is kept for a shorter time.
create table access_log (
  id bigint generated always as identity primary key,
  authority_id text not null references authority,
  person_id uuid not null references person,
  acted_as text not null,
  -- What the page shows that is sensitive: intelligence, payloads, people.
  shows text not null,
  subject_kind text not null,
  subject_id text not null,
  request_id uuid not null,
  recorded_at timestamptz not null
);
create index access_log_of_authority on access_log (authority_id, id desc);
create index access_log_of_subject on access_log (subject_kind, subject_id, id desc);

-- What may not be disposed of, and why: one record, or everything of a service.
create table legal_hold (
  id uuid primary key,
  authority_id text not null references authority,
  record_kind text not null,
  record_id text not null,
  label text not null,
  reason text not null check (reason <> ''),
  placed_by text not null,
  recorded_at timestamptz not null,
  lifted_at timestamptz,
  event_id bigint not null references event
);
create unique index legal_hold_now_one on legal_hold (authority_id, record_kind, record_id) where lifted_at is null;

-- What the weekly job proposes to dispose of, until somebody decides.
create table disposal_item (
  id uuid primary key,
  authority_id text not null references authority,
  record_kind text not null,
  record_id text not null,
  label text not null,
  service_id uuid,
  records integer not null,
  closed_on date not null,
  due_on date not null,
  recorded_at timestamptz not null,
  decided_at timestamptz,
  -- Null where it was withdrawn: held, or no longer due.
  certificate_id uuid
);
create unique index disposal_item_open on disposal_item (authority_id, record_kind, record_id) where decided_at is null;

-- What was disposed of: never the data itself. The digest is that of the document as it stands.
create table disposal_certificate (
  id uuid primary key,
  authority_id text not null references authority,
  document text not null,
  digest text not null,
  recorded_at timestamptz not null,
  event_id bigint not null references event
);
create index disposal_certificate_of_authority on disposal_certificate (authority_id, recorded_at desc);

alter table event_origin enable row level security;
create policy own_authority on event_origin
  using (exists (select from event where event.id = event_id) and (select my_services()) is null)
  with check (exists (select from event where event.id = event_id));

alter table event_subject enable row level security;
create policy own_authority on event_subject
  using (exists (select from event where event.id = event_id) and (select my_services()) is null)
  with check (exists (select from event where event.id = event_id));

alter table event_erasure enable row level security;
create policy own_authority on event_erasure
  using (exists (select from event where event.id = event_id) and (select my_services()) is null)
  with check (exists (select from event where event.id = event_id) and (select my_services()) is null);

alter table event_seal enable row level security;
create policy own_authority on event_seal
  using ((chain = '' or chain = any ((select my_authorities())::text[])) and (select my_services()) is null)
  with check ((chain = '' or chain = any ((select my_authorities())::text[])) and (select my_services()) is null);

alter table event_waiting enable row level security;
create policy own_authority on event_waiting
  using (chain = '' or chain = any ((select my_authorities())::text[]))
  with check ((chain = '' or chain = any ((select my_authorities())::text[]))
    and exists (select from event where event.id = event_id));

alter table access_log enable row level security;
create policy own_authority on access_log
  using (authority_id = any ((select my_authorities())::text[]) and (select my_services()) is null)
  with check (authority_id = any ((select my_authorities())::text[])
    and ((select my_services()) is null or person_id = (select my_person())));

alter table legal_hold enable row level security;
create policy own_authority on legal_hold
  using (authority_id = any ((select my_authorities())::text[]) and (select my_services()) is null)
  with check (authority_id = any ((select my_authorities())::text[]) and (select my_services()) is null);

alter table disposal_item enable row level security;
create policy own_authority on disposal_item
  using (authority_id = any ((select my_authorities())::text[]) and (select my_services()) is null)
  with check (authority_id = any ((select my_authorities())::text[]) and (select my_services()) is null);

alter table disposal_certificate enable row level security;
create policy own_authority on disposal_certificate
  using (authority_id = any ((select my_authorities())::text[]) and (select my_services()) is null)
  with check (authority_id = any ((select my_authorities())::text[]) and (select my_services()) is null);

-- What the pages of history and audit read.
create view event_payload_now with (security_invoker) as select event_id, payload from event_payload;
create view event_subject_now with (security_invoker) as select event_id, subject_kind, subject_id from event_subject;
create view access_log_now with (security_invoker) as select * from access_log;

grant select, insert, delete on event_origin, event_waiting, access_log to plumbline_app;
grant select, insert on event_subject, event_seal, event_erasure, disposal_certificate to plumbline_app;
grant select, insert, update on legal_hold, disposal_item to plumbline_app;
grant select on event_payload_now, event_subject_now, access_log_now to plumbline_app;
