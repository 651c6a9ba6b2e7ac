-- What a base says about reading files and about letting a model enrich chunks.
ALTER TABLE knowledge.base
    ADD COLUMN reading jsonb NOT NULL DEFAULT '{}',
    ADD COLUMN enrichment jsonb NOT NULL DEFAULT '{}',
    -- Whether the built-in fields (name, uploader, dates, source) can be filtered by.
    ADD COLUMN built_in_metadata boolean NOT NULL DEFAULT false,
    -- Set when the passages come from somebody else's knowledge API.
    ADD COLUMN external_api_id uuid,
    ADD COLUMN external_knowledge_id text,
    -- A model whose vectors are being made beside the present ones; it takes over when all are there.
    ADD COLUMN next_embedding_model text,
    ADD COLUMN last_searched_at timestamptz;

ALTER TABLE knowledge.document
    -- The chunks that searches find. A new version or another chunking is made as the next generation and takes over when it
    -- is complete, so a document that was findable stays findable. 0 while there is none.
    ADD COLUMN generation integer NOT NULL DEFAULT 0,
    ADD COLUMN archived boolean NOT NULL DEFAULT false,
    -- By the id of the field; text, number, or seconds since 1970 for times.
    ADD COLUMN metadata jsonb NOT NULL DEFAULT '{}',
    -- Counts uploads of the same name.
    ADD COLUMN version integer NOT NULL DEFAULT 1,
    ADD COLUMN origin text NOT NULL DEFAULT 'upload',
    -- The source that brought it, its name there, and how that version was told apart.
    ADD COLUMN source_id uuid,
    ADD COLUMN source_key text,
    ADD COLUMN source_version text,
    -- What was asked for this document alone; null for the base's.
    ADD COLUMN chunking jsonb,
    ADD COLUMN error_code text,
    ADD COLUMN processing_started_at timestamptz,
    ADD COLUMN parsed_at timestamptz,
    ADD COLUMN cleaned_at timestamptz,
    ADD COLUMN split_at timestamptz,
    ADD COLUMN paused_at timestamptz,
    ADD COLUMN token_count bigint NOT NULL DEFAULT 0;
UPDATE knowledge.document SET generation = 1 WHERE status = 'completed';
-- The same content twice is refused or not as the caller asks.
DROP INDEX knowledge.document_content;
CREATE INDEX document_content ON knowledge.document (base_id, sha256);
CREATE INDEX document_by_name ON knowledge.document (base_id, lower(name));
CREATE INDEX document_by_source ON knowledge.document (source_id, source_key) WHERE source_id IS NOT NULL;

-- Former versions of a document, for reading and for going back.
CREATE TABLE knowledge.document_version (
    document_id uuid NOT NULL REFERENCES knowledge.document (id) ON DELETE CASCADE,
    version integer NOT NULL,
    name text NOT NULL,
    extension text NOT NULL,
    mime_type text NOT NULL,
    size bigint NOT NULL,
    sha256 text NOT NULL,
    object_key text NOT NULL,
    created_by uuid,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (document_id, version)
);
CREATE INDEX document_version_by_object ON knowledge.document_version (object_key);

ALTER TABLE knowledge.chunk
    ADD COLUMN generation integer NOT NULL DEFAULT 1,
    -- The answer where the content is a question.
    ADD COLUMN answer text,
    ADD COLUMN keywords text[] NOT NULL DEFAULT '{}',
    -- Headings above it, such as "Chapter 3 › Exits".
    ADD COLUMN heading text,
    -- What people call the place: a sheet, a chapter, a time code.
    ADD COLUMN place text,
    -- Written by a model: where the passage stands in the document, and what it says in short.
    ADD COLUMN context text,
    ADD COLUMN summary text,
    -- Changed by hand: content and offsets no longer follow the document's text.
    ADD COLUMN edited boolean NOT NULL DEFAULT false,
    ADD COLUMN created_by uuid,
    ADD COLUMN created_at timestamptz NOT NULL DEFAULT now(),
    ADD COLUMN updated_at timestamptz NOT NULL DEFAULT now(),
    ADD COLUMN disabled_at timestamptz;
DROP INDEX knowledge.chunk_by_position;
CREATE INDEX chunk_by_position ON knowledge.chunk (document_id, generation, position);

-- What is searched in place of its chunk: the parts of a parent, questions that it answers, its summary.
CREATE TABLE knowledge.child (
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL,
    base_id uuid NOT NULL,
    document_id uuid NOT NULL,
    chunk_id uuid NOT NULL REFERENCES knowledge.chunk (id) ON DELETE CASCADE,
    kind text NOT NULL,
    position integer NOT NULL,
    content text NOT NULL,
    start_offset integer,
    word_count integer NOT NULL,
    edited boolean NOT NULL DEFAULT false,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL
);
CREATE INDEX child_by_chunk ON knowledge.child (chunk_id, position);
CREATE INDEX child_by_document ON knowledge.child (document_id);

-- The vector of a chunk or a child by one model. A table of its own: writing vectors does not rewrite the texts, and those of
-- the next model stand beside those of the present one.
CREATE TABLE knowledge.embedding (
    item_id uuid NOT NULL,
    key text NOT NULL,
    base_id uuid NOT NULL,
    document_id uuid NOT NULL REFERENCES knowledge.document (id) ON DELETE CASCADE,
    -- Little-endian 32-bit floats.
    vector bytea NOT NULL,
    PRIMARY KEY (item_id, key)
);
CREATE INDEX embedding_by_document ON knowledge.embedding (document_id);
INSERT INTO knowledge.embedding (item_id, key, base_id, document_id, vector)
SELECT id, embedding_key, base_id, document_id, embedding FROM knowledge.chunk
WHERE embedding IS NOT NULL AND embedding_key IS NOT NULL;
ALTER TABLE knowledge.chunk DROP COLUMN embedding, DROP COLUMN embedding_key;

-- Fields that the documents of a base may have values for.
CREATE TABLE knowledge.metadata_field (
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL,
    base_id uuid NOT NULL REFERENCES knowledge.base (id) ON DELETE CASCADE,
    name text NOT NULL,
    type text NOT NULL,
    created_by uuid,
    created_at timestamptz NOT NULL,
    UNIQUE (base_id, name)
);

CREATE TABLE knowledge.tag (
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL,
    name text NOT NULL,
    created_by uuid,
    created_at timestamptz NOT NULL,
    UNIQUE (workspace_id, name)
);
CREATE TABLE knowledge.base_tag (
    tag_id uuid NOT NULL REFERENCES knowledge.tag (id) ON DELETE CASCADE,
    base_id uuid NOT NULL REFERENCES knowledge.base (id) ON DELETE CASCADE,
    PRIMARY KEY (tag_id, base_id)
);
CREATE INDEX base_tag_by_base ON knowledge.base_tag (base_id);
