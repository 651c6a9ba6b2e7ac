CREATE TABLE studio.app (
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL,
    name text NOT NULL,
    description text NOT NULL,
    icon text,
    mode text NOT NULL,
    draft_config jsonb NOT NULL,
    draft_revision integer NOT NULL,
    draft_updated_at timestamptz NOT NULL,
    draft_updated_by uuid,
    version integer,
    published_revision integer,
    published_at timestamptz,
    created_by uuid,
    updated_by uuid,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL
);
CREATE INDEX app_listing ON studio.app (workspace_id, id DESC);

CREATE TABLE studio.app_version (
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL,
    app_id uuid NOT NULL REFERENCES studio.app ON DELETE CASCADE,
    version integer NOT NULL,
    config jsonb NOT NULL,
    name text,
    note text,
    created_by uuid,
    created_at timestamptz NOT NULL,
    UNIQUE (app_id, version)
);
CREATE INDEX app_version_listing ON studio.app_version (workspace_id, app_id, id DESC);

-- A person as an app's own program names them.
CREATE TABLE studio.end_user (
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL,
    app_id uuid NOT NULL REFERENCES studio.app ON DELETE CASCADE,
    external_id text NOT NULL,
    created_at timestamptz NOT NULL,
    UNIQUE (app_id, external_id)
);
CREATE INDEX end_user_workspace ON studio.end_user (workspace_id);

CREATE TABLE studio.conversation (
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL,
    app_id uuid NOT NULL REFERENCES studio.app ON DELETE CASCADE,
    user_id uuid,
    end_user_id uuid REFERENCES studio.end_user ON DELETE CASCADE,
    draft boolean NOT NULL,
    name text NOT NULL,
    inputs jsonb NOT NULL,
    introduction text,
    message_count integer NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    CONSTRAINT conversation_has_one_owner CHECK ((user_id IS NULL) <> (end_user_id IS NULL))
);
CREATE INDEX conversation_of_user ON studio.conversation (workspace_id, user_id, updated_at DESC, id DESC)
    WHERE user_id IS NOT NULL;
CREATE INDEX conversation_of_end_user ON studio.conversation (end_user_id, updated_at DESC, id DESC)
    WHERE end_user_id IS NOT NULL;
CREATE INDEX conversation_of_app ON studio.conversation (app_id);
CREATE INDEX conversation_age ON studio.conversation (updated_at);

CREATE TABLE studio.message (
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL,
    app_id uuid NOT NULL,
    conversation_id uuid NOT NULL REFERENCES studio.conversation ON DELETE CASCADE,
    app_version integer,
    query text NOT NULL,
    inputs jsonb NOT NULL,
    answer text NOT NULL,
    status text NOT NULL,
    error_code text,
    error text,
    citations jsonb NOT NULL,
    model text,
    prompt_tokens integer NOT NULL,
    completion_tokens integer NOT NULL,
    time_to_first_token double precision,
    duration double precision,
    stop_requested boolean NOT NULL,
    lease_owner uuid,
    lease_expires_at timestamptz,
    created_at timestamptz NOT NULL,
    finished_at timestamptz
);
CREATE INDEX message_listing ON studio.message (conversation_id, id DESC);
CREATE INDEX message_workspace ON studio.message (workspace_id);
CREATE INDEX message_lease ON studio.message (lease_owner, lease_expires_at) WHERE status = 'running';

CREATE TABLE studio.feedback (
    message_id uuid PRIMARY KEY REFERENCES studio.message ON DELETE CASCADE,
    workspace_id uuid NOT NULL,
    app_id uuid NOT NULL,
    user_id uuid,
    end_user_id uuid,
    rating text NOT NULL,
    content text,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL
);
CREATE INDEX feedback_of_app ON studio.feedback (workspace_id, app_id, message_id DESC);
