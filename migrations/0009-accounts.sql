-- Local accounts: who signs in with an email address and a password, their second factor, the links that are sent to
-- them, failed attempts, known devices, and the mail itself.

-- Rooms that no authority divides: an account is looked for before anyone is known, and one person may work for two
-- councils. So their rows show only to the room that opened itself for this transaction, and to no other slice's query.
create function my_room() returns text language sql stable as $$
  select coalesce(current_setting('plumbline.room', true), '')
$$;

create table account (
  person_id uuid primary key references person,
  email text not null,
  -- As $argon2id$v=19$m=19456,t=2,p=1$salt$hash: the parameters stand with it, so that they can be raised.
  password_hash text,
  password_changed_at timestamptz,
  -- The shared secret of the codes; it counts once a first code has confirmed it.
  factor_secret bytea,
  factor_confirmed_at timestamptz,
  -- The time step of the last code that was taken: no code is taken twice.
  factor_step bigint,
  disabled_at timestamptz,
  recorded_at timestamptz not null
);
create unique index account_by_email on account (lower(email));

-- One salt for a person's codes, so that one costly hash is worked out for a try and not ten.
create table recovery_code (
  person_id uuid not null references account on delete cascade,
  salt bytea not null,
  digest bytea not null,
  used_at timestamptz,
  primary key (person_id, digest)
);

-- Links that are sent by mail. Only a digest is stored. A link is used once, and works until it ends.
create table account_link (
  token_digest text primary key,
  person_id uuid not null references account on delete cascade,
  purpose text not null check (purpose in ('invitation', 'password', 'email')),
  -- The new address, where one is to be confirmed.
  email text,
  made_at timestamptz not null,
  ends_at timestamptz not null,
  used_at timestamptz
);
create index account_link_of_person on account_link (person_id);

-- Between the password and the second factor: nobody is signed in yet. A secret waits here until its first code.
create table pending_sign_in (
  token_digest text primary key,
  person_id uuid not null references account on delete cascade,
  method text not null,
  new_secret bytea,
  return_to text not null,
  ends_at timestamptz not null
);

-- Failed attempts, by the digest of what was tried from where. Counts and times only.
create table sign_in_attempt (
  key_digest text primary key,
  failures integer not null,
  last_at timestamptz not null,
  wait_until timestamptz
);

-- Browsers in which a person signed in before: others' failures do not slow these.
create table known_device (
  token_digest text not null,
  person_id uuid not null references account on delete cascade,
  recorded_at timestamptz not null,
  last_used_at timestamptz not null,
  primary key (token_digest, person_id)
);

-- Mail that waits or went. body holds secret links, so it is emptied once the mail was sent. authority_id is null for
-- mail to a person of several councils: no administrator of one of them reads it.
create table mail (
  id uuid primary key,
  authority_id text references authority,
  recipient text not null,
  subject text not null,
  body text,
  recorded_at timestamptz not null,
  sent_at timestamptz
);
create index mail_by_time on mail (recorded_at desc);

-- How a session began, and on what it runs. Sessions of before were those of the demonstration.
alter table session
  add column id uuid not null default gen_random_uuid() unique,
  add column method text not null default 'demonstration',
  add column strength text not null default 'one-factor' check (strength in ('one-factor', 'two-factors')),
  add column device text not null default '';
create index session_of_person on session (person_id);

alter table account enable row level security;
create policy own_room on account
  using ((select my_room()) = 'accounts') with check ((select my_room()) = 'accounts');

alter table recovery_code enable row level security;
create policy own_room on recovery_code
  using ((select my_room()) = 'accounts') with check ((select my_room()) = 'accounts');

alter table account_link enable row level security;
create policy own_room on account_link
  using ((select my_room()) = 'accounts') with check ((select my_room()) = 'accounts');

alter table pending_sign_in enable row level security;
create policy own_room on pending_sign_in
  using ((select my_room()) = 'accounts') with check ((select my_room()) = 'accounts');

alter table sign_in_attempt enable row level security;
create policy own_room on sign_in_attempt
  using ((select my_room()) = 'accounts') with check ((select my_room()) = 'accounts');

alter table known_device enable row level security;
create policy own_room on known_device
  using ((select my_room()) = 'accounts') with check ((select my_room()) = 'accounts');

alter table mail enable row level security;
create policy own_authority on mail
  using (authority_id = any ((select my_authorities())::text[]) and (select my_services()) is null
    or (select my_room()) = 'mail')
  with check (authority_id = any ((select my_authorities())::text[]) and (select my_services()) is null
    or (select my_room()) = 'mail');

grant select, insert, update, delete on
  account, recovery_code, account_link, pending_sign_in, sign_in_attempt, known_device, mail to plumbline_app;
