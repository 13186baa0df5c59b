-- The store of a corpus, version 1. One SQLite file that Datasette and DuckDB open as well.
--
-- `minutes` holds each analysed document once, by its content; `files` says where that content was found. The other
-- tables hold its facts, so that they can be asked for; `minutes.record` holds the whole record, so that nothing is
-- lost. Offsets (`start`, `end`, …) count Unicode code points in the record's text, end exclusive. Dates are ISO 8601.
-- Views `who_said`, `who_decides` and `who_does` join each fact to its meeting, its actor and its file: start there.

-- One analysed document. Its key is its content; `analyser` and `asked_model` tell whether it must be analysed anew.
CREATE TABLE minutes (
    key           INTEGER PRIMARY KEY,
    sha256        TEXT NOT NULL UNIQUE,                 -- of the bytes that were read
    analyser      TEXT NOT NULL,                        -- version of the analyser that made the record
    asked_model   TEXT NOT NULL,                        -- the model that was asked for; '' for the usual one
    model         TEXT NOT NULL,                        -- the model that was used
    title         TEXT,
    body          TEXT,
    organisation  TEXT,
    date          TEXT,                                 -- of the meeting
    starts        TEXT,                                 -- HH:MM
    ends          TEXT,                                 -- HH:MM
    place         TEXT,
    record        TEXT NOT NULL CHECK (json_valid(record))
) STRICT;
CREATE INDEX minutes_by_date ON minutes (date);

-- Every file that was ever imported. A file that fails keeps the facts of its last good reading, and says why it failed.
CREATE TABLE files (
    path     TEXT PRIMARY KEY,                          -- absolute
    minutes  INTEGER REFERENCES minutes (key),          -- null where it never could be read
    problem  TEXT                                       -- null where the last import went well
) STRICT;
CREATE INDEX files_by_minutes ON files (minutes);

CREATE TABLE participants (
    minutes       INTEGER NOT NULL REFERENCES minutes (key) ON DELETE CASCADE,
    id            TEXT NOT NULL,                        -- 'p1', as in the record
    name          TEXT NOT NULL,
    role          TEXT,
    organisation  TEXT,
    initials      TEXT,
    attendance    TEXT NOT NULL CHECK (attendance IN ('present', 'absent', 'partial')),
    functions     TEXT NOT NULL CHECK (json_valid(functions)),  -- '["chair"]'
    note          TEXT,
    start         INTEGER NOT NULL,
    "end"         INTEGER NOT NULL,
    quote         TEXT NOT NULL,
    PRIMARY KEY (minutes, id)
) STRICT;

CREATE TABLE items (
    minutes  INTEGER NOT NULL REFERENCES minutes (key) ON DELETE CASCADE,
    id       TEXT NOT NULL,
    number   TEXT,
    title    TEXT,
    parent   TEXT,
    start    INTEGER NOT NULL,
    "end"    INTEGER NOT NULL,
    PRIMARY KEY (minutes, id),
    FOREIGN KEY (minutes, parent) REFERENCES items (minutes, id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

-- Who said what. `actor_…` is the speaker as the sentence has it; `actor_participant` is whom that was linked to.
CREATE TABLE statements (
    key                 INTEGER PRIMARY KEY,
    minutes             INTEGER NOT NULL REFERENCES minutes (key) ON DELETE CASCADE,
    id                  TEXT NOT NULL,
    item                TEXT,
    actor_kind          TEXT NOT NULL,
    actor_participant   TEXT,
    actor_name          TEXT,
    actor_role          TEXT,
    actor_organisation  TEXT,
    verb                TEXT,
    act                 TEXT NOT NULL,
    topic               TEXT,
    start               INTEGER NOT NULL,
    "end"               INTEGER NOT NULL,
    quote               TEXT NOT NULL,                  -- the sentence
    extent_start        INTEGER NOT NULL,
    extent_end          INTEGER NOT NULL,
    extent              TEXT NOT NULL,                  -- the sentence and what follows on it
    UNIQUE (minutes, id),
    FOREIGN KEY (minutes, item) REFERENCES items (minutes, id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (minutes, actor_participant) REFERENCES participants (minutes, id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

-- What was decided; no `actor_kind` where the sentence names nobody.
CREATE TABLE decisions (
    key                 INTEGER PRIMARY KEY,
    minutes             INTEGER NOT NULL REFERENCES minutes (key) ON DELETE CASCADE,
    id                  TEXT NOT NULL,
    item                TEXT,
    actor_kind          TEXT,
    actor_participant   TEXT,
    actor_name          TEXT,
    actor_role          TEXT,
    actor_organisation  TEXT,
    kind                TEXT NOT NULL,
    text                TEXT NOT NULL,
    votes_for           INTEGER,
    votes_against       INTEGER,
    votes_abstain       INTEGER,
    start               INTEGER NOT NULL,
    "end"               INTEGER NOT NULL,
    quote               TEXT NOT NULL,
    UNIQUE (minutes, id),
    FOREIGN KEY (minutes, item) REFERENCES items (minutes, id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (minutes, actor_participant) REFERENCES participants (minutes, id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

-- What is to be done. `due_from` to `due_to` are the first and last day that the words in `due` can mean.
CREATE TABLE actions (
    key                 INTEGER PRIMARY KEY,
    minutes             INTEGER NOT NULL REFERENCES minutes (key) ON DELETE CASCADE,
    id                  TEXT NOT NULL,
    item                TEXT,
    actor_kind          TEXT,
    actor_participant   TEXT,
    actor_name          TEXT,
    actor_role          TEXT,
    actor_organisation  TEXT,
    text                TEXT NOT NULL,
    due                 TEXT,
    due_from            TEXT,
    due_to              TEXT,
    start               INTEGER NOT NULL,
    "end"               INTEGER NOT NULL,
    quote               TEXT NOT NULL,
    UNIQUE (minutes, id),
    FOREIGN KEY (minutes, item) REFERENCES items (minutes, id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (minutes, actor_participant) REFERENCES participants (minutes, id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

-- Search. The index reads its words from the tables; the triggers keep it in step whoever writes.
-- Diacritics stay: å is a letter of its own, not an a.
CREATE VIRTUAL TABLE statements_index USING fts5 (
    topic, extent, content = 'statements', content_rowid = 'key', tokenize = 'unicode61 remove_diacritics 0'
);
CREATE TRIGGER statements_added AFTER INSERT ON statements BEGIN
    INSERT INTO statements_index (rowid, topic, extent) VALUES (new.key, new.topic, new.extent);
END;
CREATE TRIGGER statements_removed AFTER DELETE ON statements BEGIN
    INSERT INTO statements_index (statements_index, rowid, topic, extent)
    VALUES ('delete', old.key, old.topic, old.extent);
END;

CREATE VIRTUAL TABLE decisions_index USING fts5 (
    text, quote, content = 'decisions', content_rowid = 'key', tokenize = 'unicode61 remove_diacritics 0'
);
CREATE TRIGGER decisions_added AFTER INSERT ON decisions BEGIN
    INSERT INTO decisions_index (rowid, text, quote) VALUES (new.key, new.text, new.quote);
END;
CREATE TRIGGER decisions_removed AFTER DELETE ON decisions BEGIN
    INSERT INTO decisions_index (decisions_index, rowid, text, quote)
    VALUES ('delete', old.key, old.text, old.quote);
END;

CREATE VIRTUAL TABLE actions_index USING fts5 (
    text, quote, content = 'actions', content_rowid = 'key', tokenize = 'unicode61 remove_diacritics 0'
);
CREATE TRIGGER actions_added AFTER INSERT ON actions BEGIN
    INSERT INTO actions_index (rowid, text, quote) VALUES (new.key, new.text, new.quote);
END;
CREATE TRIGGER actions_removed AFTER DELETE ON actions BEGIN
    INSERT INTO actions_index (actions_index, rowid, text, quote)
    VALUES ('delete', old.key, old.text, old.quote);
END;

-- A meeting with the first of the files that hold its minutes.
CREATE VIEW meetings AS
SELECT m.key, m.sha256, m.date, m.body, m.organisation, m.title, m.starts, m.ends, m.place,
       (SELECT min(path) FROM files WHERE files.minutes = m.key) AS file
FROM minutes AS m;

-- Each statement with its meeting and its speaker: the participant it was linked to, else as written.
CREATE VIEW who_said AS
SELECT s.key, m.sha256, m.date, m.body, m.title, i.number AS item, i.title AS item_title,
       coalesce(p.name, s.actor_name, s.actor_role, s.actor_organisation) AS speaker,
       coalesce(p.role, s.actor_role) AS role,
       coalesce(p.organisation, s.actor_organisation) AS organisation,
       s.actor_kind AS speaker_kind, s.actor_participant AS participant,
       s.verb, s.act, s.topic, m.file, s.start, s."end", s.quote, s.id, s.extent
FROM statements AS s
JOIN meetings AS m ON m.key = s.minutes
LEFT JOIN items AS i ON i.minutes = s.minutes AND i.id = s.item
LEFT JOIN participants AS p ON p.minutes = s.minutes AND p.id = s.actor_participant;

CREATE VIEW who_decides AS
SELECT d.key, m.sha256, m.date, m.body, m.title, i.number AS item, i.title AS item_title, d.kind,
       coalesce(p.name, d.actor_name, d.actor_role, d.actor_organisation) AS "by",
       coalesce(p.role, d.actor_role) AS role,
       coalesce(p.organisation, d.actor_organisation) AS organisation,
       d.actor_kind AS by_kind, d.actor_participant AS participant,
       d.text, d.votes_for, d.votes_against, d.votes_abstain, m.file, d.start, d."end", d.quote, d.id
FROM decisions AS d
JOIN meetings AS m ON m.key = d.minutes
LEFT JOIN items AS i ON i.minutes = d.minutes AND i.id = d.item
LEFT JOIN participants AS p ON p.minutes = d.minutes AND p.id = d.actor_participant;

CREATE VIEW who_does AS
SELECT a.key, m.sha256, m.date, m.body, m.title, i.number AS item, i.title AS item_title,
       coalesce(p.name, a.actor_name, a.actor_role, a.actor_organisation) AS responsible,
       coalesce(p.role, a.actor_role) AS role,
       coalesce(p.organisation, a.actor_organisation) AS organisation,
       a.actor_kind AS responsible_kind, a.actor_participant AS participant,
       a.text, a.due, a.due_from, a.due_to, m.file, a.start, a."end", a.quote, a.id
FROM actions AS a
JOIN meetings AS m ON m.key = a.minutes
LEFT JOIN items AS i ON i.minutes = a.minutes AND i.id = a.item
LEFT JOIN participants AS p ON p.minutes = a.minutes AND p.id = a.actor_participant;
