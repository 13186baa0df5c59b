-- Version 8: whose own words minutes were read with, so that others mean analysing them anew.
ALTER TABLE minutes ADD COLUMN lexicon TEXT NOT NULL DEFAULT '';  -- SHA-256 of them; '' without any
