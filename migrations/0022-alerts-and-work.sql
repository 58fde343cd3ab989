-- Alerts: what the rules of the policy found that somebody must do or know (W1.2, W2.6, W3.3), what people did with each,
-- and by which mail each person wants to hear of them.

-- One row a cause. What people did with it stands beside what became of the cause: an alert that is done holds its place
-- as long as its cause is there, so that it is not raised again; once the cause is gone, the same cause is a new alert.
create table alert (
  id uuid primary key,
  authority_id text not null references authority,
  -- The rule of src/core/alerts that found it.
  rule text not null,
  -- Null for what is about the council as a whole.
  service_id uuid,
  -- What tells it from other causes of the same rule and service.
  cause text not null,
  -- Why now, in one sentence; and what the rule looked at: { "lines": [{ "name", "says" }], "opens" }.
  says text not null,
  because jsonb not null,
  -- 0: somebody may come to harm. 1: somebody must act. 2: somebody should know.
  urgency smallint not null check (urgency between 0 and 2),
  -- Whose it is, where the thing itself has somebody; else the contract lead's, or that of a role, by the rule.
  person_id uuid references person,
  -- When it began. Due dates run from it.
  since timestamptz not null,
  due date,
  overdue_from timestamptz,
  -- The policy by which it was raised; null where none was in force.
  policy_sha256 text references policy_version,
  acknowledged_at timestamptz,
  acknowledged_by uuid references person,
  assigned_at timestamptz,
  assigned_to uuid references person,
  assigned_by uuid references person,
  -- The day on which it comes back.
  snoozed_until date,
  snoozed_by uuid references person,
  done_at timestamptz,
  done_by uuid references person,
  done_note text,
  -- When the cause was gone, and why it was.
  cleared_at timestamptz,
  cleared_because text,
  recorded_at timestamptz not null,
  event_id bigint not null references event,
  unique (authority_id, id),
  foreign key (authority_id, service_id) references service (authority_id, id),
  -- Without a person: a token of the API did it, which stands in the trail.
  constraint acknowledged_at_some_time check (acknowledged_by is null or acknowledged_at is not null),
  constraint assigned_to_somebody check (num_nulls(assigned_at, assigned_to) in (0, 2) and (assigned_by is null or assigned_to is not null)),
  constraint cleared_with_reason check (num_nulls(cleared_at, cleared_because) in (0, 2))
);
create unique index alert_one_a_cause on alert (authority_id, rule, service_id, cause) nulls not distinct
  where cleared_at is null;
create index alert_open on alert (authority_id, service_id) where cleared_at is null and done_at is null;
create index alert_of_service on alert (authority_id, service_id, recorded_at desc);
create index alert_cleared on alert (authority_id, cleared_at desc) where cleared_at is not null;

-- What was done with an alert, by whom, in its order: its history.
create table alert_step (
  id bigint generated always as identity primary key,
  authority_id text not null references authority,
  alert_id uuid not null,
  what text not null check (what in
    ('opened', 'changed', 'acknowledged', 'assigned', 'snoozed', 'woken', 'done', 'cleared')),
  -- Null for what Plumbline did by itself.
  person_id uuid references person,
  -- To whom it was assigned, until when it was put off, what was said.
  to_person_id uuid references person,
  until date,
  note text,
  recorded_at timestamptz not null,
  event_id bigint not null references event,
  foreign key (authority_id, alert_id) references alert (authority_id, id)
);
create index alert_step_of_alert on alert_step (authority_id, alert_id, id);

-- By which mail a person wants to hear of alerts, in each council. Without a row: only urgent ones, at once.
create table notice_choice (
  authority_id text not null references authority,
  person_id uuid not null references person,
  digest text not null check (digest in ('none', 'daily', 'weekly')),
  -- 1 is Monday; only for a weekly digest.
  weekday smallint check (weekday between 1 and 5),
  at_once boolean not null,
  recorded_at timestamptz not null,
  event_id bigint not null references event,
  primary key (authority_id, person_id),
  constraint weekly_on_a_day check ((digest = 'weekly') = (weekday is not null))
);

-- Digests that were written: one a person and day, whoever runs the job, however often.
create table notice_digest (
  authority_id text not null references authority,
  person_id uuid not null references person,
  day date not null,
  alerts integer not null,
  recorded_at timestamptz not null,
  primary key (authority_id, person_id, day)
);

-- The work queue of before becomes alerts, with what was done of it.
insert into alert (id, authority_id, rule, service_id, cause, says, because, urgency, since, due, overdue_from,
    done_at, recorded_at, event_id)
  select w.id, w.authority_id, w.kind, w.service_id, coalesce(v.id::text, w.id::text), w.because,
    jsonb_build_object('lines', '[]'::jsonb, 'opens', w.link), case w.kind when 'immediate-concern' then 0 else 1 end,
    w.recorded_at, w.due, case w.kind when 'immediate-concern' then w.recorded_at + interval '24 hours' end,
    w.done_at, w.recorded_at, w.event_id
  from work_item w left join intelligence_version v on v.event_id = w.event_id and v.version = 1;
insert into alert_step (authority_id, alert_id, what, recorded_at, event_id)
  select authority_id, id, 'opened', recorded_at, event_id from alert order by recorded_at, id;
insert into alert_step (authority_id, alert_id, what, recorded_at, event_id)
  select authority_id, id, 'done', done_at, event_id from alert where done_at is not null order by done_at, id;
drop table work_item;

alter table alert enable row level security;
create policy own_authority on alert
  using (authority_id = any ((select my_authorities())::text[]) and (select my_services()) is null)
  with check (authority_id = any ((select my_authorities())::text[]) and (select my_services()) is null);

alter table alert_step enable row level security;
create policy own_authority on alert_step
  using (authority_id = any ((select my_authorities())::text[]) and (select my_services()) is null)
  with check (authority_id = any ((select my_authorities())::text[]) and (select my_services()) is null);

alter table notice_choice enable row level security;
create policy own_authority on notice_choice
  using (authority_id = any ((select my_authorities())::text[]) and (select my_services()) is null)
  with check (authority_id = any ((select my_authorities())::text[]) and (select my_services()) is null);

alter table notice_digest enable row level security;
create policy own_authority on notice_digest
  using (authority_id = any ((select my_authorities())::text[]) and (select my_services()) is null)
  with check (authority_id = any ((select my_authorities())::text[]) and (select my_services()) is null);

-- What others read: alerts that somebody still has to deal with. Those that are put off are among them.
create view alert_now with (security_invoker) as
  select * from alert where cleared_at is null and done_at is null;

-- What rules and lists ask of the past of proposals, by rating_proposal_past.
create index rating_proposal_by_time on rating_proposal (authority_id, recorded_at desc);
create index rating_proposal_superseded on rating_proposal (authority_id, superseded_at desc)
  where superseded_at is not null;

grant select, insert, update on alert, notice_choice to plumbline_app;
-- What happened to an alert is never changed; a note that was kept long enough is erased.
grant select, insert on alert_step, notice_digest to plumbline_app;
grant update (note) on alert_step to plumbline_app;
grant select on alert_now to plumbline_app;
