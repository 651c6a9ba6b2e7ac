-- Somebody else's knowledge, asked by Dify's external knowledge API.
CREATE TABLE knowledge.external_api (
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL,
    name text NOT NULL,
    description text NOT NULL DEFAULT '',
    endpoint text NOT NULL,
    -- The vault's ciphertext, and the last characters for people.
    api_key text NOT NULL,
    api_key_hint text NOT NULL,
    -- Set by an administrator of the installation: private addresses are allowed.
    trusted boolean NOT NULL,
    created_by uuid,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL
);
CREATE INDEX external_api_by_workspace ON knowledge.external_api (workspace_id, id DESC);

-- Indexes outside the nodes' memory that follow a base: up to which of its revisions each has come.
CREATE TABLE knowledge.backend_state (
    base_id uuid NOT NULL REFERENCES knowledge.base (id) ON DELETE CASCADE,
    backend text NOT NULL,
    revision bigint NOT NULL,
    -- Memory that an entry took when the base did not fit; null for back ends that were chosen.
    bytes_per_entry bigint,
    -- The collections of vectors that were made there: key and dimensions.
    collections jsonb NOT NULL DEFAULT '[]',
    -- Who writes to it at this moment.
    leased_by uuid,
    leased_until timestamptz,
    PRIMARY KEY (base_id, backend)
);

-- The words of bases that have outgrown the memory. Each word begins with a mark of its base.
CREATE TABLE knowledge.word_entry (
    id uuid PRIMARY KEY,
    base_id uuid NOT NULL,
    document_id uuid NOT NULL REFERENCES knowledge.document (id) ON DELETE CASCADE,
    words tsvector NOT NULL
);
CREATE INDEX word_entry_by_word ON knowledge.word_entry USING gin (words);
CREATE INDEX word_entry_by_document ON knowledge.word_entry (document_id);
CREATE INDEX word_entry_by_base ON knowledge.word_entry (base_id);

-- In how many entries of a sample a word stands; tells rare words from frequent ones.
CREATE TABLE knowledge.word_count (
    base_id uuid NOT NULL REFERENCES knowledge.base (id) ON DELETE CASCADE,
    word text NOT NULL,
    entries bigint NOT NULL,
    PRIMARY KEY (base_id, word)
);
