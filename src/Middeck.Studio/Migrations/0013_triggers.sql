-- Where runs begin by themselves: one row per trigger node of an app, kept as long as the draft or the live version has the node, so that
-- its address stays. Ids are random: who knows the id of a webhook may call it.
CREATE TABLE studio.workflow_trigger (
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL,
    app_id uuid NOT NULL REFERENCES studio.app ON DELETE CASCADE,
    node_id text NOT NULL,
    kind text NOT NULL,
    -- Whether the live version has the node.
    is_live boolean NOT NULL DEFAULT false,
    enabled boolean NOT NULL DEFAULT true,
    -- The live version's times, as Middeck.Studio writes them; null for webhooks and for times that cannot be read.
    schedule text,
    -- When it is due; null when it never is.
    next_at timestamptz,
    last_at timestamptz,
    last_run_id uuid,
    -- Until when somebody wants calls to run the draft, and who.
    listening_until timestamptz,
    listener uuid,
    created_at timestamptz NOT NULL,
    UNIQUE (app_id, node_id)
);
CREATE INDEX workflow_trigger_due ON studio.workflow_trigger (next_at) WHERE next_at IS NOT NULL;
CREATE INDEX workflow_trigger_workspace ON studio.workflow_trigger (workspace_id);

-- The version whose triggers the table above has.
ALTER TABLE studio.app ADD COLUMN triggers_version integer;
CREATE INDEX app_triggers_behind ON studio.app (id) WHERE mode = 'workflow' AND version IS DISTINCT FROM triggers_version;

-- What is large stands in the object store; the columns of text are empty then.
ALTER TABLE studio.workflow_event ADD COLUMN body_object uuid, ADD COLUMN record_object uuid;
CREATE INDEX workflow_event_body ON studio.workflow_event (body_object) WHERE body_object IS NOT NULL;
CREATE INDEX workflow_event_record ON studio.workflow_event (record_object) WHERE record_object IS NOT NULL;
