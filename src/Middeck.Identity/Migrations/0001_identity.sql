-- People of the installation. They belong to workspaces through identity.member.
CREATE TABLE identity.user (
    id uuid PRIMARY KEY,
    email text NOT NULL,
    -- The address as it is compared: NFC, lower case.
    email_key text NOT NULL UNIQUE,
    name text NOT NULL,
    -- null: as the browser says.
    language text CHECK (language IN ('zh-CN', 'en')),
    password_hash text NOT NULL,
    -- A session is good only while it carries the same stamp, so a new stamp ends all sessions in one write.
    security_stamp uuid NOT NULL,
    must_change_password boolean NOT NULL DEFAULT false,
    installation_admin boolean NOT NULL DEFAULT false,
    default_workspace_id uuid,
    suspended_at timestamptz,
    created_at timestamptz NOT NULL,
    last_login_at timestamptz
);

CREATE TABLE identity.workspace (
    id uuid PRIMARY KEY,
    name text NOT NULL,
    created_by uuid,
    created_at timestamptz NOT NULL,
    -- Set when the owner deletes it: closed at once, erased by a job.
    deleted_at timestamptz
);

CREATE TABLE identity.member (
    workspace_id uuid NOT NULL REFERENCES identity.workspace (id) ON DELETE CASCADE,
    user_id uuid NOT NULL REFERENCES identity.user (id) ON DELETE CASCADE,
    role text NOT NULL CHECK (role IN ('owner', 'admin', 'editor', 'operator', 'dataset_operator', 'viewer')),
    joined_at timestamptz NOT NULL,
    PRIMARY KEY (workspace_id, user_id)
);
CREATE INDEX member_user ON identity.member (user_id);

CREATE TABLE identity.invitation (
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL REFERENCES identity.workspace (id) ON DELETE CASCADE,
    email text,
    role text NOT NULL,
    token_hash bytea NOT NULL UNIQUE,
    created_by uuid,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    accepted_at timestamptz,
    accepted_by uuid
);
CREATE INDEX invitation_workspace ON identity.invitation (workspace_id, id);
CREATE INDEX invitation_expiry ON identity.invitation (expires_at);

CREATE TABLE identity.session (
    id uuid PRIMARY KEY,
    user_id uuid NOT NULL REFERENCES identity.user (id) ON DELETE CASCADE,
    security_stamp uuid NOT NULL,
    ip text,
    user_agent text,
    created_at timestamptz NOT NULL,
    last_seen_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    revoked_at timestamptz,
    -- logout, revoked, reused.
    revoked_reason text
);
CREATE INDEX session_list ON identity.session (user_id, id);
CREATE INDEX session_expiry ON identity.session (expires_at);

CREATE TABLE identity.refresh_token (
    id uuid PRIMARY KEY,
    session_id uuid NOT NULL REFERENCES identity.session (id) ON DELETE CASCADE,
    token_hash bytea NOT NULL UNIQUE,
    -- The token that was exchanged for this one; null for the first of a session.
    parent_id uuid,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    used_at timestamptz
);
CREATE INDEX refresh_token_session ON identity.refresh_token (session_id);
CREATE INDEX refresh_token_expiry ON identity.refresh_token (expires_at);

-- Failures are counted per address, known or not, so that a lock does not tell which addresses have accounts.
CREATE TABLE identity.login_attempt (
    email_hash bytea PRIMARY KEY,
    failures integer NOT NULL,
    locked_until timestamptz,
    last_at timestamptz NOT NULL
);
CREATE INDEX login_attempt_last ON identity.login_attempt (last_at);

CREATE TABLE identity.one_time_token (
    token_hash bytea PRIMARY KEY,
    purpose text NOT NULL,
    user_id uuid NOT NULL REFERENCES identity.user (id) ON DELETE CASCADE,
    created_by uuid,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL
);
CREATE INDEX one_time_token_user ON identity.one_time_token (user_id);
CREATE INDEX one_time_token_expiry ON identity.one_time_token (expires_at);

CREATE TABLE identity.api_key (
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL REFERENCES identity.workspace (id) ON DELETE CASCADE,
    kind text NOT NULL CHECK (kind IN ('app', 'dataset', 'management')),
    name text NOT NULL,
    key_hash bytea NOT NULL UNIQUE,
    masked text NOT NULL,
    resource_id uuid,
    scopes text[] NOT NULL,
    created_by uuid,
    created_at timestamptz NOT NULL,
    last_used_at timestamptz,
    expires_at timestamptz
);
CREATE INDEX api_key_list ON identity.api_key (workspace_id, kind, id DESC);

CREATE TABLE identity.resource_access (
    workspace_id uuid NOT NULL REFERENCES identity.workspace (id) ON DELETE CASCADE,
    kind text NOT NULL,
    resource_id uuid NOT NULL,
    mode text NOT NULL CHECK (mode IN ('workspace', 'listed')),
    PRIMARY KEY (workspace_id, kind, resource_id)
);

CREATE TABLE identity.resource_grant (
    workspace_id uuid NOT NULL,
    kind text NOT NULL,
    resource_id uuid NOT NULL,
    user_id uuid NOT NULL REFERENCES identity.user (id) ON DELETE CASCADE,
    level text NOT NULL CHECK (level IN ('use', 'edit', 'manage')),
    PRIMARY KEY (workspace_id, kind, resource_id, user_id),
    FOREIGN KEY (workspace_id, kind, resource_id)
        REFERENCES identity.resource_access (workspace_id, kind, resource_id) ON DELETE CASCADE
);
CREATE INDEX resource_grant_user ON identity.resource_grant (user_id);

-- No foreign keys: the log outlives the people and objects that it names.
CREATE TABLE identity.audit (
    id uuid PRIMARY KEY,
    at timestamptz NOT NULL,
    -- null: of the installation, seen by its administrators only.
    workspace_id uuid,
    actor_kind text NOT NULL,
    actor_id uuid,
    actor_name text NOT NULL,
    action text NOT NULL,
    object_kind text,
    object_id text,
    object_name text,
    ip text,
    user_agent text,
    status integer NOT NULL,
    before jsonb,
    after jsonb,
    trace_id text
);
CREATE INDEX audit_workspace ON identity.audit (workspace_id, id DESC);
CREATE INDEX audit_action ON identity.audit (workspace_id, action, id DESC);
CREATE INDEX audit_at ON identity.audit (at);

-- Keys of the platform itself, encrypted with the master key.
CREATE TABLE identity.signing_secret (
    name text PRIMARY KEY,
    ciphertext text NOT NULL,
    created_at timestamptz NOT NULL
);
