-- Estimated as where a model does not count: one token for each character of a CJK script (three bytes), one for every four
-- letters of ASCII. What has two or four bytes lies between, as it does in the models' own tokens. Lengths alone, since a look at
-- each character would cost as much as all the rest of writing a chunk.
ALTER TABLE knowledge.chunk
    ADD COLUMN token_count integer NOT NULL GENERATED ALWAYS AS (
        (octet_length(content) - length(content)) / 2
        + (length(content) - (octet_length(content) - length(content)) / 2 + 3) / 4) STORED;

UPDATE knowledge.document SET token_count = counted.tokens
FROM (SELECT document_id, generation, sum(token_count) AS tokens FROM knowledge.chunk GROUP BY document_id, generation) AS counted
WHERE counted.document_id = document.id AND counted.generation = greatest(document.generation, 1);
