-- Version 3: the words of the facts, with what their inflected forms share, so that a search finds those and compounds.
--
-- The program fills this table as it imports; it may hold words that no fact holds any longer, which does no harm.

CREATE TABLE words (
    word  TEXT PRIMARY KEY,                             -- in lower case, as in the indexes
    stem  TEXT NOT NULL                                 -- 'indbrud' of 'indbruddene'; see analyser/language/inflections.py
) WITHOUT ROWID, STRICT;
CREATE INDEX words_by_stem ON words (stem);

CREATE VIRTUAL TABLE temp.statements_words USING fts5vocab('main', 'statements_index', 'row');
CREATE VIRTUAL TABLE temp.decisions_words USING fts5vocab('main', 'decisions_index', 'row');
CREATE VIRTUAL TABLE temp.actions_words USING fts5vocab('main', 'actions_index', 'row');
INSERT INTO words (word, stem)
SELECT term, stem(term) FROM (
    SELECT term FROM temp.statements_words UNION SELECT term FROM temp.decisions_words
    UNION SELECT term FROM temp.actions_words
);
DROP TABLE temp.statements_words;
DROP TABLE temp.decisions_words;
DROP TABLE temp.actions_words;
