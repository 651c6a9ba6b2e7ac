-- The mails that tell people of a form: one for each recipient.
CREATE TABLE studio.workflow_form_mail (
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL,
    form_id uuid NOT NULL REFERENCES studio.workflow_form ON DELETE CASCADE,
    recipient text NOT NULL,
    subject text NOT NULL,
    body text NOT NULL,
    state text NOT NULL,
    attempts integer NOT NULL DEFAULT 0,
    -- When it is to be sent, or sent again should its node break off; null when it is not any more.
    due_at timestamptz,
    error text,
    sent_at timestamptz,
    created_at timestamptz NOT NULL
);
CREATE INDEX workflow_form_mail_form ON studio.workflow_form_mail (form_id);
CREATE INDEX workflow_form_mail_due ON studio.workflow_form_mail (due_at) WHERE state = 'waiting';
CREATE INDEX workflow_form_mail_workspace ON studio.workflow_form_mail (workspace_id);

-- What an MCP server let us have when somebody signed in there: the vault's ciphertext; null when nobody has.
ALTER TABLE studio.tool_provider ADD COLUMN sign_in text;
