-- Authorities, people, policy versions, events. Every later table builds on these.

create extension if not exists pg_trgm;
create extension if not exists fuzzystrmatch;

-- Who is asking. Both are set by the unit of work for one transaction.
-- A lost context must be an error, never zero rows: hence it raises.
create function my_authorities() returns text[] language plpgsql stable as $$
declare given text := current_setting('plumbline.authorities', true);
begin
  if given is null or given = '' then
    raise exception 'no unit of work: the database was asked without saying for which authorities'
      using errcode = 'insufficient_privilege', hint = 'Run the query inside unitOfWork().';
  end if;
  return given::text[];
end $$;

-- The services that a provider's account may see; null for the council's own people, who see all.
create function my_services() returns uuid[] language plpgsql stable as $$
declare given text := current_setting('plumbline.services', true);
begin
  if given is null or given = '' then
    raise exception 'no unit of work: the database was asked without saying for which services'
      using errcode = 'insufficient_privilege', hint = 'Run the query inside unitOfWork().';
  end if;
  if given = 'all' then return null; end if;
  return given::uuid[];
end $$;


create table authority (
  id text primary key check (id ~ '^[a-z][a-z0-9-]*$'),
  name text not null,
  invented boolean not null default false,
  -- Local authorities of the CQC register whose locations stand in this council's area.
  areas text[] not null default '{}',
  recorded_at timestamptz not null
);

-- A pack version is one whole document, kept unchanged by its hash. Which one is in force on a day
-- follows from in_force_from; a reload from disk never rewrites the past.
create table policy_version (
  sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  pack text not null,
  version text not null,
  in_force_from date not null,
  document jsonb not null,
  recorded_at timestamptz not null
);

create table authority_policy (
  authority_id text not null references authority,
  sha256 text not null references policy_version,
  in_force_from date not null,
  recorded_at timestamptz not null,
  primary key (authority_id, in_force_from, sha256)
);

create table person (
  id uuid primary key,
  name text not null,
  invented boolean not null default false,
  recorded_at timestamptz not null
);

-- What a person is in an authority. services is null for the council's people,
-- and lists the services of a provider's account.
create table membership (
  person_id uuid not null references person,
  authority_id text not null references authority,
  role text not null,
  services uuid[],
  recorded_at timestamptz not null,
  primary key (person_id, authority_id, role)
);

-- token_digest: only a digest is stored, so that a copy of the database signs nobody in.
create table session (
  token_digest text primary key,
  person_id uuid not null references person,
  authority_id text not null references authority,
  started_at timestamptz not null,
  last_seen_at timestamptz not null,
  ends_at timestamptz not null
);
create index session_ends on session (ends_at);

-- The audit trail. An event is metadata and a salted digest of its payload; the payload can be erased
-- (retention) and the event still proves what it was. authority_id is null for the shared register.
create table event (
  id bigint generated always as identity primary key,
  authority_id text references authority,
  kind text not null,
  subject_kind text not null,
  subject_id text not null,
  actor_kind text not null check (actor_kind in ('person', 'system')),
  actor_id text not null,
  recorded_at timestamptz not null,
  digest bytea not null
);
create index event_of_subject on event (subject_kind, subject_id, id desc);
create index event_of_authority on event (authority_id, id desc);

create table event_payload (
  event_id bigint primary key references event,
  salt bytea not null,
  payload text not null
);

-- One row a reaction that ran: makes a job that is delivered twice run once.
create table reaction_done (
  event_id bigint not null references event,
  reaction text not null,
  done_at timestamptz not null,
  primary key (event_id, reaction)
);

-- A provider's account writes events, and may see that there are some, but reads nobody's payloads.
alter table event enable row level security;
create policy own_authority on event
  using (authority_id is null or authority_id = any ((select my_authorities())::text[]))
  with check (authority_id is null or authority_id = any ((select my_authorities())::text[]));

alter table event_payload enable row level security;
create policy own_authority on event_payload
  using (exists (select from event where event.id = event_id) and (select my_services()) is null)
  with check (exists (select from event where event.id = event_id));

alter table reaction_done enable row level security;
create policy own_authority on reaction_done
  using (exists (select from event where event.id = event_id) and (select my_services()) is null)
  with check (exists (select from event where event.id = event_id));

grant select, insert, update, delete on
  authority, policy_version, authority_policy, person, membership, session to plumbline_app;
-- The trail is append-only for the application; payloads may be erased by retention.
grant select, insert on event, reaction_done to plumbline_app;
grant select, insert, delete on event_payload to plumbline_app;
