-- Files that clients sent for a knowledge pipeline. There are none yet, so nothing takes them up and they expire.
CREATE TABLE knowledge.pipeline_file (
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL,
    name text NOT NULL,
    extension text NOT NULL,
    mime_type text NOT NULL,
    size bigint NOT NULL,
    object_key text NOT NULL,
    created_by uuid,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL
);
CREATE INDEX pipeline_file_by_object ON knowledge.pipeline_file (object_key);
CREATE INDEX pipeline_file_by_expiry ON knowledge.pipeline_file (expires_at);
CREATE INDEX pipeline_file_by_workspace ON knowledge.pipeline_file (workspace_id);
