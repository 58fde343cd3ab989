-- Intelligence in: what else is known of an item, concerns that people without an account raise, files of other systems,
-- and what is collected from when, of which services.

-- What it is about, where it came from and to whom it came first: ids of the pack.
alter table intelligence add column category text, add column source text, add column route text;

create or replace view intelligence_now with (security_invoker) as select * from intelligence;

drop function intelligence_known(timestamptz);
create function intelligence_known(at timestamptz) returns table (
  id uuid, version integer, authority_id text, service_id uuid, kind text, occurred date, concluded date,
  progressed boolean, outcome text, reference text, summary text, recorded_at timestamptz, first_recorded_at timestamptz,
  category text, source text, route text
) language sql stable as $$
  select v.id, v.version, v.authority_id, v.service_id,
    v.valid ->> 'kind', (v.valid ->> 'occurred')::date, (v.valid ->> 'concluded')::date,
    (v.valid ->> 'progressed')::boolean, v.valid ->> 'outcome', v.valid ->> 'reference', v.valid ->> 'summary',
    v.recorded_at, (select min(f.recorded_at) from intelligence_version f where f.id = v.id),
    v.valid ->> 'category', v.valid ->> 'source', v.valid ->> 'route'
  from intelligence_version v
  where v.recorded_at < at and (v.superseded_at is null or v.superseded_at >= at)
$$;

-- A declaration: which feed or form (name) collects a kind, from when, until when, and of which services. It is
-- ended by its next version. Both lists null: of all services that the council commissions.
alter table intelligence_feed
  add column id uuid not null default gen_random_uuid(),
  add column name text not null default '',
  add column service_types text[],
  add column services uuid[],
  add column collected_until date,
  add column event_id bigint references event;
alter table intelligence_feed drop constraint intelligence_feed_pkey, add primary key (id, recorded_at);
create index intelligence_feed_of_authority on intelligence_feed (authority_id, kind) where superseded_at is null;

create or replace view intelligence_feed_now with (security_invoker) as
  select * from intelligence_feed where superseded_at is null;

-- The declarations as they were known at an instant.
create function intelligence_feed_known(at timestamptz) returns setof intelligence_feed language sql stable as $$
  select * from intelligence_feed where recorded_at < at and (superseded_at is null or superseded_at >= at)
$$;

-- What somebody without an account has typed so far, and the code that confirms their email. It shows only to the room
-- that opened itself: a draft is nobody's before it is sent. token_digest: of the secret in their cookie.
create table concern_draft (
  token_digest text primary key,
  answers jsonb not null,
  -- The concern that was made of it, once it was sent.
  concern_id uuid,
  code_salt bytea,
  code_digest bytea,
  code_ends_at timestamptz,
  code_tries integer not null default 0,
  recorded_at timestamptz not null,
  ends_at timestamptz not null
);
create index concern_draft_ends on concern_draft (ends_at);

-- How many codes an address got, and how many concerns came from one source of the network, by digest. Counts only.
create table concern_count (
  key_digest text primary key,
  since timestamptz not null,
  number integer not null
);

-- A concern as it was sent. It is intelligence only once its email was confirmed, or somebody of the council took it in.
create table raised_concern (
  id uuid primary key,
  authority_id text not null references authority,
  service_id uuid not null,
  reference text not null,
  said jsonb not null,
  immediate_risk boolean not null,
  recorded_at timestamptz not null,
  confirmed_at timestamptz,
  decided_at timestamptz,
  decision text check (decision in ('taken-in', 'set-aside')),
  note text,
  event_id bigint not null references event,
  unique (authority_id, reference),
  unique (authority_id, id),
  foreign key (authority_id, service_id) references service (authority_id, id)
);
create index raised_concern_open on raised_concern (authority_id, recorded_at)
  where confirmed_at is null and decided_at is null;

-- Who raised it, apart from what they said: read by few, and erased sooner.
create table concern_raiser (
  concern_id uuid primary key,
  authority_id text not null references authority,
  name text,
  email text,
  -- When they were told that it is closed.
  told_at timestamptz,
  recorded_at timestamptz not null,
  foreign key (authority_id, concern_id) references raised_concern (authority_id, id) on delete cascade
);

-- A system whose files are taken in, with the columns of its files as somebody mapped them. key: its name by letters
-- and digits.
create table intelligence_source (
  authority_id text not null references authority,
  key text not null,
  name text not null,
  mapping jsonb not null,
  recorded_at timestamptz not null,
  event_id bigint not null references event,
  primary key (authority_id, key)
);

-- A file that was sent: how far it is, what it would do, and what came of it.
create table intelligence_upload (
  id uuid primary key,
  authority_id text not null references authority,
  person_id uuid references person,
  source text not null,
  file text not null,
  -- Where the file is kept until it was taken in.
  stored text,
  heading jsonb not null,
  mapping jsonb,
  stage text not null check (stage in ('columns', 'judging', 'judged', 'taking', 'done')),
  keep text check (keep in ('good', 'all')),
  progress integer,
  report jsonb,
  problem jsonb,
  recorded_at timestamptz not null,
  done_at timestamptz
);
create index intelligence_upload_of_authority on intelligence_upload (authority_id, recorded_at desc);

alter table concern_draft enable row level security;
create policy own_room on concern_draft
  using ((select my_room()) = 'concerns') with check ((select my_room()) = 'concerns');

alter table concern_count enable row level security;
create policy own_room on concern_count
  using ((select my_room()) = 'concerns') with check ((select my_room()) = 'concerns');

alter table raised_concern enable row level security;
create policy own_authority on raised_concern
  using (authority_id = any ((select my_authorities())::text[]) and (select my_services()) is null)
  with check (authority_id = any ((select my_authorities())::text[]) and (select my_services()) is null);

alter table concern_raiser enable row level security;
create policy own_authority on concern_raiser
  using (authority_id = any ((select my_authorities())::text[]) and (select my_services()) is null)
  with check (authority_id = any ((select my_authorities())::text[]) and (select my_services()) is null);

alter table intelligence_source enable row level security;
create policy own_authority on intelligence_source
  using (authority_id = any ((select my_authorities())::text[]) and (select my_services()) is null)
  with check (authority_id = any ((select my_authorities())::text[]) and (select my_services()) is null);

alter table intelligence_upload enable row level security;
create policy own_authority on intelligence_upload
  using (authority_id = any ((select my_authorities())::text[]) and (select my_services()) is null)
  with check (authority_id = any ((select my_authorities())::text[]) and (select my_services()) is null);

-- What other terms read of concerns that were raised: never who raised them.
create view raised_concern_now with (security_invoker) as
  select id, authority_id, service_id, reference, immediate_risk, recorded_at, confirmed_at, decided_at, decision
  from raised_concern;

grant select, insert, update, delete on concern_draft, concern_count, raised_concern, concern_raiser to plumbline_app;
grant select, insert, update on intelligence_source, intelligence_upload to plumbline_app;
grant select on raised_concern_now to plumbline_app;
