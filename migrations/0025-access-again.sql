-- What a proof is good for, the keys of second steps, and accounts that came to an end.

-- The council whose identity provider proved the person: its word counts for that council alone. Null where the person
-- proved themselves to Plumbline. Sessions of before did not say whose word they stand on, so their people sign in anew.
alter table session add column proved_for text references authority;
delete from session where method = 'oidc';

-- Which key seals a secret of a second step; null where it is not sealed yet (0009). The key itself is never here.
alter table account add column factor_key text;
alter table pending_sign_in add column secret_key text;

-- The first night on which an account could open nothing any more: it was disabled, or its person works nowhere.
alter table account add column closed_at timestamptz;
