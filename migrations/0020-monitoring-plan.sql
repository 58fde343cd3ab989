-- The monitoring plan: what is to be done for each service, until when, and what was done (W3.6, B2.10).

-- When a contract came under the plan, and so from when its time runs where nothing was held yet.
create table contract_entry (
  contract_id uuid primary key,
  authority_id text not null references authority,
  service_id uuid not null,
  entered_on date not null,
  foreign key (authority_id, contract_id) references contract (authority_id, id),
  foreign key (authority_id, service_id) references service (authority_id, id)
);
create index contract_entry_of_authority on contract_entry (authority_id, service_id);

-- What a contract itself says of an activity, where its word goes before the policy's (B2.11).
create table contract_monitoring (
  contract_id uuid not null,
  activity text not null,
  authority_id text not null references authority,
  asks_for boolean not null,
  every_months integer check (every_months between 1 and 60),
  note text,
  recorded_at timestamptz not null,
  event_id bigint not null references event,
  primary key (contract_id, activity),
  foreign key (authority_id, contract_id) references contract (authority_id, id)
);
create index contract_monitoring_of_authority on contract_monitoring (authority_id, contract_id);

-- In which bands a service stood, in the order in which it was decided: due dates hang on all of them since an activity
-- was last held, and not on the present one alone (W3.24).
create table monitored_band (
  id bigint generated always as identity primary key,
  authority_id text not null references authority,
  service_id uuid not null,
  band text not null,
  since date not null,
  recorded_at timestamptz not null,
  event_id bigint not null references event,
  foreign key (authority_id, service_id) references service (authority_id, id)
);
create index monitored_band_of_service on monitored_band (authority_id, service_id, id);

-- What of an activity its provider may also read, once it is arranged with it or due from it. No notes and no reasons
-- here: a reason tells the colour.
create table activity (
  id uuid primary key,
  authority_id text not null references authority,
  service_id uuid not null,
  -- Null for what is of the service, whatever its contracts.
  contract_id uuid,
  -- The activity of the pack's monitoring.yaml, and what the policy called it then.
  activity text not null,
  name text not null,
  version integer not null,
  -- lapsed: nobody asks for it any more, because the contract or the policy does not.
  state text not null check (state in ('due', 'arranged', 'held', 'cancelled', 'lapsed')),
  -- Null for what has no date by the policy: it is arranged on an occasion.
  due date,
  arranged_for date,
  -- HH:MM; null where no time was agreed.
  at_time text,
  place text,
  -- The form of the activity, where the policy has several.
  form text,
  held_on date,
  -- Who carries it out; without one, the contract lead sees to it.
  person_id uuid references person,
  -- Whether the provider gives it, and so sees when it is due.
  by_provider boolean not null,
  -- Whether the provider was told: it sees what is arranged only then.
  announced boolean not null,
  -- Whether it is the one that the policy asks for; an additional one leaves the next due date as it is.
  counts boolean not null,
  recorded_at timestamptz not null,
  event_id bigint not null references event,
  unique (authority_id, id),
  foreign key (authority_id, service_id) references service (authority_id, id),
  foreign key (authority_id, contract_id) references contract (authority_id, id),
  constraint arranged_with_day check (state <> 'arranged' or arranged_for is not null),
  constraint held_with_day check ((state = 'held') = (held_on is not null))
);
create index activity_of_service on activity (authority_id, service_id, activity);
create index activity_open on activity (authority_id, due) where state in ('due', 'arranged');
create index activity_arranged on activity (authority_id, arranged_for) where state = 'arranged';
create index activity_last_held on activity (authority_id, contract_id, activity, held_on) where state = 'held' and counts;
-- One open row for each duty of a contract: two sweeps at once cannot plan the same twice.
create unique index activity_open_once on activity (authority_id, contract_id, activity)
  where state in ('due', 'arranged') and counts;

-- What the council alone reads of an activity.
create table activity_record (
  activity_id uuid primary key,
  authority_id text not null references authority,
  -- Why it is due then: the row of the policy, from when it was counted. Null for what has no date.
  because jsonb,
  -- What moved it last: from which day, when, and the event that did. Null where nothing did.
  moved jsonb,
  -- What an additional visit is about, or why something without a date was arranged.
  occasion text,
  -- Why it was rearranged or cancelled last.
  reason text,
  -- Who was there, by the policy's roles: [{ "role", "name" }].
  attendance jsonb not null default '[]',
  -- What was said, by the policy's agenda: { "safeguarding": "..." }.
  notes jsonb not null default '{}',
  -- Which of the policy's checks were made: ["quality-and-safety-check"].
  checks jsonb not null default '[]',
  -- By when its record goes to the provider, and when it did.
  record_due date,
  record_sent_on date,
  -- Whether its words were erased when their time was over.
  disposed boolean not null default false,
  foreign key (authority_id, activity_id) references activity (authority_id, id)
);
create index activity_record_of_authority on activity_record (authority_id, record_due) where record_sent_on is null;

-- Every version of an activity, with what the council alone reads.
create table activity_version (
  activity_id uuid not null,
  version integer not null,
  authority_id text not null references authority,
  valid jsonb not null check (jsonb_typeof(valid) = 'object'),
  recorded_at timestamptz not null,
  superseded_at timestamptz,
  event_id bigint not null references event,
  primary key (activity_id, version),
  foreign key (authority_id, activity_id) references activity (authority_id, id)
);
create index activity_version_of_authority on activity_version (authority_id, activity_id);

-- What somebody is to do after an activity.
create table activity_action (
  id uuid primary key,
  authority_id text not null references authority,
  service_id uuid not null,
  activity_id uuid not null,
  what text not null,
  -- A person of the council, or else whom of the provider, by role or name.
  person_id uuid references person,
  who text,
  due date not null,
  done_on date,
  recorded_at timestamptz not null,
  event_id bigint not null references event,
  foreign key (authority_id, service_id) references service (authority_id, id),
  foreign key (authority_id, activity_id) references activity (authority_id, id),
  constraint somebody check (num_nonnulls(person_id, who) = 1)
);
create index activity_action_of_activity on activity_action (authority_id, activity_id);
create index activity_action_open on activity_action (authority_id, due) where done_on is null;

create table activity_file (
  id uuid primary key,
  authority_id text not null references authority,
  activity_id uuid not null,
  name text not null,
  kind text not null,
  bytes bigint not null,
  -- Where it is kept: see platform/files.ts. Null once it was disposed of.
  key text,
  recorded_at timestamptz not null,
  event_id bigint not null references event,
  foreign key (authority_id, activity_id) references activity (authority_id, id)
);
create index activity_file_of_activity on activity_file (authority_id, activity_id);

-- Calls, emails and visits outside the plan. No names of people who use services.
create table contact (
  id uuid primary key,
  authority_id text not null references authority,
  service_id uuid not null,
  kind text not null check (kind in ('call', 'email', 'visit')),
  on_day date not null,
  -- Who of the council, and with whom of the service.
  person_id uuid not null references person,
  with_whom text,
  note text,
  follow_up date,
  followed_up_on date,
  recorded_at timestamptz not null,
  event_id bigint not null references event,
  unique (authority_id, id),
  foreign key (authority_id, service_id) references service (authority_id, id)
);
create index contact_of_service on contact (authority_id, service_id, on_day desc);
create index contact_open on contact (authority_id, follow_up) where followed_up_on is null and follow_up is not null;

-- A calendar's secret address. Only its digest is kept, in the room of accounts: it is looked up before anyone is known.
create table calendar_feed (
  token_digest text primary key,
  id uuid not null unique,
  person_id uuid not null references person,
  council_id text not null references authority,
  covers text not null check (covers in ('person', 'team')),
  made_at timestamptz not null,
  ended_at timestamptz
);
create unique index calendar_feed_one on calendar_feed (council_id, person_id, covers) where ended_at is null;

alter table contract_entry enable row level security;
create policy own_authority on contract_entry
  using (authority_id = any ((select my_authorities())::text[]) and (select my_services()) is null)
  with check (authority_id = any ((select my_authorities())::text[]) and (select my_services()) is null);

alter table contract_monitoring enable row level security;
create policy own_authority on contract_monitoring
  using (authority_id = any ((select my_authorities())::text[]) and (select my_services()) is null)
  with check (authority_id = any ((select my_authorities())::text[]) and (select my_services()) is null);

alter table monitored_band enable row level security;
create policy own_authority on monitored_band
  using (authority_id = any ((select my_authorities())::text[]) and (select my_services()) is null)
  with check (authority_id = any ((select my_authorities())::text[]) and (select my_services()) is null);

-- A provider reads what is arranged with it, once it was told, and what it is to give.
alter table activity enable row level security;
create policy own_authority on activity
  using (authority_id = any ((select my_authorities())::text[])
    and ((select my_services()) is null
      or (service_id = any ((select my_services())::uuid[])
        and ((state = 'arranged' and announced) or (state = 'due' and by_provider)))))
  with check (authority_id = any ((select my_authorities())::text[]) and (select my_services()) is null);

alter table activity_record enable row level security;
create policy own_authority on activity_record
  using (authority_id = any ((select my_authorities())::text[]) and (select my_services()) is null)
  with check (authority_id = any ((select my_authorities())::text[]) and (select my_services()) is null);

alter table activity_version enable row level security;
create policy own_authority on activity_version
  using (authority_id = any ((select my_authorities())::text[]) and (select my_services()) is null)
  with check (authority_id = any ((select my_authorities())::text[]) and (select my_services()) is null);

alter table activity_action enable row level security;
create policy own_authority on activity_action
  using (authority_id = any ((select my_authorities())::text[]) and (select my_services()) is null)
  with check (authority_id = any ((select my_authorities())::text[]) and (select my_services()) is null);

alter table activity_file enable row level security;
create policy own_authority on activity_file
  using (authority_id = any ((select my_authorities())::text[]) and (select my_services()) is null)
  with check (authority_id = any ((select my_authorities())::text[]) and (select my_services()) is null);

alter table contact enable row level security;
create policy own_authority on contact
  using (authority_id = any ((select my_authorities())::text[]) and (select my_services()) is null)
  with check (authority_id = any ((select my_authorities())::text[]) and (select my_services()) is null);

alter table calendar_feed enable row level security;
create policy own_room on calendar_feed
  using ((select my_room()) = 'accounts') with check ((select my_room()) = 'accounts');

create view activity_now with (security_invoker) as select * from activity where state <> 'lapsed';
create view activity_record_now with (security_invoker) as select * from activity_record;
create view activity_action_now with (security_invoker) as select * from activity_action;
create view contact_now with (security_invoker) as select * from contact;
create function activity_known(at timestamptz) returns setof activity_version language sql stable as $$
  select * from activity_version where recorded_at < at and (superseded_at is null or superseded_at >= at)
$$;

-- What a provider's page shows: no person of the council, and none of its reasons.
create view activity_for_provider_now with (security_invoker) as
  select id, authority_id, service_id, activity, name, form, state, due, arranged_for, at_time, place, by_provider
  from activity
  where (state = 'arranged' and announced) or (state = 'due' and by_provider);

grant select, insert, update on contract_entry, contract_monitoring, monitored_band, activity, activity_record,
  activity_version, activity_action, activity_file, contact, calendar_feed to plumbline_app;
grant select on activity_now, activity_record_now, activity_action_now, contact_now, activity_for_provider_now
  to plumbline_app;
