-- Where an app meets people and programs outside: webhooks that are called on events, and bots on chat platforms.
CREATE TABLE studio.channel (
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL,
    app_id uuid NOT NULL REFERENCES studio.app ON DELETE CASCADE,
    kind text NOT NULL,
    name text NOT NULL,
    enabled boolean NOT NULL,
    -- Why the platform switched it off by itself; null when it did not.
    switched_off_reason text,
    -- What a webhook is called on; empty for bots.
    events text[] NOT NULL,
    settings jsonb NOT NULL,
    -- The vault's ciphertext of a JSON object.
    secrets text NOT NULL,
    -- Since when every attempt has failed; null when the last one did not.
    failing_since timestamptz,
    last_event_at timestamptz,
    last_success_at timestamptz,
    last_error text,
    last_error_at timestamptz,
    created_by uuid,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL
);
CREATE INDEX channel_listing ON studio.channel (app_id, id DESC);
CREATE INDEX channel_workspace ON studio.channel (workspace_id);

-- An event on its way to a webhook, or a message of a chat platform on its way to an answer.
CREATE TABLE studio.channel_delivery (
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL,
    channel_id uuid NOT NULL REFERENCES studio.channel ON DELETE CASCADE,
    type text NOT NULL,
    -- What its sender calls it: the same one is taken once.
    event_id text NOT NULL,
    -- Those of one lane are worked on one after the other; null for no order.
    lane text,
    -- Who wrote the message, as the chat platform names people; null for events.
    person text,
    -- The row that an event tells of.
    subject_id uuid,
    -- What is sent; of a message the vault's ciphertext, gone when it is answered.
    payload text,
    -- How far it is, for the next attempt.
    progress jsonb NOT NULL DEFAULT '{}',
    state text NOT NULL,
    attempt integer NOT NULL,
    -- When it is to be worked on; while a node does, when its lease ends.
    due_at timestamptz NOT NULL,
    lease_owner uuid,
    status_code integer,
    response text,
    error text,
    duration double precision,
    created_at timestamptz NOT NULL,
    finished_at timestamptz,
    UNIQUE (channel_id, event_id)
);
CREATE INDEX channel_delivery_listing ON studio.channel_delivery (channel_id, id DESC);
CREATE INDEX channel_delivery_due ON studio.channel_delivery (due_at) WHERE state IN ('waiting', 'running');
CREATE INDEX channel_delivery_lane ON studio.channel_delivery (channel_id, lane, id) WHERE state IN ('waiting', 'running');
CREATE INDEX channel_delivery_person ON studio.channel_delivery (channel_id, person, created_at) WHERE person IS NOT NULL;
CREATE INDEX channel_delivery_age ON studio.channel_delivery (created_at);
CREATE INDEX channel_delivery_workspace ON studio.channel_delivery (workspace_id);

-- The conversation that a person has in a chat.
CREATE TABLE studio.channel_conversation (
    channel_id uuid NOT NULL REFERENCES studio.channel ON DELETE CASCADE,
    lane text NOT NULL,
    workspace_id uuid NOT NULL,
    conversation_id uuid NOT NULL REFERENCES studio.conversation ON DELETE CASCADE,
    PRIMARY KEY (channel_id, lane)
);
CREATE INDEX channel_conversation_target ON studio.channel_conversation (conversation_id);
CREATE INDEX channel_conversation_workspace ON studio.channel_conversation (workspace_id);

-- What people call themselves where a chat platform tells it.
ALTER TABLE studio.end_user ADD COLUMN display_name text;

-- A key of the time, as the platform makes them (RFC 9562, section 5.7).
CREATE FUNCTION studio.key_of(moment timestamptz) RETURNS uuid LANGUAGE sql VOLATILE AS $$
    SELECT encode(
        set_bit(set_bit(
            overlay(uuid_send(gen_random_uuid())
                PLACING substring(int8send(floor(extract(epoch FROM moment) * 1000)::bigint) FROM 3) FROM 1 FOR 6),
            52, 1), 53, 1),
        'hex')::uuid
$$;

-- In the transaction of what happened: an event is told of if and only if it is in the database. Drafts that are tried out and the
-- cases of test sets are nobody else's business.
CREATE FUNCTION studio.tell_webhooks(of_app uuid, what text, its_key text, subject uuid, moment timestamptz)
RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO studio.channel_delivery
        (id, workspace_id, channel_id, type, event_id, subject_id, state, attempt, due_at, created_at)
    SELECT studio.key_of(moment), c.workspace_id, c.id, what, its_key, subject, 'waiting', 0, moment, moment
    FROM studio.channel c WHERE c.app_id = of_app AND c.enabled AND what = ANY (c.events)
    ON CONFLICT (channel_id, event_id) DO NOTHING;
    IF FOUND THEN
        PERFORM pg_notify('studio_channel', '');
    END IF;
END
$$;

-- Trying out a draft is nobody's business but the builder's.
CREATE FUNCTION studio.message_ended() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM studio.conversation c WHERE c.id = NEW.conversation_id AND NOT c.draft AND c.source <> 'evaluation') THEN
        PERFORM studio.tell_webhooks(
            NEW.app_id, 'message.' || NEW.status, 'message.' || NEW.status || ':' || NEW.id, NEW.id,
            coalesce(NEW.finished_at, NEW.created_at));
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER message_ended AFTER UPDATE OF status ON studio.message FOR EACH ROW
    WHEN (OLD.status = 'running' AND NEW.status IN ('completed', 'failed')) EXECUTE FUNCTION studio.message_ended();

CREATE FUNCTION studio.conversation_started() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM studio.tell_webhooks(NEW.app_id, 'conversation.started', 'conversation.started:' || NEW.id, NEW.id, NEW.created_at);
    RETURN NULL;
END
$$;
CREATE TRIGGER conversation_started AFTER INSERT ON studio.conversation FOR EACH ROW
    WHEN (NOT NEW.draft AND NOT NEW.single AND NEW.source <> 'evaluation') EXECUTE FUNCTION studio.conversation_started();

CREATE FUNCTION studio.feedback_given() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT FROM studio.message m JOIN studio.conversation c ON c.id = m.conversation_id
        WHERE m.id = NEW.message_id AND NOT c.draft AND c.source <> 'evaluation') THEN
        -- Somebody who thinks better of it gives another one.
        PERFORM studio.tell_webhooks(
            NEW.app_id, 'feedback.given', 'feedback.given:' || NEW.message_id || ':' || extract(epoch FROM NEW.updated_at),
            NEW.message_id, NEW.updated_at);
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER feedback_given AFTER INSERT OR UPDATE ON studio.feedback FOR EACH ROW
    EXECUTE FUNCTION studio.feedback_given();

CREATE FUNCTION studio.app_published() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM studio.tell_webhooks(NEW.app_id, 'app.published', 'app.published:' || NEW.id, NEW.id, NEW.created_at);
    RETURN NULL;
END
$$;
CREATE TRIGGER app_published AFTER INSERT ON studio.app_version FOR EACH ROW
    EXECUTE FUNCTION studio.app_published();
