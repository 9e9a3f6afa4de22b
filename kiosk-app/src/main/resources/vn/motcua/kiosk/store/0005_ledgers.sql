-- Ledgers that nobody changes unseen: a hash chain over what happened, custody, erasure
-- (decision 0017). Columns added later to a table that the chain covers are NULL in old rows:
-- what is NULL is not part of a row's hash.

-- Which installation this is, and how far a hub is.
CREATE TABLE site (
  one          INTEGER PRIMARY KEY CHECK (one = 1),
  id           TEXT    NOT NULL CHECK (length(id) = 16),
  acknowledged INTEGER NOT NULL DEFAULT 0  -- the last link that a hub has confirmed
) STRICT;
INSERT INTO site (one, id) VALUES (1, lower(hex(randomblob(8))));

-- A link for every row that must stay as it is; hash covers the link before it.
CREATE TABLE chain (
  seq       INTEGER PRIMARY KEY CHECK (seq >= 1),
  at        TEXT    NOT NULL,
  kind      TEXT    NOT NULL,
  dossier   INTEGER,                       -- NULL: of the site as a whole
  number    INTEGER NOT NULL,              -- which row of that kind
  body_hash BLOB    NOT NULL CHECK (length(body_hash) = 32),
  hash      BLOB    NOT NULL CHECK (length(hash) = 32)
) STRICT;
CREATE INDEX chain_state ON chain (dossier, seq) WHERE kind = 'STATE';
CREATE TRIGGER chain_stays BEFORE UPDATE ON chain
BEGIN SELECT RAISE(ABORT, 'a link of the chain never changes'); END;
CREATE TRIGGER chain_remains BEFORE DELETE ON chain
BEGIN SELECT RAISE(ABORT, 'a link of the chain never goes'); END;

-- Who gave a dossier to whom. People are sealed: a giver may be a citizen.
CREATE TABLE custody (
  dossier   INTEGER NOT NULL REFERENCES dossier (id),
  number    INTEGER NOT NULL CHECK (number >= 1),
  at        TEXT    NOT NULL,
  giver     BLOB    NOT NULL,
  receiver  BLOB    NOT NULL,
  pages     INTEGER NOT NULL CHECK (pages >= 0),
  originals TEXT    NOT NULL CHECK (originals IN ('NONE', 'HELD', 'GIVEN_BACK')),
  place     BLOB    NOT NULL,              -- where the originals are afterwards; sealed
  PRIMARY KEY (dossier, number)
) STRICT, WITHOUT ROWID;

-- The receiver has counted and says so; once for each hand-over.
CREATE TABLE custody_confirmed (
  dossier INTEGER NOT NULL,
  number  INTEGER NOT NULL,
  at      TEXT    NOT NULL,
  who     BLOB    NOT NULL,                -- sealed
  pages   INTEGER NOT NULL CHECK (pages >= 0),
  PRIMARY KEY (dossier, number),
  FOREIGN KEY (dossier, number) REFERENCES custody (dossier, number)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER custody_confirmed_remains BEFORE DELETE ON custody_confirmed
BEGIN SELECT RAISE(ABORT, 'a confirmation never goes'); END;
CREATE TRIGGER custody_remains BEFORE DELETE ON custody
BEGIN SELECT RAISE(ABORT, 'a hand-over never goes'); END;

-- What was erased, when, under which rule; the hashes of what is gone stay.
CREATE TABLE erasure (
  id      INTEGER PRIMARY KEY,
  dossier INTEGER NOT NULL REFERENCES dossier (id),
  at      TEXT    NOT NULL,
  rule    TEXT    NOT NULL,
  rules   TEXT    NOT NULL CHECK (length(rules) = 64),  -- SHA-256 of the file of rules
  who     TEXT    NOT NULL,
  items   TEXT    NOT NULL                               -- a line each: what, and its SHA-256
) STRICT;
CREATE INDEX erasure_dossier ON erasure (dossier);
CREATE TRIGGER erasure_stays BEFORE UPDATE ON erasure
BEGIN SELECT RAISE(ABORT, 'an erasure never changes'); END;
CREATE TRIGGER erasure_remains BEFORE DELETE ON erasure
BEGIN SELECT RAISE(ABORT, 'an erasure never goes'); END;

CREATE TABLE erased_blob (
  sha256  TEXT    PRIMARY KEY REFERENCES blob (sha256),
  erasure INTEGER NOT NULL REFERENCES erasure (id)
) STRICT, WITHOUT ROWID;

-- Keys that came (never the keys themselves), and migrations up to which old rows were chained.
CREATE TABLE key_change (
  id          INTEGER PRIMARY KEY,
  at          TEXT NOT NULL,
  what        TEXT NOT NULL,
  fingerprint TEXT NOT NULL
) STRICT;
CREATE TRIGGER key_change_stays BEFORE UPDATE ON key_change
BEGIN SELECT RAISE(ABORT, 'a change of key never changes'); END;
CREATE TRIGGER key_change_remains BEFORE DELETE ON key_change
BEGIN SELECT RAISE(ABORT, 'a change of key never goes'); END;

-- A sealed value may become its own hash (00, then SHA-256) once an erasure tells of it: nothing
-- else of these rows ever changes.
DROP TRIGGER event_stays;
CREATE TRIGGER event_stays BEFORE UPDATE ON event
WHEN NOT (OLD.dossier = NEW.dossier AND OLD.number = NEW.number AND OLD.at = NEW.at
  AND OLD.move = NEW.move AND OLD.stage = NEW.stage AND OLD.status = NEW.status
  AND OLD.actor = NEW.actor AND OLD.holder = NEW.holder
  AND length(NEW.note) = 33 AND substr(NEW.note, 1, 1) = x'00'
  AND EXISTS (SELECT 1 FROM erasure WHERE dossier = OLD.dossier))
BEGIN SELECT RAISE(ABORT, 'an event never changes'); END;

CREATE TRIGGER custody_stays BEFORE UPDATE ON custody
WHEN NOT (OLD.dossier = NEW.dossier AND OLD.number = NEW.number AND OLD.at = NEW.at
  AND OLD.pages = NEW.pages AND OLD.originals = NEW.originals
  AND length(NEW.giver) = 33 AND substr(NEW.giver, 1, 1) = x'00'
  AND length(NEW.receiver) = 33 AND substr(NEW.receiver, 1, 1) = x'00'
  AND length(NEW.place) = 33 AND substr(NEW.place, 1, 1) = x'00'
  AND EXISTS (SELECT 1 FROM erasure WHERE dossier = OLD.dossier))
BEGIN SELECT RAISE(ABORT, 'a hand-over never changes'); END;

CREATE TRIGGER custody_confirmed_stays BEFORE UPDATE ON custody_confirmed
WHEN NOT (OLD.dossier = NEW.dossier AND OLD.number = NEW.number AND OLD.at = NEW.at
  AND OLD.pages = NEW.pages
  AND length(NEW.who) = 33 AND substr(NEW.who, 1, 1) = x'00'
  AND EXISTS (SELECT 1 FROM erasure WHERE dossier = OLD.dossier))
BEGIN SELECT RAISE(ABORT, 'a confirmation never changes'); END;
