-- Ratings as people decide them (W3.4): the sessions at which they sit, and what they decided of each service.

-- A meeting that decides ratings, or confirms those that were decided since the last one.
create table decision_session (
  id uuid primary key,
  authority_id text not null references authority,
  -- The meeting of the pack's monitoring.yaml that this is one of.
  meeting text not null,
  held_on date not null,
  -- Why it was called, where it is not one of the calendar.
  reason text,
  recorded_at timestamptz not null,
  closed_at timestamptz,
  event_id bigint not null references event,
  unique (authority_id, id)
);
create index decision_session_of_authority on decision_session (authority_id, held_on desc);

alter table rating_proposal add constraint rating_proposal_in_authority unique (authority_id, id);

-- A decision takes effect at once (W3.25). A new one supersedes the one before it.
create table rating_decision (
  id uuid primary key,
  authority_id text not null references authority,
  service_id uuid not null,
  session_id uuid not null,
  band text not null,
  -- The band that was decided before this one, if any.
  before text,
  decided_on date not null,
  -- Since when the service stands in this band without a break: due dates run from it (W3.24).
  in_band_since date not null,
  -- What the system proposed when it was decided, and which proposal that was.
  proposed text,
  proposal_id uuid,
  note text,
  -- Everyone who decided it, each with the role in which they did: [{ "person", "role" }].
  deciders jsonb not null,
  recorded_at timestamptz not null,
  superseded_at timestamptz,
  event_id bigint not null references event,
  foreign key (authority_id, service_id) references service (authority_id, id),
  foreign key (authority_id, session_id) references decision_session (authority_id, id),
  foreign key (authority_id, proposal_id) references rating_proposal (authority_id, id)
);
create unique index rating_decision_current on rating_decision (authority_id, service_id) where superseded_at is null;
create index rating_decision_of_service on rating_decision (authority_id, service_id, recorded_at desc);
create index rating_decision_of_session on rating_decision (authority_id, session_id);

alter table decision_session enable row level security;
create policy own_authority on decision_session
  using (authority_id = any ((select my_authorities())::text[]) and (select my_services()) is null)
  with check (authority_id = any ((select my_authorities())::text[]) and (select my_services()) is null);

alter table rating_decision enable row level security;
create policy own_authority on rating_decision
  using (authority_id = any ((select my_authorities())::text[]) and (select my_services()) is null)
  with check (authority_id = any ((select my_authorities())::text[]) and (select my_services()) is null);

create view decision_session_now with (security_invoker) as select * from decision_session;
create view rating_decision_now with (security_invoker) as
  select * from rating_decision where superseded_at is null;
create function rating_decision_known(at timestamptz) returns setof rating_decision language sql stable as $$
  select * from rating_decision where recorded_at < at and (superseded_at is null or superseded_at >= at)
$$;

grant select, insert, update on decision_session, rating_decision to plumbline_app;
grant select on decision_session_now, rating_decision_now to plumbline_app;
