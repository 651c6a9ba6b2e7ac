-- Programs of the workspace that take part in answers: they moderate, and give values of variables.
CREATE TABLE studio.api_extension (
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL,
    name text NOT NULL,
    url text NOT NULL,
    -- The vault's ciphertext, and the last characters for people.
    api_key text NOT NULL,
    api_key_hint text NOT NULL,
    created_by uuid,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL
);
CREATE INDEX api_extension_by_workspace ON studio.api_extension (workspace_id, id DESC);

-- Questions with answers that people have written.
CREATE TABLE studio.annotation (
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL,
    app_id uuid NOT NULL REFERENCES studio.app ON DELETE CASCADE,
    question text NOT NULL,
    answer text NOT NULL,
    hit_count integer NOT NULL DEFAULT 0,
    -- The answer that it was made from.
    message_id uuid,
    -- The question's vector and the model that made it; null until it is made.
    embedding real[],
    embedding_key text,
    created_by uuid,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL
);
CREATE INDEX annotation_listing ON studio.annotation (app_id, id DESC);

CREATE TABLE studio.annotation_hit (
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL,
    annotation_id uuid NOT NULL REFERENCES studio.annotation ON DELETE CASCADE,
    -- What somebody asked goes with the conversation in which it was asked.
    message_id uuid NOT NULL REFERENCES studio.message ON DELETE CASCADE,
    question text NOT NULL,
    score double precision NOT NULL,
    source text NOT NULL,
    created_at timestamptz NOT NULL
);
CREATE INDEX annotation_hit_listing ON studio.annotation_hit (annotation_id, id DESC);
CREATE INDEX annotation_hit_of_message ON studio.annotation_hit (message_id);

CREATE TABLE studio.annotation_reply (
    app_id uuid PRIMARY KEY REFERENCES studio.app ON DELETE CASCADE,
    workspace_id uuid NOT NULL,
    enabled boolean NOT NULL,
    score_threshold double precision NOT NULL,
    -- provider/model; null for the workspace's default.
    embedding_model text,
    -- The last job that made or removed vectors.
    job_id uuid,
    updated_at timestamptz NOT NULL
);

CREATE TABLE studio.annotation_import (
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL,
    app_id uuid NOT NULL REFERENCES studio.app ON DELETE CASCADE,
    state text NOT NULL,
    -- What is still to be written; empty when all is.
    entries jsonb NOT NULL,
    faults jsonb NOT NULL,
    total integer NOT NULL,
    written integer NOT NULL,
    error text,
    job_id uuid,
    created_by uuid,
    created_at timestamptz NOT NULL
);
CREATE INDEX annotation_import_listing ON studio.annotation_import (app_id, id DESC);

-- Questions that could come next; made when somebody first asks for them.
ALTER TABLE studio.message ADD COLUMN suggested_questions jsonb;

-- What was said before the turns that a model is shown.
CREATE TABLE studio.conversation_summary (
    conversation_id uuid PRIMARY KEY REFERENCES studio.conversation ON DELETE CASCADE,
    workspace_id uuid NOT NULL,
    text text NOT NULL,
    -- The last message that is in it.
    through_message_id uuid NOT NULL,
    updated_at timestamptz NOT NULL
);

-- What an app knows of a person beyond one conversation.
CREATE TABLE studio.memory_fact (
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL,
    app_id uuid NOT NULL REFERENCES studio.app ON DELETE CASCADE,
    user_id uuid,
    end_user_id uuid REFERENCES studio.end_user ON DELETE CASCADE,
    text text NOT NULL,
    source_message_id uuid,
    embedding real[],
    embedding_key text,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    CONSTRAINT memory_fact_has_one_owner CHECK ((user_id IS NULL) <> (end_user_id IS NULL))
);
CREATE INDEX memory_fact_of_user ON studio.memory_fact (app_id, user_id, id DESC) WHERE user_id IS NOT NULL;
CREATE INDEX memory_fact_of_end_user ON studio.memory_fact (end_user_id, id DESC) WHERE end_user_id IS NOT NULL;

CREATE TABLE studio.conversation_variable (
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL,
    conversation_id uuid NOT NULL REFERENCES studio.conversation ON DELETE CASCADE,
    name text NOT NULL,
    value_type text NOT NULL,
    value jsonb NOT NULL,
    description text NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    UNIQUE (conversation_id, name)
);
