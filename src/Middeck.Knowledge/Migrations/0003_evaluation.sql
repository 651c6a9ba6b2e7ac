-- What was asked of a base: the history of hit testing, and the numbers of the base.
CREATE TABLE knowledge.query (
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL,
    base_id uuid NOT NULL REFERENCES knowledge.base (id) ON DELETE CASCADE,
    origin text NOT NULL,
    content text NOT NULL,
    settings jsonb NOT NULL,
    hit_count integer NOT NULL,
    top_score double precision,
    milliseconds double precision NOT NULL,
    asked_by uuid,
    asked_at timestamptz NOT NULL
);
CREATE INDEX query_by_base ON knowledge.query (base_id, id DESC);
CREATE INDEX query_by_time ON knowledge.query (base_id, asked_at);
CREATE INDEX query_age ON knowledge.query (asked_at);

-- A question with the passages that ought to be found.
CREATE TABLE knowledge.test_case (
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL,
    base_id uuid NOT NULL REFERENCES knowledge.base (id) ON DELETE CASCADE,
    query text NOT NULL,
    expected jsonb NOT NULL,
    created_by uuid,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL
);
CREATE INDEX test_case_by_base ON knowledge.test_case (base_id, id DESC);

-- One run over all cases with one choice of settings.
CREATE TABLE knowledge.evaluation (
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL,
    base_id uuid NOT NULL REFERENCES knowledge.base (id) ON DELETE CASCADE,
    label text NOT NULL,
    -- What asked for it: a person, or a change of the base that may have made its cases worse.
    reason text NOT NULL,
    settings jsonb NOT NULL,
    -- Whether the settings are the base's own; those are compared with each other over time.
    own_settings boolean NOT NULL,
    state text NOT NULL,
    case_count integer NOT NULL DEFAULT 0,
    metrics jsonb,
    results jsonb,
    -- Against the completed run with the base's own settings before it.
    comparison jsonb,
    error text,
    job_id uuid,
    created_by uuid,
    created_at timestamptz NOT NULL,
    finished_at timestamptz
);
CREATE INDEX evaluation_by_base ON knowledge.evaluation (base_id, id DESC);
