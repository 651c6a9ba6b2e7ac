-- One row per job. The row is the truth: what a node knows beside it can be lost at any moment.
CREATE TABLE jobs.job (
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL,
    kind text NOT NULL,
    subject uuid NOT NULL,
    title text NOT NULL,
    state text NOT NULL CHECK (state IN ('waiting', 'running', 'succeeded', 'failed', 'cancelled')),
    progress double precision NOT NULL DEFAULT 0,
    fact text,
    attempt integer NOT NULL DEFAULT 0,
    max_attempts integer NOT NULL,
    payload jsonb NOT NULL,
    error text,
    trace_id text,
    requested_by uuid,
    cancel_requested boolean NOT NULL DEFAULT false,
    -- False from the moment a job ends without success until its room has been told.
    settled boolean NOT NULL DEFAULT true,
    lease_owner uuid,
    lease_expires_at timestamptz,
    not_before timestamptz NOT NULL,
    created_at timestamptz NOT NULL,
    started_at timestamptz,
    finished_at timestamptz,
    CHECK ((state = 'running') = (lease_owner IS NOT NULL))
);

-- The pick order: round robin over workspaces, oldest first within one.
CREATE INDEX job_waiting ON jobs.job (workspace_id, id) WHERE state = 'waiting';
CREATE INDEX job_not_before ON jobs.job (not_before) WHERE state = 'waiting';
CREATE INDEX job_lease ON jobs.job (lease_expires_at) WHERE state = 'running';
CREATE INDEX job_unsettled ON jobs.job (finished_at) WHERE NOT settled;

-- Two jobs of one kind never work on the same object at the same time, whatever two nodes believe.
CREATE UNIQUE INDEX job_one_per_subject ON jobs.job (kind, subject) WHERE state = 'running';
CREATE INDEX job_subject ON jobs.job (kind, subject, id) WHERE state = 'waiting';

-- Lists, newest first, and retention.
CREATE INDEX job_list ON jobs.job (workspace_id, id DESC);
CREATE INDEX job_list_state ON jobs.job (workspace_id, state, id DESC);
CREATE INDEX job_finished ON jobs.job (finished_at) WHERE finished_at IS NOT NULL;
