-- The trade: procedures as published, shared dossiers, ranges of serial numbers, payments.

-- A procedure as it was published when a dossier was received under it: kept for ever, as JSON.
CREATE TABLE published_procedure (
  code    TEXT NOT NULL,
  version TEXT NOT NULL,
  json    TEXT NOT NULL CHECK (json_valid(json)),
  PRIMARY KEY (code, version)
) STRICT, WITHOUT ROWID;

INSERT INTO published_procedure
SELECT code, version, json_object(
  'version', version,
  'code', code,
  'name', name,
  'shortName', short_name,
  'nameEn', name_en,
  'unit', unit,
  'words', json((
    SELECT json_group_array(word) FROM (
      SELECT word FROM procedure_word AS w
      WHERE w.code = procedure.code AND w.version = procedure.version ORDER BY position))),
  'papers', json((
    SELECT json_group_array(json(paper)) FROM (
      SELECT json_object('name', name, 'originals', originals, 'copies', copies,
          'scan', json(CASE scan WHEN 1 THEN 'true' ELSE 'false' END)) AS paper
      FROM procedure_paper AS p
      WHERE p.code = procedure.code AND p.version = procedure.version ORDER BY position))),
  'workingDays', working_days,
  'fee', fee,
  'needsEthnicity', json(CASE needs_ethnicity WHEN 1 THEN 'true' ELSE 'false' END),
  'confirmed', json(CASE confirmed WHEN 1 THEN 'true' ELSE 'false' END))
FROM procedure;

DROP TABLE procedure_word;
DROP TABLE procedure_paper;
DROP TABLE procedure;
ALTER TABLE published_procedure RENAME TO procedure;
CREATE TRIGGER procedure_stays BEFORE UPDATE ON procedure
BEGIN SELECT RAISE(ABORT, 'a published procedure never changes'); END;

-- Who receives and who decides; empty = this centre.
ALTER TABLE dossier ADD COLUMN receiving_unit TEXT NOT NULL DEFAULT '';
ALTER TABLE dossier ADD COLUMN deciding_unit TEXT NOT NULL DEFAULT '';
-- Form 05 was issued: status 8 is an end then.
ALTER TABLE dossier ADD COLUMN stop_issued INTEGER NOT NULL DEFAULT 0
  CHECK (stop_issued IN (0, 1) AND (stop_issued = 0 OR status = 8));

-- The parts of a dossier that several agencies share.
CREATE TABLE linked_part (
  dossier         INTEGER NOT NULL REFERENCES dossier (id),
  position        INTEGER NOT NULL,
  agency          TEXT    NOT NULL CHECK (agency <> ''),
  task            TEXT    NOT NULL,
  step            INTEGER NOT NULL CHECK (step >= 1),
  limit_unit      TEXT    NOT NULL CHECK (limit_unit IN ('DAYS', 'HOURS')),
  limit_value     INTEGER NOT NULL CHECK (limit_value >= 0),
  state           TEXT    NOT NULL CHECK (state IN ('WAITING', 'RUNNING', 'PAUSED', 'DONE')),
  due_at          TEXT,
  due_days        TEXT    NOT NULL,
  due_provisional INTEGER NOT NULL CHECK (due_provisional IN (0, 1)),
  since           TEXT,
  PRIMARY KEY (dossier, position),
  CHECK ((state = 'WAITING') = (due_at IS NULL)),
  CHECK ((due_at IS NULL) = (since IS NULL))
) STRICT, WITHOUT ROWID;

-- Which counter this store belongs to; empty or no row = the one that owns the serial numbers.
CREATE TABLE own_site (
  one  INTEGER PRIMARY KEY CHECK (one = 1),
  site TEXT    NOT NULL
) STRICT;

-- Serial numbers set aside for a counter that is cut off: a journal, from which nothing goes.
CREATE TABLE serial_range (
  agency  TEXT    NOT NULL,
  day     TEXT    NOT NULL,
  first   INTEGER NOT NULL CHECK (first >= 1),
  last    INTEGER NOT NULL CHECK (last >= first),
  next    INTEGER NOT NULL CHECK (next BETWEEN first AND last + 1),
  site    TEXT    NOT NULL CHECK (site <> ''),
  granted TEXT    NOT NULL,
  who     TEXT    NOT NULL,
  PRIMARY KEY (agency, day, first)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER serial_range_apart BEFORE INSERT ON serial_range
WHEN EXISTS (
  SELECT 1 FROM serial_range
  WHERE agency = NEW.agency AND day = NEW.day AND first <= NEW.last AND last >= NEW.first)
BEGIN SELECT RAISE(ABORT, 'ranges of serial numbers overlap'); END;
CREATE TRIGGER serial_range_stays BEFORE UPDATE ON serial_range
WHEN NEW.agency <> OLD.agency OR NEW.day <> OLD.day OR NEW.first <> OLD.first
  OR NEW.last <> OLD.last OR NEW.site <> OLD.site OR NEW.next < OLD.next
BEGIN SELECT RAISE(ABORT, 'a range of serial numbers is only used up'); END;
CREATE TRIGGER serial_range_remains BEFORE DELETE ON serial_range
BEGIN SELECT RAISE(ABORT, 'a range of serial numbers never goes'); END;
CREATE TRIGGER serial_grows BEFORE UPDATE ON serial
WHEN NEW.last < OLD.last
BEGIN SELECT RAISE(ABORT, 'serial numbers never come again'); END;

-- Money that was asked for. It counts as paid only once an officer or a statement says so.
CREATE TABLE payment (
  dossier   INTEGER NOT NULL REFERENCES dossier (id),
  number    INTEGER NOT NULL CHECK (number >= 1),
  amount    INTEGER NOT NULL CHECK (amount >= 1),
  reference TEXT    NOT NULL CHECK (length(reference) BETWEEN 1 AND 25),
  asked     TEXT    NOT NULL,
  confirmed TEXT,
  who       TEXT,                        -- the officer, or the one who read the statement in
  bank_id   TEXT    UNIQUE,              -- of the bank's row; NULL if an officer saw it
  PRIMARY KEY (dossier, number),
  CHECK ((confirmed IS NULL) = (who IS NULL)),
  CHECK (bank_id IS NULL OR confirmed IS NOT NULL)
) STRICT, WITHOUT ROWID;
CREATE INDEX payment_awaited ON payment (reference) WHERE confirmed IS NULL;
CREATE TRIGGER payment_stays BEFORE UPDATE ON payment
WHEN OLD.confirmed IS NOT NULL OR NEW.amount <> OLD.amount OR NEW.reference <> OLD.reference
BEGIN SELECT RAISE(ABORT, 'a confirmed payment never changes'); END;
CREATE TRIGGER payment_remains BEFORE DELETE ON payment
BEGIN SELECT RAISE(ABORT, 'a payment never goes'); END;
