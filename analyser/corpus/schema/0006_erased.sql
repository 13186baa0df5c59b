-- Version 6: who was erased, so that a later import does not bring the name back.
--
-- No name: a keyed hash (BLAKE2b, 16 bytes) of its words in small letters, made with a salt of this store alone. An
-- import hashes the names it meets and overwrites those that are here (analyser/corpus/erased.py).

CREATE TABLE erased (
    digest  TEXT PRIMARY KEY,
    words   INTEGER NOT NULL CHECK (words > 1),         -- of the name
    salt    TEXT NOT NULL                               -- hexadecimal, the same in all rows
) STRICT;
