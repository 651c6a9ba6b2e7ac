-- The pick order within a kind: a node that has no more room for a kind with many waiting jobs does not go through all of them.
CREATE INDEX job_waiting_kind ON jobs.job (kind, workspace_id, id) WHERE state = 'waiting';
DROP INDEX jobs.job_waiting;
