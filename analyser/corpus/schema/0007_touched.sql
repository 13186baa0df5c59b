-- Version 7: whose rosters have changed, so that an import works out only those people anew whom it can touch.
--
-- A roster line without an appearance is new; the appearances that lost a line since people were worked out are here.
CREATE TABLE appearances_touched (
    id  TEXT PRIMARY KEY                                -- of an appearance
) STRICT;
CREATE TRIGGER participants_removed AFTER DELETE ON participants WHEN old.appearance IS NOT NULL BEGIN
    INSERT INTO appearances_touched (id) VALUES (old.appearance) ON CONFLICT DO NOTHING;
END;
