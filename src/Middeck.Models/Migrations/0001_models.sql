CREATE TABLE models.provider (
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL,
    name text NOT NULL CHECK (name ~ '^[a-z0-9-]{1,40}$'),
    kind text NOT NULL,
    base_url text NOT NULL,
    -- Encrypted by the vault, bound to the provider's id; the hint is what people recognise it by.
    api_key text,
    api_key_hint text,
    -- Whether an installation administrator or the configuration chose the address: only then may it be a private one.
    trusted boolean NOT NULL,
    enabled boolean NOT NULL DEFAULT true,
    status text NOT NULL DEFAULT 'unknown' CHECK (status IN ('ok', 'failing', 'unknown')),
    last_error text,
    last_checked_at timestamptz,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    UNIQUE (workspace_id, name)
);

CREATE TABLE models.provider_model (
    provider_id uuid NOT NULL REFERENCES models.provider (id) ON DELETE CASCADE,
    workspace_id uuid NOT NULL,
    name text NOT NULL,
    type text NOT NULL,
    context_length integer,
    enabled boolean NOT NULL DEFAULT true,
    position integer NOT NULL,
    PRIMARY KEY (provider_id, name)
);
CREATE INDEX provider_model_workspace ON models.provider_model (workspace_id);

CREATE TABLE models.default_model (
    workspace_id uuid NOT NULL,
    type text NOT NULL,
    model text NOT NULL,
    PRIMARY KEY (workspace_id, type)
);

-- Which providers the configuration has made. One that people deleted afterwards does not come back.
CREATE TABLE models.configured_provider (
    workspace_id uuid NOT NULL,
    name text NOT NULL,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (workspace_id, name)
);

-- One row for each call of a model. The id is a UUIDv7 of the time it began, so the primary key also serves trimming.
CREATE TABLE models.usage (
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL,
    at timestamptz NOT NULL,
    provider text NOT NULL,
    model text NOT NULL,
    type text NOT NULL,
    source text NOT NULL,
    app_id uuid,
    user_id uuid,
    key_id uuid,
    end_user text,
    run_id uuid,
    input_tokens bigint NOT NULL,
    output_tokens bigint NOT NULL,
    estimated boolean NOT NULL,
    ttft_ms integer,
    duration_ms integer NOT NULL,
    status text NOT NULL CHECK (status IN ('ok', 'failed', 'cancelled')),
    error_code text
);
CREATE INDEX usage_workspace ON models.usage (workspace_id, id);

-- Takes the place of usage rows when they are trimmed, so that sums over both are whole and count nothing twice.
-- The zero UUID stands for no app.
CREATE TABLE models.usage_daily (
    workspace_id uuid NOT NULL,
    day date NOT NULL,
    provider text NOT NULL,
    model text NOT NULL,
    type text NOT NULL,
    source text NOT NULL,
    app_id uuid NOT NULL,
    calls bigint NOT NULL,
    errors bigint NOT NULL,
    input_tokens bigint NOT NULL,
    output_tokens bigint NOT NULL,
    ttft_calls bigint NOT NULL,
    ttft_ms bigint NOT NULL,
    PRIMARY KEY (workspace_id, day, provider, model, type, source, app_id)
);
