-- Every unexpected failure of a call or a job. Without a workspace it belongs to the installation.
CREATE TABLE observability.error (
    id uuid PRIMARY KEY,
    at timestamptz NOT NULL,
    trace_id text NOT NULL,
    source text NOT NULL,
    operation text NOT NULL,
    message text NOT NULL,
    exception_type text,
    stack_trace text,
    workspace_id uuid,
    user_id uuid
);

CREATE INDEX error_list ON observability.error (workspace_id, id DESC);
CREATE INDEX error_trace ON observability.error (trace_id);
CREATE INDEX error_at ON observability.error (at);
