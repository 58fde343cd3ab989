-- The monitoring plan: what is to be done for each service, until when, and what was done (W3.6, B2.10).

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
  state text not null check (state in ('due', 'arranged', 'held', 'cancelled')),
  -- Null for what has no date by the policy: it is arranged on an occasion.
  due date,
  arranged_for date,
  held_on date,
  -- Who carries it out; without one, the contract lead sees to it.
  person_id uuid references person,
  -- Why it is due then: the row of the policy, from when it was counted, and what moved it.
  because jsonb not null,
  recorded_at timestamptz not null,
  event_id bigint not null references event,
  unique (authority_id, id),
  foreign key (authority_id, service_id) references service (authority_id, id),
  foreign key (authority_id, contract_id) references contract (authority_id, id)
);
create index activity_of_service on activity (authority_id, service_id, activity);
create index activity_open on activity (authority_id, due) where state in ('due', 'arranged');

alter table activity enable row level security;
create policy own_authority on activity
  using (authority_id = any ((select my_authorities())::text[]) and (select my_services()) is null)
  with check (authority_id = any ((select my_authorities())::text[]) and (select my_services()) is null);

create view activity_now with (security_invoker) as select * from activity;

grant select, insert, update on activity to plumbline_app;
grant select on activity_now to plumbline_app;
