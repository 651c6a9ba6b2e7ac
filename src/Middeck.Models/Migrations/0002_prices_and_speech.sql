-- What a model costs in its currency: of a million tokens in and out, of a million characters spoken, of a minute heard.
-- Null where nobody has said it.
ALTER TABLE models.provider_model
    ADD COLUMN price_currency text,
    ADD COLUMN price_input numeric,
    ADD COLUMN price_output numeric,
    ADD COLUMN price_characters numeric,
    ADD COLUMN price_minutes numeric;

-- The cost is that of the time of the call; null where no price was known.
ALTER TABLE models.usage
    ADD COLUMN characters bigint NOT NULL DEFAULT 0,
    ADD COLUMN audio_seconds double precision NOT NULL DEFAULT 0,
    ADD COLUMN cost numeric,
    ADD COLUMN currency text;

ALTER TABLE models.usage_daily
    ADD COLUMN characters bigint NOT NULL DEFAULT 0,
    ADD COLUMN audio_seconds double precision NOT NULL DEFAULT 0;

-- The costs that go with the daily sums. A day may have several currencies, and calls without a price have no row.
CREATE TABLE models.usage_daily_cost (
    workspace_id uuid NOT NULL,
    day date NOT NULL,
    provider text NOT NULL,
    model text NOT NULL,
    type text NOT NULL,
    source text NOT NULL,
    app_id uuid NOT NULL,
    currency text NOT NULL,
    calls bigint NOT NULL,
    cost numeric NOT NULL,
    PRIMARY KEY (workspace_id, day, provider, model, type, source, app_id, currency)
);
