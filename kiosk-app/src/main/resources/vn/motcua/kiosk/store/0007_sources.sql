-- What other systems said of dossiers that are theirs: the last known answer of each.

CREATE TABLE source_answer (
  source     TEXT    NOT NULL,          -- its name
  code_mac   BLOB    NOT NULL CHECK (length(code_mac) = 32),
  owner_mac  BLOB    CHECK (owner_mac IS NULL OR length(owner_mac) = 32),
  sealed     BLOB    NOT NULL,          -- all that was said
  code       BLOB    NOT NULL,          -- the code, sealed: it names the place of the seal
  as_of      TEXT    NOT NULL,          -- when it was so
  fetched    TEXT    NOT NULL,          -- when it came to us
  PRIMARY KEY (source, code_mac)
) STRICT, WITHOUT ROWID;
CREATE INDEX source_answer_owner ON source_answer (owner_mac) WHERE owner_mac IS NOT NULL;
CREATE INDEX source_answer_fetched ON source_answer (source, fetched);

-- What became of a file of that name the last time.
CREATE TABLE source_file (
  source  TEXT    NOT NULL,
  name    TEXT    NOT NULL,
  sha256  TEXT    NOT NULL,             -- of mapping and content; empty if it was too big to read
  bytes   INTEGER NOT NULL CHECK (bytes >= 0),
  at      TEXT    NOT NULL,
  rows    INTEGER NOT NULL CHECK (rows >= 0),
  refused INTEGER NOT NULL CHECK (refused >= 0),
  fault   TEXT    NOT NULL,             -- why nothing was taken; a code
  is_full INTEGER NOT NULL CHECK (is_full IN (0, 1)),
  taken_rows INTEGER,                   -- of the newest content of that name that was taken
  taken_at   TEXT CHECK ((taken_at IS NULL) = (taken_rows IS NULL)),
  PRIMARY KEY (source, name)
) STRICT, WITHOUT ROWID;

-- Who looked at a dossier of another system, and why.
CREATE TABLE source_viewing (
  id       INTEGER PRIMARY KEY,
  source   TEXT NOT NULL,
  code_mac BLOB NOT NULL CHECK (length(code_mac) = 32),
  at       TEXT NOT NULL,
  who      TEXT NOT NULL,
  why      TEXT NOT NULL,
  terminal TEXT NOT NULL
) STRICT;
CREATE INDEX source_viewing_code ON source_viewing (code_mac, id);
CREATE TRIGGER source_viewing_stays BEFORE UPDATE ON source_viewing
BEGIN SELECT RAISE(ABORT, 'a viewing is never changed'); END;
CREATE TRIGGER source_viewing_remains BEFORE DELETE ON source_viewing
BEGIN SELECT RAISE(ABORT, 'a viewing never goes'); END;
