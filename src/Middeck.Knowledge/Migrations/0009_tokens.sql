-- Counted as the platform counts where a model does not: one token for each character of a CJK script, one for every four others.
ALTER TABLE knowledge.chunk
    ADD COLUMN token_count integer NOT NULL GENERATED ALWAYS AS (
        length(regexp_replace(content, '[^\u2E80-\uD7FF\uF900-\uFFEF]+', '', 'g'))
        + (length(regexp_replace(content, '[\u2E80-\uD7FF\uF900-\uFFEF]+', '', 'g')) + 3) / 4) STORED;

UPDATE knowledge.document SET token_count = counted.tokens
FROM (SELECT document_id, generation, sum(token_count) AS tokens FROM knowledge.chunk GROUP BY document_id, generation) AS counted
WHERE counted.document_id = document.id AND counted.generation = greatest(document.generation, 1);
