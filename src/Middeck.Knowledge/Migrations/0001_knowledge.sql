-- A collection of documents that is searched as one.
CREATE TABLE knowledge.base (
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL,
    name text NOT NULL,
    description text NOT NULL DEFAULT '',
    indexing text NOT NULL,
    chunking jsonb NOT NULL,
    embedding_model text,
    retrieval jsonb NOT NULL,
    -- Goes up by one with every change of what a search may find. The row's lock makes its order the order of commits.
    revision bigint NOT NULL DEFAULT 0,
    -- Removals up to this revision are no longer listed: an index that is older starts again from the rows.
    removals_trimmed bigint NOT NULL DEFAULT 0,
    created_by uuid,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    -- Gone for everybody; a job removes what is in it.
    deleted_at timestamptz
);
CREATE INDEX base_by_workspace ON knowledge.base (workspace_id, id DESC) WHERE deleted_at IS NULL;
CREATE INDEX base_deleted ON knowledge.base (deleted_at) WHERE deleted_at IS NOT NULL;

CREATE TABLE knowledge.document (
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL,
    base_id uuid NOT NULL REFERENCES knowledge.base (id) ON DELETE CASCADE,
    name text NOT NULL,
    extension text NOT NULL,
    mime_type text NOT NULL,
    size bigint NOT NULL,
    sha256 text NOT NULL,
    object_key text NOT NULL,
    -- The cleaned text that chunk offsets count in; null until it is extracted.
    text_key text,
    -- The chunking that the present chunks were made with; null while there are none.
    chunked_with jsonb,
    status text NOT NULL,
    progress double precision NOT NULL DEFAULT 0,
    fact text,
    error text,
    enabled boolean NOT NULL DEFAULT true,
    chunk_count integer NOT NULL DEFAULT 0,
    character_count bigint NOT NULL DEFAULT 0,
    page_count integer,
    hit_count bigint NOT NULL DEFAULT 0,
    -- The base's revision at the last change of what a search may find in this document.
    revision bigint NOT NULL DEFAULT 0,
    job_id uuid,
    created_by uuid,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    completed_at timestamptz
);
CREATE INDEX document_by_base ON knowledge.document (base_id, id DESC);
CREATE UNIQUE INDEX document_content ON knowledge.document (base_id, sha256);
CREATE INDEX document_by_revision ON knowledge.document (base_id, revision);
CREATE INDEX document_by_object ON knowledge.document (object_key);
CREATE INDEX document_by_text ON knowledge.document (text_key);
CREATE INDEX document_without_job ON knowledge.document (created_at) WHERE status = 'waiting' AND job_id IS NULL;

CREATE TABLE knowledge.chunk (
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL,
    base_id uuid NOT NULL,
    document_id uuid NOT NULL REFERENCES knowledge.document (id) ON DELETE CASCADE,
    position integer NOT NULL,
    content text NOT NULL,
    page integer,
    start_offset integer NOT NULL,
    word_count integer NOT NULL,
    enabled boolean NOT NULL DEFAULT true,
    hit_count bigint NOT NULL DEFAULT 0,
    -- Little-endian 32-bit floats, and the model that made them.
    embedding bytea,
    embedding_key text
);
CREATE UNIQUE INDEX chunk_by_position ON knowledge.chunk (document_id, position);
CREATE INDEX chunk_by_base ON knowledge.chunk (base_id);

-- Documents that left a base, for the indexes in memory that still hold them.
CREATE TABLE knowledge.removal (
    base_id uuid NOT NULL REFERENCES knowledge.base (id) ON DELETE CASCADE,
    revision bigint NOT NULL,
    document_id uuid NOT NULL,
    removed_at timestamptz NOT NULL,
    PRIMARY KEY (base_id, revision)
);
