ALTER TABLE knowledge.document
    -- Where it lay in the folder that was uploaded or read, such as "2026/plans"; empty for the top.
    ADD COLUMN folder text NOT NULL DEFAULT '',
    -- Who brought the present version, and when.
    ADD COLUMN file_by uuid,
    ADD COLUMN file_at timestamptz;
UPDATE knowledge.document SET file_by = created_by, file_at = created_at;
ALTER TABLE knowledge.document ALTER COLUMN file_at SET NOT NULL;
-- A document's version is found by its place and name, whatever the case.
DROP INDEX knowledge.document_by_name;
CREATE INDEX document_by_name ON knowledge.document (base_id, lower(name), folder);

-- A large file that comes in parts and may be gone on with after a break.
CREATE TABLE knowledge.upload (
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL,
    base_id uuid NOT NULL REFERENCES knowledge.base (id) ON DELETE CASCADE,
    name text NOT NULL,
    folder text NOT NULL,
    duplicate text NOT NULL,
    size bigint NOT NULL,
    -- What the whole file must hash to; null when the client did not say.
    sha256 text,
    -- Bytes that are kept in parts.
    received bigint NOT NULL DEFAULT 0,
    -- Set when the file has become a document; the parts are gone then.
    document_id uuid,
    created_by uuid,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL
);
CREATE INDEX upload_by_base ON knowledge.upload (base_id);
CREATE INDEX upload_by_person ON knowledge.upload (workspace_id, created_by) WHERE document_id IS NULL;
CREATE INDEX upload_by_expiry ON knowledge.upload (expires_at);

CREATE TABLE knowledge.upload_part (
    upload_id uuid NOT NULL REFERENCES knowledge.upload (id) ON DELETE CASCADE,
    -- The first byte's place in the file.
    start bigint NOT NULL,
    size integer NOT NULL,
    object_key text NOT NULL,
    PRIMARY KEY (upload_id, start)
);
CREATE INDEX upload_part_by_object ON knowledge.upload_part (object_key);

-- A place that documents are brought from again and again.
CREATE TABLE knowledge.source (
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL,
    base_id uuid NOT NULL REFERENCES knowledge.base (id) ON DELETE CASCADE,
    kind text NOT NULL,
    name text NOT NULL,
    settings jsonb NOT NULL,
    -- Encrypted.
    secret text,
    schedule text NOT NULL,
    gone text NOT NULL,
    state text NOT NULL,
    error text,
    error_code text,
    job_id uuid,
    -- Since when a run is asked for that has no job yet; null while none is.
    requested_at timestamptz,
    requested_by uuid,
    trigger text NOT NULL DEFAULT 'manual',
    -- How many documents somebody agreed to lose.
    confirmed_gone integer NOT NULL DEFAULT 0,
    next_run_at timestamptz,
    last_run_at timestamptz,
    created_by uuid,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL
);
CREATE INDEX source_by_base ON knowledge.source (base_id, id DESC);
CREATE INDEX source_due ON knowledge.source (next_run_at) WHERE next_run_at IS NOT NULL;
CREATE INDEX source_without_job ON knowledge.source (requested_at) WHERE requested_at IS NOT NULL;

CREATE TABLE knowledge.source_run (
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL,
    source_id uuid NOT NULL REFERENCES knowledge.source (id) ON DELETE CASCADE,
    job_id uuid NOT NULL,
    trigger text NOT NULL,
    state text NOT NULL,
    added integer NOT NULL DEFAULT 0,
    changed integer NOT NULL DEFAULT 0,
    unchanged integer NOT NULL DEFAULT 0,
    skipped integer NOT NULL DEFAULT 0,
    gone integer NOT NULL DEFAULT 0,
    failed integer NOT NULL DEFAULT 0,
    -- [{"key", "code", "error"}], the first of them.
    failures jsonb NOT NULL DEFAULT '[]',
    error text,
    error_code text,
    started_at timestamptz NOT NULL,
    finished_at timestamptz
);
CREATE INDEX source_run_by_source ON knowledge.source_run (source_id, id DESC);
CREATE UNIQUE INDEX source_run_by_job ON knowledge.source_run (job_id);
CREATE INDEX source_run_by_age ON knowledge.source_run (started_at);
