-- How far the vectors of another model are, and why they were given up.
ALTER TABLE knowledge.base
    ADD COLUMN reembedding_job uuid,
    ADD COLUMN reembedding_done bigint NOT NULL DEFAULT 0,
    ADD COLUMN reembedding_total bigint NOT NULL DEFAULT 0,
    ADD COLUMN reembedding_error text,
    -- Set when the vectors were removed because nobody searched; the next search has them made again.
    ADD COLUMN vectors_removed_at timestamptz;

ALTER TABLE knowledge.document
    ADD COLUMN warning text,
    -- Changes with every attempt: one that slept while another took the document up writes nothing more.
    ADD COLUMN claim uuid,
    -- The counted facts of the present stage, for the time that is left.
    ADD COLUMN stage_started_at timestamptz,
    ADD COLUMN stage_from bigint NOT NULL DEFAULT 0,
    ADD COLUMN stage_done bigint NOT NULL DEFAULT 0,
    ADD COLUMN stage_total bigint NOT NULL DEFAULT 0,
    -- Where pages begin in the text and where characters lie in its file.
    ADD COLUMN text_facts jsonb,
    -- The same of the generation that is being made, and what its chunks were made with once they are all there.
    ADD COLUMN next_text_key text,
    ADD COLUMN next_text_facts jsonb,
    ADD COLUMN next_split jsonb;
CREATE INDEX document_by_next_text ON knowledge.document (next_text_key) WHERE next_text_key IS NOT NULL;
CREATE INDEX document_at_work ON knowledge.document (id)
    WHERE status IN ('waiting', 'parsing', 'cleaning', 'splitting', 'indexing');

ALTER TABLE knowledge.chunk
    -- What became of asking a model about it: done or failed; null while it was not asked.
    ADD COLUMN enrichment text,
    -- Characters of the text that it comes from, where they are not its content: rows of a table that repeat the header.
    ADD COLUMN source_length integer;
