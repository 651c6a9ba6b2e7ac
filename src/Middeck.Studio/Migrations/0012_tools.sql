-- How a workspace sends mail.
CREATE TABLE studio.mail_setting (
    workspace_id uuid PRIMARY KEY,
    host text NOT NULL,
    port integer NOT NULL,
    tls boolean NOT NULL,
    username text NOT NULL,
    -- The vault's ciphertext; null for a server that asks for none.
    password text,
    sender text NOT NULL,
    sender_name text NOT NULL,
    updated_by uuid,
    updated_at timestamptz NOT NULL
);

-- Tools of a workspace that come from elsewhere: an HTTP API by its description, or an MCP server.
CREATE TABLE studio.tool_provider (
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL,
    kind text NOT NULL,
    name text NOT NULL,
    description text NOT NULL,
    icon text NOT NULL,
    -- Where it is and how it is asked, without secrets.
    settings jsonb NOT NULL,
    -- The description as it was given; empty where the server itself tells.
    source text NOT NULL,
    -- What it offered when it was last read.
    tools jsonb NOT NULL,
    -- The vault's ciphertext of all secrets together; null for none.
    secrets text,
    created_by uuid,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL
);
CREATE UNIQUE INDEX tool_provider_name ON studio.tool_provider (workspace_id, lower(name));
CREATE INDEX tool_provider_listing ON studio.tool_provider (workspace_id, id DESC);

-- What a node of a workflow made goes with its run.
ALTER TABLE studio.file ADD COLUMN run_id uuid REFERENCES studio.workflow_run ON DELETE CASCADE;
CREATE INDEX file_by_run ON studio.file (run_id) WHERE run_id IS NOT NULL;
