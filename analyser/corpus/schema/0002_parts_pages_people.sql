-- Version 2: several minutes of one file, the page of each fact, people across meetings, a log of failures.
--
-- `files` are what lies on disk, `holdings` which minutes each of them holds, in their order: one for a letter, many
-- for a protocol book or a zip file. `sha256` and `part` together are the key of minutes.

DROP VIEW who_said;
DROP VIEW who_decides;
DROP VIEW who_does;
DROP VIEW meetings;

CREATE TABLE minutes_2 (
    key           INTEGER PRIMARY KEY,
    sha256        TEXT NOT NULL,                        -- of the bytes of the document
    part          INTEGER NOT NULL CHECK (part >= 1),   -- which of the document's meetings; 1 where it has one
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
    record        TEXT NOT NULL CHECK (json_valid(record)),
    UNIQUE (sha256, part)
) STRICT;
INSERT INTO minutes_2
SELECT key, sha256, 1, analyser, asked_model, model, title, body, organisation, date, starts, ends, place, record
FROM minutes;

-- Every file that was ever imported. One that fails or is gone keeps the facts of its last good reading.
CREATE TABLE files_2 (
    path     TEXT PRIMARY KEY,                          -- absolute
    sha256   TEXT,                                      -- of the bytes its facts were read from; null where none were
    problem  TEXT,                                      -- why the last import failed; null where it went well
    gone     INTEGER NOT NULL DEFAULT 0 CHECK (gone IN (0, 1))  -- 1 where the last import did not find the file
) STRICT;
INSERT INTO files_2
SELECT path, (SELECT sha256 FROM minutes WHERE minutes.key = files.minutes), problem, 0 FROM files;

CREATE TABLE holdings (
    path      TEXT NOT NULL REFERENCES files (path) ON DELETE CASCADE,
    position  INTEGER NOT NULL,                         -- 1, 2, … in the order of the file
    minutes   INTEGER NOT NULL REFERENCES minutes (key),
    PRIMARY KEY (path, position)
) STRICT;
INSERT INTO holdings SELECT path, 1, minutes FROM files WHERE minutes IS NOT NULL;

DROP TABLE files;
ALTER TABLE files_2 RENAME TO files;
DROP TABLE minutes;
ALTER TABLE minutes_2 RENAME TO minutes;
CREATE INDEX minutes_by_date ON minutes (date);
CREATE INDEX files_by_content ON files (sha256);
CREATE INDEX holdings_by_minutes ON holdings (minutes);

-- What failed, why and when: each problem of each document once.
CREATE TABLE failures (
    path      TEXT NOT NULL,                            -- of a document: the file, or the file and the way inside it
    problem   TEXT NOT NULL,
    file      TEXT NOT NULL,                            -- the file, or a folder that could not be looked into
    analyser  TEXT NOT NULL,                            -- version of the last analyser that met it; '' where unknown
    first     TEXT NOT NULL,                            -- when it was met first, UTC, ISO 8601
    last      TEXT NOT NULL,                            -- and last
    times     INTEGER NOT NULL,
    stands    INTEGER NOT NULL CHECK (stands IN (0, 1)),  -- 0 where a later import went well, or met another problem
    PRIMARY KEY (path, problem)
) STRICT;
CREATE INDEX failures_by_file ON failures (file);
INSERT INTO failures
SELECT path, problem, path, '', strftime('%Y-%m-%dT%H:%M:%S+00:00'), strftime('%Y-%m-%dT%H:%M:%S+00:00'), 1, 1
FROM files WHERE problem IS NOT NULL;

-- Pages are counted from 1; null where the source has none.
ALTER TABLE participants ADD COLUMN page INTEGER;
ALTER TABLE items ADD COLUMN page INTEGER;
ALTER TABLE statements ADD COLUMN page INTEGER;
ALTER TABLE decisions ADD COLUMN page INTEGER;
ALTER TABLE actions ADD COLUMN page INTEGER;

-- People across meetings, worked out anew from the rosters after each import; see analyser/corpus/people.py.
CREATE TABLE people (
    id            TEXT PRIMARY KEY,                     -- 'karen-holm-5f21c0'
    name          TEXT NOT NULL,                        -- the fullest of its writings
    organisation  TEXT                                  -- the last that a roster names
) STRICT;
ALTER TABLE participants ADD COLUMN person TEXT REFERENCES people (id);
CREATE INDEX participants_by_person ON participants (person);

-- Two who may be one: not put together, but listed for somebody to decide.
CREATE TABLE doubtful_pairs (
    a        TEXT NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    b        TEXT NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    score    REAL NOT NULL,
    reasons  TEXT NOT NULL CHECK (json_valid(reasons)), -- [["name", "K. Holm / Karen Holm", 1.5], …]; they sum to score
    PRIMARY KEY (a, b),
    CHECK (a < b)
) STRICT;

-- What somebody decided about two, each named by a roster line of theirs. No import changes these rows.
CREATE TABLE people_decided (
    a_name          TEXT NOT NULL,
    a_organisation  TEXT NOT NULL,                      -- '' where the roster names none
    a_date          TEXT NOT NULL,                      -- of a meeting; '' for one without a date
    b_name          TEXT NOT NULL,
    b_organisation  TEXT NOT NULL,
    b_date          TEXT NOT NULL,
    same            INTEGER NOT NULL CHECK (same IN (0, 1)),
    PRIMARY KEY (a_name, a_organisation, a_date, b_name, b_organisation, b_date)
) STRICT;

-- One row: 1 where rosters have changed since `people` was worked out.
CREATE TABLE people_stale (
    stale INTEGER NOT NULL CHECK (stale IN (0, 1))
) STRICT;
INSERT INTO people_stale VALUES (1);

-- A meeting with the first of the files that hold its minutes.
CREATE VIEW meetings AS
SELECT m.key, m.sha256, m.part, m.date, m.body, m.organisation, m.title, m.starts, m.ends, m.place,
       (SELECT min(path) FROM holdings WHERE holdings.minutes = m.key) AS file
FROM minutes AS m;

-- Each statement with its meeting and its speaker: the participant it was linked to, else as written.
CREATE VIEW who_said AS
SELECT s.key, m.sha256, m.part, m.date, m.body, m.title, i.number AS item, i.title AS item_title,
       coalesce(p.name, s.actor_name, s.actor_role, s.actor_organisation) AS speaker,
       coalesce(p.role, s.actor_role) AS role,
       coalesce(p.organisation, s.actor_organisation) AS organisation,
       s.actor_kind AS speaker_kind, s.actor_participant AS participant, p.person,
       s.verb, s.act, s.topic, m.file, s.page, s.start, s."end", s.quote, s.id, s.extent
FROM statements AS s
JOIN meetings AS m ON m.key = s.minutes
LEFT JOIN items AS i ON i.minutes = s.minutes AND i.id = s.item
LEFT JOIN participants AS p ON p.minutes = s.minutes AND p.id = s.actor_participant;

CREATE VIEW who_decides AS
SELECT d.key, m.sha256, m.part, m.date, m.body, m.title, i.number AS item, i.title AS item_title, d.kind,
       coalesce(p.name, d.actor_name, d.actor_role, d.actor_organisation) AS "by",
       coalesce(p.role, d.actor_role) AS role,
       coalesce(p.organisation, d.actor_organisation) AS organisation,
       d.actor_kind AS by_kind, d.actor_participant AS participant, p.person,
       d.text, d.votes_for, d.votes_against, d.votes_abstain, m.file, d.page, d.start, d."end", d.quote, d.id
FROM decisions AS d
JOIN meetings AS m ON m.key = d.minutes
LEFT JOIN items AS i ON i.minutes = d.minutes AND i.id = d.item
LEFT JOIN participants AS p ON p.minutes = d.minutes AND p.id = d.actor_participant;

CREATE VIEW who_does AS
SELECT a.key, m.sha256, m.part, m.date, m.body, m.title, i.number AS item, i.title AS item_title,
       coalesce(p.name, a.actor_name, a.actor_role, a.actor_organisation) AS responsible,
       coalesce(p.role, a.actor_role) AS role,
       coalesce(p.organisation, a.actor_organisation) AS organisation,
       a.actor_kind AS responsible_kind, a.actor_participant AS participant, p.person,
       a.text, a.due, a.due_from, a.due_to, m.file, a.page, a.start, a."end", a.quote, a.id
FROM actions AS a
JOIN meetings AS m ON m.key = a.minutes
LEFT JOIN items AS i ON i.minutes = a.minutes AND i.id = a.item
LEFT JOIN participants AS p ON p.minutes = a.minutes AND p.id = a.actor_participant;

-- Each line of a roster with its meeting and the person it is taken to be.
CREATE VIEW who_was_there AS
SELECT p.person, p.name, p.role, p.organisation, p.initials, p.attendance, p.functions, p.note,
       m.sha256, m.part, m.date, m.body, m.title, m.file, p.page, p.start, p."end", p.quote, p.id
FROM participants AS p
JOIN meetings AS m ON m.key = p.minutes;
