-- Keys grow with time and so does the table: which blocks hold the messages since some moment is told by a few pages, and what the index of
-- words finds elsewhere need not be read.
CREATE INDEX message_text_by_time ON studio.message_text USING brin (message_id) WITH (pages_per_range = 32, autosummarize = on);
