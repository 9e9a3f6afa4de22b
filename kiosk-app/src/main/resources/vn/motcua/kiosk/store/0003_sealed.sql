-- What a dossier says of people is sealed; it is found by keyed hashes of its words (decision 0015).

CREATE TABLE sealed_dossier (
  id                INTEGER PRIMARY KEY,
  code              TEXT    NOT NULL UNIQUE,
  tail              TEXT    NOT NULL,   -- of the code: day and serial number
  serial            INTEGER NOT NULL,
  procedure_code    TEXT    NOT NULL,
  procedure_version TEXT    NOT NULL,
  received          TEXT    NOT NULL,
  due_at            TEXT,
  due_days          TEXT    NOT NULL,
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
  apology_reason    BLOB,               -- sealed
  reason            BLOB    NOT NULL,   -- sealed
  counter           TEXT    NOT NULL,
  fee               INTEGER NOT NULL CHECK (fee >= 0),
  batch             TEXT    UNIQUE,
  CHECK ((apology_old IS NULL) = (apology_new IS NULL)),
  CHECK ((apology_old IS NULL) = (apology_reason IS NULL)),
  FOREIGN KEY (procedure_code, procedure_version) REFERENCES procedure (code, version)
) STRICT;

CREATE TABLE sealed_party (
  dossier    INTEGER NOT NULL REFERENCES dossier (id),
  role       TEXT    NOT NULL CHECK (role IN ('APPLICANT', 'OWNER')),
  number_mac BLOB    CHECK (number_mac IS NULL OR length(number_mac) = 32),
  sealed     BLOB    NOT NULL,
  PRIMARY KEY (dossier, role)
) STRICT, WITHOUT ROWID;

CREATE TABLE sealed_event (
  dossier INTEGER NOT NULL REFERENCES dossier (id),
  number  INTEGER NOT NULL CHECK (number >= 1),
  at      TEXT    NOT NULL,
  move    TEXT    NOT NULL,
  stage   TEXT    NOT NULL,
  status  INTEGER NOT NULL CHECK (status BETWEEN 1 AND 10),
  actor   TEXT    NOT NULL,
  holder  TEXT    NOT NULL,
  note    BLOB    NOT NULL,             -- sealed
  PRIMARY KEY (dossier, number)
) STRICT, WITHOUT ROWID;

-- Words by which a dossier is found: 64 bits of their keyed hash.
CREATE TABLE token (
  token   INTEGER NOT NULL,
  dossier INTEGER NOT NULL REFERENCES dossier (id),
  PRIMARY KEY (token, dossier)
) STRICT, WITHOUT ROWID;

-- then

DROP TRIGGER event_stays;
DROP TRIGGER event_remains;
DROP TABLE event;
ALTER TABLE sealed_event RENAME TO event;
CREATE TRIGGER event_stays BEFORE UPDATE ON event
BEGIN SELECT RAISE(ABORT, 'an event never changes'); END;
CREATE TRIGGER event_remains BEFORE DELETE ON event
BEGIN SELECT RAISE(ABORT, 'an event never goes'); END;

DROP TABLE party;
ALTER TABLE sealed_party RENAME TO party;
CREATE INDEX party_number ON party (number_mac, dossier) WHERE number_mac IS NOT NULL;

DROP TABLE dossier;
ALTER TABLE sealed_dossier RENAME TO dossier;
CREATE INDEX dossier_tail ON dossier (tail);
CREATE INDEX dossier_serial ON dossier (serial, id);
CREATE INDEX dossier_procedure ON dossier (procedure_code, id);
-- The work list: what runs, by due date; then the rest, the newest first.
CREATE INDEX dossier_running ON dossier (due_at, id) WHERE status IN (2, 4);
CREATE INDEX dossier_stage_running ON dossier (stage, due_at, id) WHERE status IN (2, 4);
CREATE INDEX dossier_status ON dossier (status, received DESC);
CREATE INDEX dossier_stage ON dossier (stage, status, received DESC);
