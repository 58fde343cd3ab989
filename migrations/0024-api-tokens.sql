-- Tokens of the API: what another system shows to be let in. A token acts for one council, as itself.

create table api_token (
  id uuid primary key,
  authority_id text not null references authority,
  -- What it is for, and which system uses it.
  name text not null check (name <> ''),
  source text not null check (source <> ''),
  -- A digest of the secret: a copy of the database opens nothing.
  token_digest text not null unique,
  scopes text[] not null,
  -- The kinds of intelligence that it may read and write; null is every kind.
  kinds text[],
  -- The last day on which it works.
  ends_on date not null,
  -- Null where the operator made it.
  made_by uuid references person,
  recorded_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz,
  event_id bigint not null references event,
  unique (authority_id, id)
);

-- What a write was answered with, under the key that its sender gave it: the same request again gets the same answer.
create table api_answer (
  authority_id text not null references authority,
  token_id uuid not null,
  idempotency_key text not null,
  -- Of method, address and body: the same key with another request is refused.
  request_digest text not null,
  status smallint not null,
  location text,
  body text not null,
  recorded_at timestamptz not null,
  primary key (authority_id, token_id, idempotency_key),
  foreign key (authority_id, token_id) references api_token (authority_id, id)
);
create index api_answer_by_time on api_answer (recorded_at);

-- Before anyone is known a token is looked for by its digest, in a room of its own.
alter table api_token enable row level security;
create policy own_authority on api_token
  using ((select my_room()) = 'tokens'
    or (authority_id = any ((select my_authorities())::text[]) and (select my_services()) is null))
  with check ((select my_room()) = 'tokens'
    or (authority_id = any ((select my_authorities())::text[]) and (select my_services()) is null));

alter table api_answer enable row level security;
create policy own_authority on api_answer
  using (authority_id = any ((select my_authorities())::text[]) and (select my_services()) is null)
  with check (authority_id = any ((select my_authorities())::text[]) and (select my_services()) is null);

-- A token is an actor of its own: in the trail, and in the log of what was looked at.
alter table event drop constraint event_actor_kind_check,
  add constraint event_actor_kind_check check (actor_kind in ('person', 'system', 'token'));

alter table access_log
  alter column person_id drop not null,
  add column token_id uuid,
  add foreign key (authority_id, token_id) references api_token (authority_id, id),
  add constraint person_or_token check (num_nonnulls(person_id, token_id) = 1);

create or replace view access_log_now with (security_invoker) as select * from access_log;

create view api_token_now with (security_invoker) as
  select id, authority_id, name, source, scopes, kinds, ends_on, made_by, recorded_at, last_used_at, revoked_at
  from api_token;

-- Whoever acts, by the id that an event names: a person, or a token.
create view actor_now with (security_invoker) as
  select id::text as id, name, 'person' as kind from person
  union all
  select id::text, name, 'token' from api_token;

-- Lists of the API go on from the last row of the page before.
create index intelligence_of_authority on intelligence (authority_id, occurred desc, id desc);

grant select, insert, update on api_token to plumbline_app;
grant select, insert, delete on api_answer to plumbline_app;
grant select on api_token_now, actor_now to plumbline_app;
