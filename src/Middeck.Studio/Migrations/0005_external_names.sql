-- What callers call conversations and messages: FastGPT's chatId and responseChatItemId.
CREATE TABLE studio.external_name (
    app_id uuid NOT NULL REFERENCES studio.app ON DELETE CASCADE,
    workspace_id uuid NOT NULL,
    end_user_id uuid NOT NULL REFERENCES studio.end_user ON DELETE CASCADE,
    kind text NOT NULL,
    name text NOT NULL,
    target_id uuid NOT NULL,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (app_id, end_user_id, kind, name)
);
CREATE INDEX external_name_target ON studio.external_name (target_id);
CREATE INDEX external_name_workspace ON studio.external_name (workspace_id);
