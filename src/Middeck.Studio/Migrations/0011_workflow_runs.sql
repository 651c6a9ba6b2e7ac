-- What a run of a draft does; versions have theirs. One row serves all runs of the same draft.
CREATE TABLE studio.workflow_draft (
    app_id uuid NOT NULL REFERENCES studio.app ON DELETE CASCADE,
    hash bytea NOT NULL,
    config jsonb NOT NULL,
    PRIMARY KEY (app_id, hash)
);

CREATE TABLE studio.workflow_run (
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL,
    app_id uuid NOT NULL REFERENCES studio.app ON DELETE CASCADE,
    version integer,
    draft_hash bytea,
    source text NOT NULL,
    user_id uuid,
    end_user_id uuid REFERENCES studio.end_user ON DELETE CASCADE,
    end_user text,
    key_id uuid,
    message_id uuid REFERENCES studio.message ON DELETE CASCADE,
    only_node text,
    -- What the run began with, as Middeck.Workflows writes snapshots.
    start text NOT NULL,
    inputs jsonb NOT NULL,
    status text NOT NULL,
    outputs jsonb,
    error text,
    elapsed double precision NOT NULL DEFAULT 0,
    total_tokens bigint NOT NULL DEFAULT 0,
    total_price numeric NOT NULL DEFAULT 0,
    currency text NOT NULL DEFAULT '',
    total_steps integer NOT NULL DEFAULT 0,
    exceptions integer NOT NULL DEFAULT 0,
    attempts integer NOT NULL DEFAULT 1,
    -- Nodes that must not be done twice and have begun.
    attempted text[] NOT NULL DEFAULT '{}',
    stop_requested boolean NOT NULL DEFAULT false,
    lease_owner uuid,
    lease_expires_at timestamptz,
    created_at timestamptz NOT NULL,
    finished_at timestamptz
);
CREATE INDEX workflow_run_listing ON studio.workflow_run (app_id, id DESC);
CREATE INDEX workflow_run_workspace ON studio.workflow_run (workspace_id);
CREATE INDEX workflow_run_lease ON studio.workflow_run (lease_expires_at) WHERE status = 'running';
CREATE INDEX workflow_run_waiting ON studio.workflow_run (id) WHERE status = 'paused';
CREATE INDEX workflow_run_age ON studio.workflow_run (finished_at) WHERE finished_at IS NOT NULL;
CREATE INDEX workflow_run_message ON studio.workflow_run (message_id) WHERE message_id IS NOT NULL;
CREATE INDEX workflow_run_end_user ON studio.workflow_run (end_user_id) WHERE end_user_id IS NOT NULL;

-- What those who watch are told, in its order; text is kept in pieces of up to 4 KB. The end of a node has with it what is needed to go
-- on behind it.
CREATE TABLE studio.workflow_event (
    run_id uuid NOT NULL REFERENCES studio.workflow_run ON DELETE CASCADE,
    sequence integer NOT NULL,
    name text NOT NULL,
    body text NOT NULL,
    -- Characters that the run has written up to and with this event.
    text_length integer NOT NULL,
    node_key text,
    record text,
    PRIMARY KEY (run_id, sequence)
);

-- What people are asked.
CREATE TABLE studio.workflow_form (
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL,
    run_id uuid NOT NULL REFERENCES studio.workflow_run ON DELETE CASCADE,
    node_key text NOT NULL,
    node_id text NOT NULL,
    node_title text NOT NULL,
    token text NOT NULL UNIQUE,
    content text NOT NULL,
    inputs jsonb NOT NULL,
    actions jsonb NOT NULL,
    defaults jsonb NOT NULL,
    expires_at timestamptz NOT NULL,
    created_at timestamptz NOT NULL,
    -- Set when somebody answered, or the time ran out (then without an action).
    closed_at timestamptz,
    action text,
    answer jsonb
);
CREATE INDEX workflow_form_run ON studio.workflow_form (run_id);
CREATE INDEX workflow_form_workspace ON studio.workflow_form (workspace_id, id DESC);
CREATE INDEX workflow_form_expiry ON studio.workflow_form (expires_at) WHERE closed_at IS NULL;
