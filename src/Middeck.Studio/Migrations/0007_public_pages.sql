-- Who may open an app's public page, by which address and from where. An app without a row has no page.
CREATE TABLE studio.publication (
    app_id uuid PRIMARY KEY REFERENCES studio.app ON DELETE CASCADE,
    workspace_id uuid NOT NULL,
    token text NOT NULL UNIQUE,
    settings jsonb NOT NULL,
    code_hash text,
    code_revision integer NOT NULL,
    identity_secret text,
    issued_at timestamptz NOT NULL,
    updated_by uuid,
    updated_at timestamptz NOT NULL
);
CREATE INDEX publication_workspace ON studio.publication (workspace_id);

-- A visitor who has said the access code; it holds until the code is another.
CREATE TABLE studio.site_pass (
    end_user_id uuid PRIMARY KEY REFERENCES studio.end_user ON DELETE CASCADE,
    workspace_id uuid NOT NULL,
    app_id uuid NOT NULL,
    code_revision integer NOT NULL,
    created_at timestamptz NOT NULL
);
CREATE INDEX site_pass_workspace ON studio.site_pass (workspace_id);

-- How often a visitor, or an address, has called in the present minute and on the present day.
CREATE TABLE studio.site_use (
    app_id uuid NOT NULL REFERENCES studio.app ON DELETE CASCADE,
    workspace_id uuid NOT NULL,
    subject text NOT NULL,
    minute timestamptz NOT NULL,
    in_minute integer NOT NULL,
    day timestamptz NOT NULL,
    in_day integer NOT NULL,
    PRIMARY KEY (app_id, subject)
);
CREATE INDEX site_use_age ON studio.site_use (day);
CREATE INDEX site_use_workspace ON studio.site_use (workspace_id);

-- What a visitor lets others read: a conversation up to a message.
CREATE TABLE studio.share (
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL,
    app_id uuid NOT NULL,
    conversation_id uuid NOT NULL UNIQUE REFERENCES studio.conversation ON DELETE CASCADE,
    message_id uuid NOT NULL,
    token text NOT NULL UNIQUE,
    created_at timestamptz NOT NULL
);
CREATE INDEX share_workspace ON studio.share (workspace_id);

-- A table of inputs that is answered line by line.
CREATE TABLE studio.batch (
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL,
    app_id uuid NOT NULL REFERENCES studio.app ON DELETE CASCADE,
    user_id uuid,
    end_user_id uuid REFERENCES studio.end_user ON DELETE CASCADE,
    name text NOT NULL,
    columns jsonb NOT NULL,
    state text NOT NULL,
    error text,
    job_id uuid,
    created_at timestamptz NOT NULL,
    finished_at timestamptz,
    CONSTRAINT batch_has_one_owner CHECK ((user_id IS NULL) <> (end_user_id IS NULL))
);
CREATE INDEX batch_of_user ON studio.batch (app_id, user_id, id DESC) WHERE user_id IS NOT NULL;
CREATE INDEX batch_of_end_user ON studio.batch (end_user_id, id DESC) WHERE end_user_id IS NOT NULL;
CREATE INDEX batch_workspace ON studio.batch (workspace_id);
CREATE INDEX batch_age ON studio.batch (created_at);

CREATE TABLE studio.batch_row (
    batch_id uuid NOT NULL REFERENCES studio.batch ON DELETE CASCADE,
    position integer NOT NULL,
    cells jsonb NOT NULL,
    state text NOT NULL,
    message_id uuid,
    answer text,
    error text,
    PRIMARY KEY (batch_id, position)
);
CREATE INDEX batch_row_message ON studio.batch_row (message_id) WHERE message_id IS NOT NULL;
