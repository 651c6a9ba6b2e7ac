-- What a million tokens in and out cost when the answer was written; null where no price was known.
ALTER TABLE studio.message
    ADD COLUMN prompt_unit_price numeric,
    ADD COLUMN completion_unit_price numeric;
