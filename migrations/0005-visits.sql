-- Visits and what was recorded on them. An answer is never changed: another is added, and the last
-- of a question holds. A device that packed the visit holds it until it hands it back.

create table visit (
  id uuid primary key,
  authority_id text not null references authority,
  service_id uuid not null references service,
  title text not null,
  held_on date not null,
  -- The questions as they stood when the visit was planned: [{id, text, guidance}].
  questions jsonb not null,
  -- packed_by: the name that others read while the visit is on a device.
  packed_by text,
  packed_at timestamptz,
  device_id uuid,
  recorded_at timestamptz not null,
  constraint packed_wholly_or_not check (num_nulls(packed_by, packed_at, device_id) in (0, 3))
);
create index visit_of_service on visit (service_id, held_on desc);

create table visit_answer (
  -- Made on the device or in the form: what is sent twice arrives once.
  id uuid primary key,
  visit_id uuid not null references visit,
  authority_id text not null references authority,
  question_id text not null,
  grade text not null check (grade in ('Excellent', 'Good', 'Requires improvement', 'Poor', 'Not assessed')),
  note text not null,
  -- By the clock of the device, which may be wrong. The order is that of arrival.
  recorded_at timestamptz not null,
  received_at timestamptz not null,
  arrival bigint not null generated always as identity
);
create index visit_answer_of_visit on visit_answer (visit_id, arrival);

alter table visit enable row level security;
create policy own_authority on visit
  using (authority_id = any ((select my_authorities())::text[])
    and (select my_services()) is null)
  with check (authority_id = any ((select my_authorities())::text[]));

alter table visit_answer enable row level security;
create policy own_authority on visit_answer
  using (authority_id = any ((select my_authorities())::text[])
    and (select my_services()) is null)
  with check (authority_id = any ((select my_authorities())::text[]));

create view visit_now with (security_invoker) as select * from visit;
create view visit_answer_now with (security_invoker) as
  select distinct on (visit_id, question_id) * from visit_answer order by visit_id, question_id, arrival desc;

grant select, insert, update on visit to plumbline_app;
-- What was recorded is never changed or deleted by the application.
grant select, insert on visit_answer to plumbline_app;
grant select on visit_now, visit_answer_now to plumbline_app;
