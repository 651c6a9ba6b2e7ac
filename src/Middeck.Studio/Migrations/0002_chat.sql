-- Alternatives: each message knows the one before it; a conversation knows the last message of the branch that is read.
ALTER TABLE studio.message ADD COLUMN parent_id uuid;
ALTER TABLE studio.conversation ADD COLUMN current_message_id uuid;

UPDATE studio.message m SET parent_id = before.parent_id
FROM (SELECT id, lag(id) OVER (PARTITION BY conversation_id ORDER BY id) AS parent_id FROM studio.message) before
WHERE before.id = m.id AND before.parent_id IS NOT NULL;

UPDATE studio.conversation c SET current_message_id = latest.id
FROM (SELECT DISTINCT ON (conversation_id) conversation_id, id FROM studio.message
      ORDER BY conversation_id, id DESC) latest
WHERE latest.conversation_id = c.id;

CREATE INDEX message_children ON studio.message (conversation_id, parent_id, id);

-- One run of an app that has no conversations.
ALTER TABLE studio.conversation ADD COLUMN single boolean NOT NULL DEFAULT false;

ALTER TABLE studio.message ADD COLUMN total_price numeric NOT NULL DEFAULT 0;
ALTER TABLE studio.message ADD COLUMN currency text NOT NULL DEFAULT 'USD';

-- What the room has put into the object store. The row comes first and goes last.
CREATE TABLE studio.object (
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL,
    key text,
    created_at timestamptz NOT NULL
);
CREATE INDEX object_workspace ON studio.object (workspace_id);

-- An upload belongs to a conversation once it is used there; without one it is removed after a day. Its app and its person
-- may be gone before it.
CREATE TABLE studio.file (
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL,
    app_id uuid NOT NULL,
    user_id uuid,
    end_user_id uuid,
    conversation_id uuid REFERENCES studio.conversation ON DELETE SET NULL,
    name text NOT NULL,
    extension text NOT NULL,
    mime_type text NOT NULL,
    kind text NOT NULL,
    size bigint NOT NULL,
    source_url text,
    object_id uuid NOT NULL,
    text_object_id uuid,
    created_at timestamptz NOT NULL,
    CONSTRAINT file_has_one_owner CHECK ((user_id IS NULL) <> (end_user_id IS NULL))
);
CREATE INDEX file_workspace ON studio.file (workspace_id);
CREATE INDEX file_of_conversation ON studio.file (conversation_id) WHERE conversation_id IS NOT NULL;
CREATE INDEX file_unused ON studio.file (created_at) WHERE conversation_id IS NULL;
CREATE INDEX file_object ON studio.file (object_id);
CREATE INDEX file_text_object ON studio.file (text_object_id) WHERE text_object_id IS NOT NULL;

-- Which files a message was asked with: with the question, or in a field of the form.
CREATE TABLE studio.message_file (
    message_id uuid NOT NULL REFERENCES studio.message ON DELETE CASCADE,
    position integer NOT NULL,
    file_id uuid NOT NULL REFERENCES studio.file ON DELETE CASCADE,
    variable text,
    PRIMARY KEY (message_id, position)
);
CREATE INDEX message_file_of_file ON studio.message_file (file_id);

CREATE TABLE studio.message_trace (
    message_id uuid PRIMARY KEY REFERENCES studio.message ON DELETE CASCADE,
    workspace_id uuid NOT NULL,
    steps jsonb,
    object_id uuid
);
CREATE INDEX message_trace_workspace ON studio.message_trace (workspace_id);
CREATE INDEX message_trace_object ON studio.message_trace (object_id) WHERE object_id IS NOT NULL;
