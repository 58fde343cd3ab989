-- Sign-in by a council's own identity provider (OpenID Connect). Both tables stand in the room of accounts (0009).

-- Who a person is to the provider. sub is the provider's own number: it stays when a name or an address changes.
create table oidc_subject (
  issuer text not null,
  subject text not null,
  person_id uuid not null references account on delete cascade,
  recorded_at timestamptz not null,
  primary key (issuer, subject)
);
create index oidc_subject_of_person on oidc_subject (person_id);

-- Between leaving for the provider and coming back: what only this browser's answer may fit. Used once.
create table oidc_attempt (
  token_digest text primary key,
  state text not null,
  nonce text not null,
  verifier text not null,
  return_to text not null,
  ends_at timestamptz not null
);

alter table oidc_subject enable row level security;
create policy own_room on oidc_subject
  using ((select my_room()) = 'accounts') with check ((select my_room()) = 'accounts');

alter table oidc_attempt enable row level security;
create policy own_room on oidc_attempt
  using ((select my_room()) = 'accounts') with check ((select my_room()) = 'accounts');

grant select, insert, update, delete on oidc_subject, oidc_attempt to plumbline_app;
