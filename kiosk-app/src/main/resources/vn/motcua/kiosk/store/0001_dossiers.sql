-- Dossiers, what happened to them, what was handed in, who looked at them.
-- Times are local times of the centre in ISO 8601, days are ISO dates.

-- A procedure as it was published when a dossier was received under it: kept for ever.
CREATE TABLE procedure (
  code            TEXT    NOT NULL,
  version         TEXT    NOT NULL,
  name            TEXT    NOT NULL,
  short_name      TEXT    NOT NULL,
  name_en         TEXT    NOT NULL,
  unit            TEXT    NOT NULL,
  working_days    INTEGER NOT NULL CHECK (working_days >= 0),
  fee             INTEGER NOT NULL CHECK (fee >= 0),
  needs_ethnicity INTEGER NOT NULL CHECK (needs_ethnicity IN (0, 1)),
  confirmed       INTEGER NOT NULL CHECK (confirmed IN (0, 1)),
  PRIMARY KEY (code, version)
) STRICT;

CREATE TABLE procedure_word (
  code     TEXT    NOT NULL,
  version  TEXT    NOT NULL,
  position INTEGER NOT NULL,
  word     TEXT    NOT NULL,
  PRIMARY KEY (code, version, position),
  FOREIGN KEY (code, version) REFERENCES procedure (code, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE procedure_paper (
  code      TEXT    NOT NULL,
  version   TEXT    NOT NULL,
  position  INTEGER NOT NULL,
  name      TEXT    NOT NULL,
  originals INTEGER NOT NULL CHECK (originals >= 0),
  copies    INTEGER NOT NULL CHECK (copies >= 0),
  scan      INTEGER NOT NULL CHECK (scan IN (0, 1)),
  PRIMARY KEY (code, version, position),
  FOREIGN KEY (code, version) REFERENCES procedure (code, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE dossier (
  id                INTEGER PRIMARY KEY,
  code              TEXT    NOT NULL UNIQUE,
  procedure_code    TEXT    NOT NULL,
  procedure_version TEXT    NOT NULL,
  received          TEXT    NOT NULL,
  due_at            TEXT,
  due_days          TEXT    NOT NULL,   -- a line a day: date, + or -, why
  due_provisional   INTEGER NOT NULL CHECK (due_provisional IN (0, 1)),
  stage             TEXT    NOT NULL
    CHECK (stage IN ('RECEPTION', 'APPRAISAL', 'APPROVAL', 'SIGNING', 'RETURN')),
  status            INTEGER NOT NULL CHECK (status BETWEEN 1 AND 10),
  holder            TEXT    NOT NULL,
  since             TEXT    NOT NULL,
  originals         TEXT    NOT NULL CHECK (originals IN ('NONE', 'HELD', 'GIVEN_BACK')),
  channel           TEXT    NOT NULL CHECK (channel IN ('COUNTER', 'POST', 'ELECTRONIC')),
  apology_old       TEXT,
  apology_new       TEXT,
  apology_reason    TEXT,
  reason            TEXT    NOT NULL,
  counter           TEXT    NOT NULL,
  fee               INTEGER NOT NULL CHECK (fee >= 0),
  batch             TEXT    UNIQUE,     -- the scanned pile it was made from: received once only
  search            TEXT    NOT NULL,   -- folded words that staff find it by
  CHECK ((apology_old IS NULL) = (apology_new IS NULL)),
  CHECK ((apology_old IS NULL) = (apology_reason IS NULL)),
  FOREIGN KEY (procedure_code, procedure_version) REFERENCES procedure (code, version)
) STRICT;
CREATE INDEX dossier_stage ON dossier (stage, status, due_at);

CREATE TABLE party (
  dossier    INTEGER NOT NULL REFERENCES dossier (id),
  role       TEXT    NOT NULL CHECK (role IN ('APPLICANT', 'OWNER')),
  number     TEXT    CHECK (number IS NULL OR length(number) = 12),
  number_mac BLOB    CHECK (number_mac IS NULL OR length(number_mac) = 32),
  name       TEXT    NOT NULL,
  birth      TEXT,
  female     INTEGER CHECK (female IS NULL OR female IN (0, 1)),
  address    TEXT    NOT NULL,
  phone      TEXT    NOT NULL,
  PRIMARY KEY (dossier, role),
  CHECK ((number IS NULL) = (number_mac IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX party_number ON party (number_mac) WHERE number_mac IS NOT NULL;

-- What opens a dossier beside its code: never the secret, only its keyed hash.
CREATE TABLE secret (
  dossier INTEGER PRIMARY KEY REFERENCES dossier (id),
  mac     BLOB NOT NULL CHECK (length(mac) = 32)
) STRICT;

CREATE TABLE paper (
  dossier   INTEGER NOT NULL REFERENCES dossier (id),
  position  INTEGER NOT NULL,
  name      TEXT    NOT NULL,
  originals INTEGER NOT NULL CHECK (originals >= 0),
  copies    INTEGER NOT NULL CHECK (copies >= 0),
  pages     INTEGER NOT NULL CHECK (pages >= 0),
  PRIMARY KEY (dossier, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE missing (
  dossier  INTEGER NOT NULL REFERENCES dossier (id),
  position INTEGER NOT NULL,
  name     TEXT    NOT NULL,
  PRIMARY KEY (dossier, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE event (
  dossier INTEGER NOT NULL REFERENCES dossier (id),
  number  INTEGER NOT NULL CHECK (number >= 1),
  at      TEXT    NOT NULL,
  move    TEXT    NOT NULL,
  stage   TEXT    NOT NULL,
  status  INTEGER NOT NULL CHECK (status BETWEEN 1 AND 10),
  actor   TEXT    NOT NULL,
  holder  TEXT    NOT NULL,
  note    TEXT    NOT NULL,
  PRIMARY KEY (dossier, number)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER event_stays BEFORE UPDATE ON event
BEGIN SELECT RAISE(ABORT, 'an event never changes'); END;
CREATE TRIGGER event_remains BEFORE DELETE ON event
BEGIN SELECT RAISE(ABORT, 'an event never goes'); END;

CREATE TABLE blob (
  sha256 TEXT    PRIMARY KEY CHECK (length(sha256) = 64),
  bytes  INTEGER NOT NULL CHECK (bytes >= 0),
  stored TEXT    NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE dossier_file (
  dossier  INTEGER NOT NULL REFERENCES dossier (id),
  position INTEGER NOT NULL,
  kind     TEXT    NOT NULL CHECK (kind IN ('ARCHIVE', 'RECEIPT', 'RESULT')),
  sha256   TEXT    NOT NULL REFERENCES blob (sha256),
  PRIMARY KEY (dossier, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX dossier_file_blob ON dossier_file (sha256);

-- Who looked at a dossier, and why: kept for the citizen and for the inspector.
CREATE TABLE viewing (
  id       INTEGER PRIMARY KEY,
  dossier  INTEGER NOT NULL REFERENCES dossier (id),
  at       TEXT    NOT NULL,
  who      TEXT    NOT NULL,            -- the officer; empty for the citizen
  why      TEXT    NOT NULL,
  terminal TEXT    NOT NULL
) STRICT;
CREATE INDEX viewing_dossier ON viewing (dossier, id);

CREATE TRIGGER viewing_stays BEFORE UPDATE ON viewing
BEGIN SELECT RAISE(ABORT, 'a viewing never changes'); END;
CREATE TRIGGER viewing_remains BEFORE DELETE ON viewing
BEGIN SELECT RAISE(ABORT, 'a viewing never goes'); END;

-- The last serial number that an agency gave out on a day.
CREATE TABLE serial (
  agency TEXT    NOT NULL,
  day    TEXT    NOT NULL,
  last   INTEGER NOT NULL CHECK (last >= 1),
  PRIMARY KEY (agency, day)
) STRICT, WITHOUT ROWID;
