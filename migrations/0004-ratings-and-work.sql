-- Proposals of the rating engine, and the work queue.

-- A proposal is stored whenever a count, a band or the policy changes: as-at pages show what was
-- stored, never a recomputation. "result" is the whole explained tree.
create table rating_proposal (
  id uuid primary key,
  authority_id text not null references authority,
  service_id uuid not null references service,
  evaluated_on date not null,
  band text,
  state text not null,
  result jsonb not null,
  -- What a re-rating compares: the result without its dates and words.
  digest text not null,
  policy_sha256 text not null references policy_version,
  recorded_at timestamptz not null,
  superseded_at timestamptz,
  event_id bigint not null references event
);
create unique index rating_proposal_current on rating_proposal (service_id) where superseded_at is null;
create index rating_proposal_of_service on rating_proposal (service_id, recorded_at desc);

-- What somebody must do. The task is named by the term that made it.
create table work_item (
  id uuid primary key,
  authority_id text not null references authority,
  service_id uuid not null references service,
  kind text not null,
  because text not null,
  due date,
  link text not null,
  person_id uuid references person,
  role text,
  recorded_at timestamptz not null,
  done_at timestamptz,
  event_id bigint not null references event,
  unique (event_id, kind)
);
create index work_item_open on work_item (authority_id, due) where done_at is null;

alter table rating_proposal enable row level security;
create policy own_authority on rating_proposal
  using (authority_id = any ((select my_authorities())::text[])
    and (select my_services()) is null)
  with check (authority_id = any ((select my_authorities())::text[]));

alter table work_item enable row level security;
create policy own_authority on work_item
  using (authority_id = any ((select my_authorities())::text[])
    and (select my_services()) is null)
  with check (authority_id = any ((select my_authorities())::text[]));

create view rating_proposal_now with (security_invoker) as
  select * from rating_proposal where superseded_at is null;
create function rating_proposal_known(at timestamptz) returns setof rating_proposal language sql stable as $$
  select * from rating_proposal where recorded_at < at and (superseded_at is null or superseded_at >= at)
$$;

grant select, insert, update on rating_proposal, work_item to plumbline_app;
grant select on rating_proposal_now to plumbline_app;
