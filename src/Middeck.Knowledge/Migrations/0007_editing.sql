ALTER TABLE knowledge.document
    -- Since when an edit waits for vectors, and the job that makes them; null when all are there. A chunk without a vector is
    -- found by its words.
    ADD COLUMN vectors_wanted_at timestamptz,
    ADD COLUMN vectors_job_id uuid;
CREATE INDEX document_without_vectors ON knowledge.document (vectors_wanted_at) WHERE vectors_wanted_at IS NOT NULL;
