-- A key whose app lies in the trash opens nothing until the app comes back.
ALTER TABLE identity.api_key ADD COLUMN suspended_at timestamptz;
