-- What agents do on the way to an answer: what the model thought, which tools it had called, what came out.
CREATE TABLE studio.agent_step (
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL,
    message_id uuid NOT NULL REFERENCES studio.message ON DELETE CASCADE,
    position integer NOT NULL,
    thought text NOT NULL,
    calls jsonb NOT NULL,
    answer_end integer NOT NULL,
    created_at timestamptz NOT NULL,
    duration double precision
);
CREATE INDEX agent_step_of_message ON studio.agent_step (message_id, position);

-- Questions to people before a tool is called, and what they said. "always" holds for the conversation.
CREATE TABLE studio.tool_confirmation (
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL,
    conversation_id uuid NOT NULL REFERENCES studio.conversation ON DELETE CASCADE,
    message_id uuid NOT NULL REFERENCES studio.message ON DELETE CASCADE,
    step_id uuid NOT NULL,
    call_id uuid NOT NULL,
    tool_key text NOT NULL,
    tool text NOT NULL,
    label jsonb NOT NULL,
    icon text NOT NULL,
    input jsonb NOT NULL,
    status text NOT NULL,
    reason text,
    always boolean NOT NULL DEFAULT false,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    answered_at timestamptz
);
CREATE INDEX tool_confirmation_of_message ON studio.tool_confirmation (message_id, id);
CREATE INDEX tool_confirmation_always ON studio.tool_confirmation (conversation_id, tool_key) WHERE always;
