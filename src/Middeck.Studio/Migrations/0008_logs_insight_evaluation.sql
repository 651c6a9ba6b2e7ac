-- Where a conversation takes place, and what the log shows of it beside its messages: their sums, kept by the rollup.
ALTER TABLE studio.conversation
    ADD COLUMN source text NOT NULL DEFAULT 'api',
    ADD COLUMN likes integer NOT NULL DEFAULT 0,
    ADD COLUMN dislikes integer NOT NULL DEFAULT 0,
    ADD COLUMN errors integer NOT NULL DEFAULT 0,
    ADD COLUMN tokens bigint NOT NULL DEFAULT 0,
    ADD COLUMN total_price numeric NOT NULL DEFAULT 0,
    ADD COLUMN currency text,
    -- The one that answered last.
    ADD COLUMN model text;
UPDATE studio.conversation SET source = CASE WHEN draft THEN 'preview' ELSE 'console' END WHERE user_id IS NOT NULL;

-- One index for each filter of the log, in the order of the list, so that a page is read and not sorted.
CREATE INDEX conversation_log ON studio.conversation (app_id, updated_at DESC, id DESC)
    WHERE NOT draft AND source <> 'evaluation';
CREATE INDEX conversation_log_source ON studio.conversation (app_id, source, updated_at DESC, id DESC);
CREATE INDEX conversation_log_model ON studio.conversation (app_id, model, updated_at DESC, id DESC) WHERE model IS NOT NULL;
CREATE INDEX conversation_log_errors ON studio.conversation (app_id, updated_at DESC, id DESC) WHERE errors > 0;
CREATE INDEX conversation_log_likes ON studio.conversation (app_id, updated_at DESC, id DESC) WHERE likes > 0;
CREATE INDEX conversation_log_dislikes ON studio.conversation (app_id, updated_at DESC, id DESC) WHERE dislikes > 0;
CREATE INDEX conversation_log_price ON studio.conversation (app_id, total_price DESC) WHERE total_price > 0;
DROP INDEX studio.conversation_of_app;

CREATE INDEX annotation_of_message ON studio.annotation (message_id) WHERE message_id IS NOT NULL;

-- What people who look after an app think of an answer; what its reader thinks is studio.feedback.
CREATE TABLE studio.operator_feedback (
    message_id uuid PRIMARY KEY REFERENCES studio.message ON DELETE CASCADE,
    workspace_id uuid NOT NULL,
    app_id uuid NOT NULL,
    user_id uuid,
    rating text NOT NULL,
    content text,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL
);
CREATE INDEX operator_feedback_of_app ON studio.operator_feedback (app_id, rating);

-- What happened to messages and is not yet in the sums: written with the change itself, taken out with the sums.
CREATE TABLE studio.message_change (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    message_id uuid NOT NULL,
    ended boolean NOT NULL,
    likes integer NOT NULL,
    dislikes integer NOT NULL
);

-- The words of a message, as hashes of 32 bits.
CREATE TABLE studio.message_text (
    message_id uuid PRIMARY KEY REFERENCES studio.message ON DELETE CASCADE,
    workspace_id uuid NOT NULL,
    app_id uuid NOT NULL,
    conversation_id uuid NOT NULL,
    terms integer[] NOT NULL
);
CREATE INDEX message_text_of_app ON studio.message_text (app_id, message_id DESC);
CREATE INDEX message_text_of_conversation ON studio.message_text (conversation_id, message_id DESC);
CREATE INDEX message_text_terms ON studio.message_text USING gin (terms);

-- What half an hour came to. Days of any zone whose offset is a multiple of half an hour are sums of these.
CREATE TABLE studio.insight_slot (
    app_id uuid NOT NULL REFERENCES studio.app ON DELETE CASCADE,
    workspace_id uuid NOT NULL,
    slot timestamptz NOT NULL,
    source text NOT NULL,
    -- Empty when the gateway chose without a name.
    model text NOT NULL,
    currency text NOT NULL,
    messages integer NOT NULL,
    conversations integer NOT NULL,
    errors integer NOT NULL,
    likes integer NOT NULL,
    dislikes integer NOT NULL,
    prompt_tokens bigint NOT NULL,
    completion_tokens bigint NOT NULL,
    total_price numeric NOT NULL,
    -- How many answers took how long, by steps of a quarter.
    duration integer[] NOT NULL,
    first_token integer[] NOT NULL,
    PRIMARY KEY (app_id, slot, source, model, currency)
);
CREATE INDEX insight_slot_age ON studio.insight_slot (slot);

-- Who asked on a day (UTC), with a bit for each half hour.
CREATE TABLE studio.insight_person (
    app_id uuid NOT NULL REFERENCES studio.app ON DELETE CASCADE,
    workspace_id uuid NOT NULL,
    day date NOT NULL,
    source text NOT NULL,
    person uuid NOT NULL,
    slots bigint NOT NULL,
    PRIMARY KEY (app_id, day, source, person)
);
CREATE INDEX insight_person_age ON studio.insight_person (day);

INSERT INTO studio.message_change (message_id, ended, likes, dislikes)
SELECT m.id, true, (f.rating IS NOT DISTINCT FROM 'like')::int, (f.rating IS NOT DISTINCT FROM 'dislike')::int
FROM studio.message m LEFT JOIN studio.feedback f ON f.message_id = m.id
WHERE m.status <> 'running' ORDER BY m.id;

CREATE TABLE studio.test_set (
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL,
    app_id uuid NOT NULL REFERENCES studio.app ON DELETE CASCADE,
    name text NOT NULL,
    description text NOT NULL,
    judges jsonb NOT NULL,
    -- When a case was last added, changed or removed.
    cases_changed_at timestamptz NOT NULL,
    created_by uuid,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL
);
CREATE INDEX test_set_listing ON studio.test_set (app_id, id DESC);

CREATE TABLE studio.test_case (
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL,
    set_id uuid NOT NULL REFERENCES studio.test_set ON DELETE CASCADE,
    question text NOT NULL,
    inputs jsonb NOT NULL,
    expected text,
    rules jsonb NOT NULL,
    note text,
    -- The message that it was made from.
    message_id uuid,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL
);
CREATE INDEX test_case_listing ON studio.test_case (set_id, id DESC);

-- A run keeps what it tests: the configuration, the judges and, in its results, the cases.
CREATE TABLE studio.evaluation (
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL,
    app_id uuid NOT NULL REFERENCES studio.app ON DELETE CASCADE,
    set_id uuid NOT NULL REFERENCES studio.test_set ON DELETE CASCADE,
    -- Null for the draft.
    version integer,
    draft_revision integer,
    config jsonb NOT NULL,
    judges jsonb NOT NULL,
    state text NOT NULL,
    case_count integer NOT NULL,
    error text,
    job_id uuid,
    created_by uuid,
    created_at timestamptz NOT NULL,
    finished_at timestamptz
);
CREATE INDEX evaluation_listing ON studio.evaluation (app_id, id DESC);
CREATE INDEX evaluation_of_set ON studio.evaluation (set_id, id DESC);

CREATE TABLE studio.evaluation_result (
    evaluation_id uuid NOT NULL REFERENCES studio.evaluation ON DELETE CASCADE,
    case_id uuid NOT NULL,
    workspace_id uuid NOT NULL,
    question text NOT NULL,
    inputs jsonb NOT NULL,
    expected text,
    rules jsonb NOT NULL,
    state text NOT NULL,
    answer text,
    -- Why there is no answer.
    error text,
    passed boolean,
    score double precision,
    similarity double precision,
    model_score double precision,
    verdicts jsonb,
    model text,
    prompt_tokens integer NOT NULL DEFAULT 0,
    completion_tokens integer NOT NULL DEFAULT 0,
    total_price numeric NOT NULL DEFAULT 0,
    currency text,
    duration double precision,
    message_id uuid,
    PRIMARY KEY (evaluation_id, case_id)
);

-- Below it an app is not published.
CREATE TABLE studio.publish_bar (
    app_id uuid PRIMARY KEY REFERENCES studio.app ON DELETE CASCADE,
    workspace_id uuid NOT NULL,
    set_id uuid NOT NULL REFERENCES studio.test_set ON DELETE CASCADE,
    -- Shares from 0 to 1; null where it does not count.
    passed double precision NOT NULL,
    similarity double precision,
    model double precision,
    updated_by uuid,
    updated_at timestamptz NOT NULL
);
CREATE INDEX publish_bar_of_set ON studio.publish_bar (set_id);
