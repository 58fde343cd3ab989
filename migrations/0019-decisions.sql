-- Ratings as people decide them (W3.4): the sessions at which they sit, and what they decided of each service.

-- A meeting that decides ratings, or confirms those that were decided since the last one.
create table decision_session (
  id uuid primary key,
  authority_id text not null references authority,
  -- The meeting of the pack's monitoring.yaml that this is one of, and its part: it decides or it confirms.
  meeting text not null,
  part text not null check (part in ('decides', 'decides-at-any-time', 'confirms')),
  held_on date not null,
  -- Why it was called, where it is not one of the calendar.
  reason text,
  recorded_at timestamptz not null,
  closed_at timestamptz,
  -- What a meeting that confirms has typed so far: minutes, who was there, what is to be sent back.
  draft jsonb,
  event_id bigint not null references event,
  unique (authority_id, id)
);
create index decision_session_of_authority on decision_session (authority_id, held_on desc);
create index decision_session_open on decision_session (authority_id, part) where closed_at is null;

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
  -- How it stands to what was proposed.
  departure text not null check (departure in ('follows', 'permitted', 'override', 'unproposed')),
  note text,
  -- Everyone who decided it, each with the role in which they did: [{ "person", "role" }].
  deciders jsonb not null,
  recorded_at timestamptz not null,
  superseded_at timestamptz,
  event_id bigint not null references event,
  unique (authority_id, id),
  foreign key (authority_id, service_id) references service (authority_id, id),
  foreign key (authority_id, session_id) references decision_session (authority_id, id),
  foreign key (authority_id, proposal_id) references rating_proposal (authority_id, id)
);
create unique index rating_decision_current on rating_decision (authority_id, service_id) where superseded_at is null;
create index rating_decision_of_service on rating_decision (authority_id, service_id, recorded_at desc);
create index rating_decision_of_session on rating_decision (authority_id, session_id);

-- What one person chose for a service at a session. It takes effect once all who must agree chose alike.
create table rating_choice (
  id uuid primary key,
  authority_id text not null references authority,
  session_id uuid not null,
  service_id uuid not null,
  person_id uuid not null references person,
  -- Which of the roles that must agree they held.
  roles text[] not null,
  band text not null,
  proposed text,
  proposal_id uuid,
  departure text not null check (departure in ('follows', 'permitted', 'override', 'unproposed')),
  note text,
  -- Made with the form: one that is sent twice chooses once.
  form_id uuid not null,
  recorded_at timestamptz not null,
  superseded_at timestamptz,
  event_id bigint not null references event,
  foreign key (authority_id, session_id) references decision_session (authority_id, id),
  foreign key (authority_id, service_id) references service (authority_id, id),
  foreign key (authority_id, proposal_id) references rating_proposal (authority_id, id)
);
create unique index rating_choice_current on rating_choice (authority_id, session_id, service_id, person_id)
  where superseded_at is null;
create unique index rating_choice_of_form on rating_choice (authority_id, session_id, form_id, service_id);

-- What a meeting that confirms said of a decision: it stands, or it goes back to those who decide.
create table decision_confirmation (
  id uuid primary key,
  authority_id text not null references authority,
  decision_id uuid not null,
  session_id uuid not null,
  outcome text not null check (outcome in ('confirmed', 'sent-back')),
  reason text,
  recorded_at timestamptz not null,
  event_id bigint not null references event,
  check ((outcome = 'sent-back') = (reason is not null)),
  foreign key (authority_id, decision_id) references rating_decision (authority_id, id),
  foreign key (authority_id, session_id) references decision_session (authority_id, id)
);
create unique index decision_confirmation_once on decision_confirmation (authority_id, decision_id);
create index decision_sent_back on decision_confirmation (authority_id, recorded_at) where outcome = 'sent-back';

-- What a session ended in, as it was then: nothing changes it, whatever becomes known later.
create table decision_document (
  id uuid primary key,
  authority_id text not null references authority,
  session_id uuid not null,
  title text not null,
  held_on date not null,
  content jsonb not null,
  sha256 text not null,
  recorded_at timestamptz not null,
  event_id bigint not null references event,
  foreign key (authority_id, session_id) references decision_session (authority_id, id)
);
create unique index decision_document_of_session on decision_document (authority_id, session_id);
create index decision_document_newest on decision_document (authority_id, held_on desc);

-- What the list of a session asks of every proposal: taken out of the result once, when it is stored.
create function rests_on_low_confidence(result jsonb) returns boolean language sql immutable as $$
  select exists (
    select from jsonb_array_elements(result -> 'criteria') criterion
    where criterion -> 'confidence' ->> 'level' = 'low' and result -> 'overall' -> 'decidedBy' ? (criterion ->> 'id'))
$$;
-- The result without the items that it counted: they are nine tenths of it, and are asked for one proposal at a time.
create function rating_in_brief(result jsonb) returns jsonb language sql immutable as $$
  select jsonb_build_object('overall', result -> 'overall', 'criteria',
    (select jsonb_agg(criterion - '{evidence,row}'::text[]) from jsonb_array_elements(result -> 'criteria') criterion))
$$;
alter table rating_proposal
  add column brief jsonb generated always as (rating_in_brief(result)) stored,
  add column low_confidence boolean generated always as (rests_on_low_confidence(result)) stored,
  add column missing integer generated always as (jsonb_array_length(result -> 'overall' -> 'missing')) stored;
create or replace view rating_proposal_now with (security_invoker) as
  select * from rating_proposal where superseded_at is null;
-- Which band was proposed from when to when, without the results: for trends, rules and lists.
create view rating_proposal_past with (security_invoker) as
  select id, authority_id, service_id, band, recorded_at, superseded_at, event_id from rating_proposal;
grant select on rating_proposal_past to plumbline_app;

alter table decision_session enable row level security;
create policy own_authority on decision_session
  using (authority_id = any ((select my_authorities())::text[]) and (select my_services()) is null)
  with check (authority_id = any ((select my_authorities())::text[]) and (select my_services()) is null);

alter table rating_decision enable row level security;
create policy own_authority on rating_decision
  using (authority_id = any ((select my_authorities())::text[]) and (select my_services()) is null)
  with check (authority_id = any ((select my_authorities())::text[]) and (select my_services()) is null);

alter table rating_choice enable row level security;
create policy own_authority on rating_choice
  using (authority_id = any ((select my_authorities())::text[]) and (select my_services()) is null)
  with check (authority_id = any ((select my_authorities())::text[]) and (select my_services()) is null);

alter table decision_confirmation enable row level security;
create policy own_authority on decision_confirmation
  using (authority_id = any ((select my_authorities())::text[]) and (select my_services()) is null)
  with check (authority_id = any ((select my_authorities())::text[]) and (select my_services()) is null);

alter table decision_document enable row level security;
create policy own_authority on decision_document
  using (authority_id = any ((select my_authorities())::text[]) and (select my_services()) is null)
  with check (authority_id = any ((select my_authorities())::text[]) and (select my_services()) is null);

create view decision_session_now with (security_invoker) as select * from decision_session;
create view rating_decision_now with (security_invoker) as
  select * from rating_decision where superseded_at is null;
create function rating_decision_known(at timestamptz) returns setof rating_decision language sql stable as $$
  select * from rating_decision where recorded_at < at and (superseded_at is null or superseded_at >= at)
$$;

grant select, insert, update on decision_session, rating_decision, rating_choice to plumbline_app;
grant select, insert on decision_confirmation, decision_document to plumbline_app;
-- Only for what was kept long enough: its texts are erased, and nothing else of it changes.
grant update (reason) on decision_confirmation to plumbline_app;
grant update (content) on decision_document to plumbline_app;
grant select on decision_session_now, rating_decision_now to plumbline_app;
