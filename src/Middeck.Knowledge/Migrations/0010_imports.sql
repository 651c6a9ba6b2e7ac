-- Archives that wait for their import. Two imports of one archive share its object, which the first to end must not take away.
CREATE TABLE knowledge.import_archive (
    base_id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL,
    object_key text NOT NULL,
    expires_at timestamptz NOT NULL
);
CREATE INDEX import_archive_by_object ON knowledge.import_archive (object_key);
CREATE INDEX import_archive_by_expiry ON knowledge.import_archive (expires_at);
CREATE INDEX import_archive_by_workspace ON knowledge.import_archive (workspace_id);
