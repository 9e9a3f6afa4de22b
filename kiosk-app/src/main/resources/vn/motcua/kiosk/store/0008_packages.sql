-- Packages that leave the house, and dossiers that came from an older system (decision 0020).

-- What is to leave, and what became of it. WRITING stands, with the hash, before a file has its
-- name; what the receiver said is sealed.
CREATE TABLE package (
  seq      INTEGER PRIMARY KEY CHECK (seq >= 1),
  dossier  INTEGER NOT NULL REFERENCES dossier (id),
  version  INTEGER NOT NULL CHECK (version >= 1),   -- 1 = the first of the dossier
  after    INTEGER NOT NULL CHECK (after >= 0),     -- the last link the package before told of
  up_to    INTEGER NOT NULL CHECK (up_to >= 0),     -- the last link that this one tells of
  state    TEXT    NOT NULL
    CHECK (state IN ('QUEUED', 'WRITING', 'WRITTEN', 'REFUSED', 'ACKNOWLEDGED')),
  sha256   TEXT    CHECK (sha256 IS NULL OR length(sha256) = 64),
  bytes    INTEGER CHECK (bytes IS NULL OR bytes >= 0),
  ordered  TEXT    NOT NULL,
  written  TEXT,
  answered TEXT,
  reason   BLOB    NOT NULL DEFAULT x'',            -- what the receiver said; sealed
  fault    TEXT    NOT NULL DEFAULT '',             -- why it waits, or is in doubt; a code
  removed  TEXT,                                    -- when our file was taken away again
  UNIQUE (dossier, version),
  CHECK ((state = 'QUEUED') = (sha256 IS NULL)),
  CHECK ((sha256 IS NULL) = (bytes IS NULL)),
  CHECK ((written IS NULL) = (state IN ('QUEUED', 'WRITING'))),
  CHECK ((answered IS NULL) = (state IN ('QUEUED', 'WRITING', 'WRITTEN'))),
  CHECK (removed IS NULL OR state = 'ACKNOWLEDGED')
) STRICT;
CREATE UNIQUE INDEX package_waits ON package (dossier) WHERE state = 'QUEUED';
CREATE INDEX package_open ON package (seq) WHERE state IN ('QUEUED', 'WRITING');
CREATE INDEX package_kept ON package (answered) WHERE state = 'ACKNOWLEDGED' AND removed IS NULL;
CREATE TRIGGER package_remains BEFORE DELETE ON package
BEGIN SELECT RAISE(ABORT, 'a package never goes'); END;
CREATE TRIGGER package_stays BEFORE UPDATE OF dossier, version, after, sha256, bytes, written, state
ON package
WHEN NEW.dossier <> OLD.dossier OR NEW.version <> OLD.version OR NEW.after <> OLD.after
  OR (OLD.written IS NOT NULL AND (NEW.sha256 <> OLD.sha256 OR NEW.written <> OLD.written))
  OR (OLD.state = 'ACKNOWLEDGED' AND NEW.state <> 'ACKNOWLEDGED')
BEGIN SELECT RAISE(ABORT, 'what has left does not change'); END;

-- How far the chain was read for packages.
CREATE TABLE package_cursor (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  seq INTEGER NOT NULL CHECK (seq >= 0)
) STRICT;
INSERT INTO package_cursor VALUES (1, 0);
CREATE TRIGGER package_cursor_grows BEFORE UPDATE ON package_cursor
WHEN NEW.seq < OLD.seq
BEGIN SELECT RAISE(ABORT, 'the cursor never goes back'); END;

-- Where a dossier of an older system came from. The row is compared by a keyed hash; what no
-- column here is for is kept, sealed.
CREATE TABLE imported (
  dossier INTEGER PRIMARY KEY REFERENCES dossier (id),
  file    TEXT    NOT NULL CHECK (length(file) = 64),    -- SHA-256 of the file
  line    INTEGER NOT NULL CHECK (line >= 1),
  row_mac BLOB    NOT NULL CHECK (length(row_mac) = 32),
  rest    BLOB    NOT NULL
) STRICT;
