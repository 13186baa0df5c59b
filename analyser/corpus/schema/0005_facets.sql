-- Version 5: what lets a large store answer at once.
--
-- All of this follows from the other tables and is worked out anew with each document (analyser/corpus/facets.py) or
-- with the people (analyser/corpus/identifying.py); nothing of it is anywhere else than in the facts.

-- The words get a number, so that an index of their letters can say at once which words hold a part of a compound.
CREATE TABLE words_5 (
    key   INTEGER PRIMARY KEY,
    word  TEXT NOT NULL UNIQUE,                         -- in lower case, as in the indexes
    stem  TEXT NOT NULL                                 -- 'indbrud' of 'indbruddene'; see analyser/language/inflections.py
) STRICT;
INSERT INTO words_5 (word, stem) SELECT word, stem FROM words ORDER BY word;
DROP TABLE words;
ALTER TABLE words_5 RENAME TO words;
CREATE INDEX words_by_stem ON words (stem);

CREATE VIRTUAL TABLE words_index USING fts5 (
    word, content = 'words', content_rowid = 'key', tokenize = 'trigram case_sensitive 1'
);
INSERT INTO words_index (words_index) VALUES ('rebuild');
CREATE TRIGGER words_added AFTER INSERT ON words BEGIN
    INSERT INTO words_index (rowid, word) VALUES (new.key, new.word);
END;
CREATE TRIGGER words_removed AFTER DELETE ON words BEGIN
    INSERT INTO words_index (words_index, rowid, word) VALUES ('delete', old.key, old.word);
END;

-- Names, roles, organisations and bodies as they are written, each once; it may hold some that no fact has any longer.
CREATE TABLE labels (
    key     INTEGER PRIMARY KEY,
    text    TEXT NOT NULL UNIQUE,
    folded  TEXT NOT NULL                               -- what its writings share: 'formand' of 'Formand'
) STRICT;
CREATE INDEX labels_by_folded ON labels (folded);

-- What each fact is told apart by, as the views have it; who, role, organisation and body are keys of labels. `content`
-- is the beginning of the document's sha256: with `day` and `start` it gives the order of lists.
CREATE TABLE statements_facets (
    key           INTEGER PRIMARY KEY REFERENCES statements (key) ON DELETE CASCADE,
    minutes       INTEGER NOT NULL REFERENCES minutes (key) ON DELETE CASCADE,
    participant   TEXT,
    actor         INTEGER,
    role          INTEGER,
    organisation  INTEGER,
    body          INTEGER,
    kind          TEXT,                                 -- the act
    day           TEXT,
    content       TEXT NOT NULL,
    start         INTEGER NOT NULL
) STRICT;
CREATE INDEX statements_facets_by_participant ON statements_facets (minutes, participant);
CREATE INDEX statements_facets_by_day ON statements_facets (day DESC, content, start);

CREATE TABLE decisions_facets (
    key           INTEGER PRIMARY KEY REFERENCES decisions (key) ON DELETE CASCADE,
    minutes       INTEGER NOT NULL REFERENCES minutes (key) ON DELETE CASCADE,
    participant   TEXT,
    actor         INTEGER,
    role          INTEGER,
    organisation  INTEGER,
    body          INTEGER,
    kind          TEXT,
    day           TEXT,
    content       TEXT NOT NULL,
    start         INTEGER NOT NULL
) STRICT;
CREATE INDEX decisions_facets_by_participant ON decisions_facets (minutes, participant);
CREATE INDEX decisions_facets_by_day ON decisions_facets (day DESC, content, start);

CREATE TABLE actions_facets (
    key           INTEGER PRIMARY KEY REFERENCES actions (key) ON DELETE CASCADE,
    minutes       INTEGER NOT NULL REFERENCES minutes (key) ON DELETE CASCADE,
    participant   TEXT,
    actor         INTEGER,
    role          INTEGER,
    organisation  INTEGER,
    body          INTEGER,
    kind          TEXT,                                 -- null: tasks have none
    day           TEXT,
    content       TEXT NOT NULL,
    start         INTEGER NOT NULL
) STRICT;
CREATE INDEX actions_facets_by_participant ON actions_facets (minutes, participant);
CREATE INDEX actions_facets_by_day ON actions_facets (day DESC, content, start);

-- How many facts have each value of a facet, and how many of those name somebody on a roster. Triggers keep it in step.
CREATE TABLE facet_sums (
    kind    TEXT NOT NULL,                              -- 'statements', 'decisions', 'actions'
    facet   TEXT NOT NULL,                              -- 'actor', 'role', 'organisation', 'body', 'kind', 'year'
    value   ANY NOT NULL,                               -- a key of labels, a kind, or a year
    facts   INTEGER NOT NULL,
    listed  INTEGER NOT NULL,
    PRIMARY KEY (kind, facet, value)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER facet_sums_emptied AFTER UPDATE ON facet_sums WHEN new.facts = 0 BEGIN
    DELETE FROM facet_sums WHERE kind = new.kind AND facet = new.facet AND value = new.value;
END;
CREATE TRIGGER statements_facets_added AFTER INSERT ON statements_facets BEGIN
    INSERT INTO facet_sums (kind, facet, value, facts, listed)
    SELECT 'statements', facet, value, 1, new.participant IS NOT NULL
    FROM (SELECT 'actor' AS facet, new.actor AS value
          UNION ALL SELECT 'role', new.role
          UNION ALL SELECT 'organisation', new.organisation
          UNION ALL SELECT 'body', new.body
          UNION ALL SELECT 'kind', new.kind
          UNION ALL SELECT 'year', substr(new.day, 1, 4))
    WHERE value IS NOT NULL
    ON CONFLICT (kind, facet, value) DO UPDATE SET facts = facts + 1, listed = listed + excluded.listed;
END;
CREATE TRIGGER statements_facets_removed AFTER DELETE ON statements_facets BEGIN
    UPDATE facet_sums SET facts = facts - 1, listed = listed - (old.participant IS NOT NULL)
    WHERE kind = 'statements' AND (facet, value) IN (VALUES ('actor', old.actor), ('role', old.role), ('organisation', old.organisation), ('body', old.body), ('kind', old.kind), ('year', substr(old.day, 1, 4)));
END;
CREATE TRIGGER decisions_facets_added AFTER INSERT ON decisions_facets BEGIN
    INSERT INTO facet_sums (kind, facet, value, facts, listed)
    SELECT 'decisions', facet, value, 1, new.participant IS NOT NULL
    FROM (SELECT 'actor' AS facet, new.actor AS value
          UNION ALL SELECT 'role', new.role
          UNION ALL SELECT 'organisation', new.organisation
          UNION ALL SELECT 'body', new.body
          UNION ALL SELECT 'kind', new.kind
          UNION ALL SELECT 'year', substr(new.day, 1, 4))
    WHERE value IS NOT NULL
    ON CONFLICT (kind, facet, value) DO UPDATE SET facts = facts + 1, listed = listed + excluded.listed;
END;
CREATE TRIGGER decisions_facets_removed AFTER DELETE ON decisions_facets BEGIN
    UPDATE facet_sums SET facts = facts - 1, listed = listed - (old.participant IS NOT NULL)
    WHERE kind = 'decisions' AND (facet, value) IN (VALUES ('actor', old.actor), ('role', old.role), ('organisation', old.organisation), ('body', old.body), ('kind', old.kind), ('year', substr(old.day, 1, 4)));
END;
CREATE TRIGGER actions_facets_added AFTER INSERT ON actions_facets BEGIN
    INSERT INTO facet_sums (kind, facet, value, facts, listed)
    SELECT 'actions', facet, value, 1, new.participant IS NOT NULL
    FROM (SELECT 'actor' AS facet, new.actor AS value
          UNION ALL SELECT 'role', new.role
          UNION ALL SELECT 'organisation', new.organisation
          UNION ALL SELECT 'body', new.body
          UNION ALL SELECT 'kind', new.kind
          UNION ALL SELECT 'year', substr(new.day, 1, 4))
    WHERE value IS NOT NULL
    ON CONFLICT (kind, facet, value) DO UPDATE SET facts = facts + 1, listed = listed + excluded.listed;
END;
CREATE TRIGGER actions_facets_removed AFTER DELETE ON actions_facets BEGIN
    UPDATE facet_sums SET facts = facts - 1, listed = listed - (old.participant IS NOT NULL)
    WHERE kind = 'actions' AND (facet, value) IN (VALUES ('actor', old.actor), ('role', old.role), ('organisation', old.organisation), ('body', old.body), ('kind', old.kind), ('year', substr(old.day, 1, 4)));
END;

INSERT INTO labels (text, folded)
SELECT text, name_key(text) FROM (
    SELECT speaker AS text FROM who_said UNION SELECT role FROM who_said UNION SELECT organisation FROM who_said
    UNION SELECT "by" FROM who_decides UNION SELECT role FROM who_decides UNION SELECT organisation FROM who_decides
    UNION SELECT responsible FROM who_does UNION SELECT role FROM who_does UNION SELECT organisation FROM who_does
    UNION SELECT body FROM minutes
) WHERE text IS NOT NULL ORDER BY text;

INSERT INTO statements_facets
SELECT s.key, s.minutes, v.participant, a.key, r.key, o.key, b.key, v.act, v.date, substr(v.sha256, 1, 12), v.start
FROM who_said AS v JOIN statements AS s ON s.key = v.key
LEFT JOIN labels AS a ON a.text = v.speaker LEFT JOIN labels AS r ON r.text = v.role
LEFT JOIN labels AS o ON o.text = v.organisation LEFT JOIN labels AS b ON b.text = v.body;
INSERT INTO decisions_facets
SELECT d.key, d.minutes, v.participant, a.key, r.key, o.key, b.key, v.kind, v.date, substr(v.sha256, 1, 12), v.start
FROM who_decides AS v JOIN decisions AS d ON d.key = v.key
LEFT JOIN labels AS a ON a.text = v."by" LEFT JOIN labels AS r ON r.text = v.role
LEFT JOIN labels AS o ON o.text = v.organisation LEFT JOIN labels AS b ON b.text = v.body;
INSERT INTO actions_facets
SELECT t.key, t.minutes, v.participant, a.key, r.key, o.key, b.key, NULL, v.date, substr(v.sha256, 1, 12), v.start
FROM who_does AS v JOIN actions AS t ON t.key = v.key
LEFT JOIN labels AS a ON a.text = v.responsible LEFT JOIN labels AS r ON r.text = v.role
LEFT JOIN labels AS o ON o.text = v.organisation LEFT JOIN labels AS b ON b.text = v.body;

-- In how many reports of a meeting a word stands in the topic; each word once a report, in small letters.
CREATE TABLE topic_words (
    minutes  INTEGER NOT NULL REFERENCES minutes (key) ON DELETE CASCADE,
    word     TEXT NOT NULL,
    reports  INTEGER NOT NULL,
    PRIMARY KEY (minutes, word)
) STRICT, WITHOUT ROWID;
CREATE INDEX topic_words_by_word ON topic_words (word, reports);
INSERT INTO topic_words
SELECT minutes, value, count(*) FROM statements, json_each(words_of(topic)) WHERE act = 'report' AND topic IS NOT NULL
GROUP BY 1, 2;

-- One name in one organisation over one unbroken time: what people are put together of, and whose each is. `sounding`
-- is what names that may be spellings of one share; see analyser/corpus/identifying.py.
CREATE TABLE appearances (
    id                TEXT PRIMARY KEY,
    person            TEXT NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    name_key          TEXT NOT NULL,
    organisation_key  TEXT NOT NULL,
    period            INTEGER NOT NULL,
    first             TEXT,                             -- day of the first meeting; null where none has one
    sounding          TEXT
) STRICT;
CREATE INDEX appearances_by_person ON appearances (person);
CREATE INDEX appearances_by_name ON appearances (name_key, organisation_key);
CREATE INDEX appearances_by_sound ON appearances (sounding, organisation_key);
ALTER TABLE participants ADD COLUMN appearance TEXT REFERENCES appearances (id);
CREATE INDEX participants_by_appearance ON participants (appearance);
UPDATE people_stale SET stale = 1;
