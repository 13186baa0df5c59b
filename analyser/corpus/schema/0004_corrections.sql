-- Version 4: what people corrected, and what is doubtful.
--
-- `corrections` is what people said; no import changes it. `corrected_actors` and `corrected_roles` are what follows
-- from it for the facts as they are now, and `doubts` what is left to look at: all three are worked out anew with each
-- document (analyser/corpus/corrections.py). The views lay them over what was extracted.

DROP VIEW who_said;
DROP VIEW who_decides;
DROP VIEW who_does;
DROP VIEW who_was_there;

CREATE TABLE corrections (
    key           INTEGER PRIMARY KEY,
    sha256        TEXT NOT NULL,                        -- the document, as in `minutes`; it need not be there any longer
    part          INTEGER NOT NULL,
    what          TEXT NOT NULL CHECK (what IN ('link', 'role')),
    start         INTEGER NOT NULL,                     -- the place in the text; of a role, that of the roster line
    "end"         INTEGER NOT NULL,
    quote         TEXT NOT NULL,                        -- what stands there; where it does not, nothing is corrected
    name          TEXT,                                 -- of the participant who is meant; null for nobody
    roster_start  INTEGER,                              -- where the roster has them, to tell two of one name apart
    roster_end    INTEGER,
    role          TEXT,                                 -- the right role; null for none
    made          TEXT NOT NULL,                        -- when, UTC, ISO 8601
    UNIQUE (sha256, part, what, start, "end")
) STRICT;

CREATE TABLE corrected_actors (
    minutes      INTEGER NOT NULL REFERENCES minutes (key) ON DELETE CASCADE,
    kind         TEXT NOT NULL CHECK (kind IN ('statements', 'decisions', 'actions')),
    fact         TEXT NOT NULL,                         -- its id
    participant  TEXT,                                  -- null for nobody on the roster
    name         TEXT,
    PRIMARY KEY (minutes, kind, fact)
) STRICT, WITHOUT ROWID;

CREATE TABLE corrected_roles (
    minutes      INTEGER NOT NULL REFERENCES minutes (key) ON DELETE CASCADE,
    participant  TEXT NOT NULL,
    role         TEXT,
    PRIMARY KEY (minutes, participant)
) STRICT, WITHOUT ROWID;

CREATE TABLE doubts (
    key      INTEGER PRIMARY KEY,
    minutes  INTEGER NOT NULL REFERENCES minutes (key) ON DELETE CASCADE,
    code     TEXT NOT NULL,                             -- of the diagnostic, as in the record
    start    INTEGER NOT NULL,
    "end"    INTEGER NOT NULL,
    quote    TEXT NOT NULL
) STRICT;
CREATE INDEX doubts_by_minutes ON doubts (minutes);
CREATE INDEX doubts_by_code ON doubts (code, minutes, start);

INSERT INTO doubts (minutes, code, start, "end", quote)
SELECT minutes.key, CASE WHEN json_array_length(value, '$.candidates') > 1 THEN 'ambiguous_name' ELSE 'unlinked_name' END,
       json_extract(value, '$.span[0]'), json_extract(value, '$.span[1]'), json_extract(value, '$.text')
FROM minutes, json_each(minutes.record, '$.mentions')
WHERE json_extract(value, '$.participant') IS NULL;

INSERT INTO doubts (minutes, code, start, "end", quote)
SELECT minutes.key, json_extract(value, '$.code'), json_extract(value, '$.span[0]'), json_extract(value, '$.span[1]'),
       substr(json_extract(minutes.record, '$.text'), json_extract(value, '$.span[0]') + 1,
              json_extract(value, '$.span[1]') - json_extract(value, '$.span[0]'))
FROM minutes, json_each(minutes.record, '$.diagnostics')
WHERE json_extract(value, '$.code') IN ('role_mismatch', 'attendance_conflict')
  AND json_extract(value, '$.span[0]') IS NOT NULL;

-- Each fact with its meeting and its actor, as corrected: the participant it was linked to, else as written.
CREATE VIEW who_said AS
SELECT s.key, m.sha256, m.part, m.date, m.body, m.title, i.number AS item, i.title AS item_title,
       coalesce(p.name, c.name, s.actor_name, s.actor_role, s.actor_organisation) AS speaker,
       coalesce(iif(r.minutes IS NULL, p.role, r.role), iif(c.minutes IS NULL, s.actor_role, NULL)) AS role,
       coalesce(p.organisation, iif(c.minutes IS NULL, s.actor_organisation, NULL)) AS organisation,
       iif(c.participant IS NULL, s.actor_kind, 'person') AS speaker_kind,
       iif(c.minutes IS NULL, s.actor_participant, c.participant) AS participant, p.person,
       s.verb, s.act, s.topic, m.file, s.page, s.start, s."end", s.quote, s.id, s.extent
FROM statements AS s
JOIN meetings AS m ON m.key = s.minutes
LEFT JOIN items AS i ON i.minutes = s.minutes AND i.id = s.item
LEFT JOIN corrected_actors AS c ON c.minutes = s.minutes AND c.kind = 'statements' AND c.fact = s.id
LEFT JOIN participants AS p
       ON p.minutes = s.minutes AND p.id = iif(c.minutes IS NULL, s.actor_participant, c.participant)
LEFT JOIN corrected_roles AS r ON r.minutes = p.minutes AND r.participant = p.id;

CREATE VIEW who_decides AS
SELECT d.key, m.sha256, m.part, m.date, m.body, m.title, i.number AS item, i.title AS item_title, d.kind,
       coalesce(p.name, c.name, d.actor_name, d.actor_role, d.actor_organisation) AS "by",
       coalesce(iif(r.minutes IS NULL, p.role, r.role), iif(c.minutes IS NULL, d.actor_role, NULL)) AS role,
       coalesce(p.organisation, iif(c.minutes IS NULL, d.actor_organisation, NULL)) AS organisation,
       iif(c.participant IS NULL, d.actor_kind, 'person') AS by_kind,
       iif(c.minutes IS NULL, d.actor_participant, c.participant) AS participant, p.person,
       d.text, d.votes_for, d.votes_against, d.votes_abstain, m.file, d.page, d.start, d."end", d.quote, d.id
FROM decisions AS d
JOIN meetings AS m ON m.key = d.minutes
LEFT JOIN items AS i ON i.minutes = d.minutes AND i.id = d.item
LEFT JOIN corrected_actors AS c ON c.minutes = d.minutes AND c.kind = 'decisions' AND c.fact = d.id
LEFT JOIN participants AS p
       ON p.minutes = d.minutes AND p.id = iif(c.minutes IS NULL, d.actor_participant, c.participant)
LEFT JOIN corrected_roles AS r ON r.minutes = p.minutes AND r.participant = p.id;

CREATE VIEW who_does AS
SELECT a.key, m.sha256, m.part, m.date, m.body, m.title, i.number AS item, i.title AS item_title,
       coalesce(p.name, c.name, a.actor_name, a.actor_role, a.actor_organisation) AS responsible,
       coalesce(iif(r.minutes IS NULL, p.role, r.role), iif(c.minutes IS NULL, a.actor_role, NULL)) AS role,
       coalesce(p.organisation, iif(c.minutes IS NULL, a.actor_organisation, NULL)) AS organisation,
       iif(c.participant IS NULL, a.actor_kind, 'person') AS responsible_kind,
       iif(c.minutes IS NULL, a.actor_participant, c.participant) AS participant, p.person,
       a.text, a.due, a.due_from, a.due_to, m.file, a.page, a.start, a."end", a.quote, a.id
FROM actions AS a
JOIN meetings AS m ON m.key = a.minutes
LEFT JOIN items AS i ON i.minutes = a.minutes AND i.id = a.item
LEFT JOIN corrected_actors AS c ON c.minutes = a.minutes AND c.kind = 'actions' AND c.fact = a.id
LEFT JOIN participants AS p
       ON p.minutes = a.minutes AND p.id = iif(c.minutes IS NULL, a.actor_participant, c.participant)
LEFT JOIN corrected_roles AS r ON r.minutes = p.minutes AND r.participant = p.id;

-- Each line of a roster with its meeting and the person it is taken to be.
CREATE VIEW who_was_there AS
SELECT p.person, p.name, iif(r.minutes IS NULL, p.role, r.role) AS role, p.organisation, p.initials, p.attendance, p.functions, p.note,
       m.sha256, m.part, m.date, m.body, m.title, m.file, p.page, p.start, p."end", p.quote, p.id
FROM participants AS p
JOIN meetings AS m ON m.key = p.minutes
LEFT JOIN corrected_roles AS r ON r.minutes = p.minutes AND r.participant = p.id;
