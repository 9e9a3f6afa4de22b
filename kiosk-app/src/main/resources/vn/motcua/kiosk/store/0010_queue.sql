-- Queue numbers, and what people thought of the service (decision 0025).

-- A queue number knows no person. It never goes and is never made anew: its number is taken once.
CREATE TABLE ticket (
  day      TEXT    NOT NULL CHECK (length(day) = 10),
  series   TEXT    NOT NULL CHECK (length(series) = 1 AND series BETWEEN 'A' AND 'Z'),
  number   INTEGER NOT NULL CHECK (number BETWEEN 1 AND 9999),
  service  TEXT    NOT NULL CHECK (service IN ('SUBMIT', 'RESULT', 'ASK')),
  priority TEXT    NOT NULL CHECK (priority IN
             ('NONE', 'ELDERLY', 'DISABLED', 'PREGNANT', 'WITH_CHILD', 'MERIT')),
  made     TEXT    NOT NULL,
  state    TEXT    NOT NULL CHECK (state IN ('WAITING', 'CALLED', 'SERVED', 'ABSENT', 'CLOSED')),
  counter  TEXT    NOT NULL DEFAULT '',
  called   TEXT,
  ended    TEXT,
  PRIMARY KEY (day, series, number),
  CHECK (state NOT IN ('CALLED', 'SERVED') OR (counter <> '' AND called IS NOT NULL)),
  CHECK ((state IN ('WAITING', 'CALLED')) = (ended IS NULL))
) STRICT, WITHOUT ROWID;
CREATE TRIGGER ticket_remains BEFORE DELETE ON ticket
BEGIN SELECT RAISE(ABORT, 'a queue number never goes'); END;
CREATE TRIGGER ticket_stays BEFORE UPDATE ON ticket
WHEN NOT (OLD.day = NEW.day AND OLD.series = NEW.series AND OLD.number = NEW.number
  AND OLD.service = NEW.service AND OLD.made = NEW.made)
BEGIN SELECT RAISE(ABORT, 'a queue number never becomes another'); END;

-- Of which dossier the question was put: once, whatever the answer.
CREATE TABLE rating_asked (
  dossier INTEGER PRIMARY KEY REFERENCES dossier (id),
  day     TEXT    NOT NULL,
  given   INTEGER NOT NULL DEFAULT 0 CHECK (given IN (0, 1))
) STRICT;
CREATE INDEX rating_asked_day ON rating_asked (day);
CREATE TRIGGER rating_asked_remains BEFORE DELETE ON rating_asked
BEGIN SELECT RAISE(ABORT, 'that somebody was asked never goes'); END;
CREATE TRIGGER rating_asked_stays BEFORE UPDATE ON rating_asked
WHEN NOT (OLD.dossier = NEW.dossier AND OLD.day = NEW.day AND OLD.given = 0 AND NEW.given = 1)
BEGIN SELECT RAISE(ABORT, 'nobody rates twice'); END;

-- The answers, under random names and without a time: nothing here leads to a dossier.
CREATE TABLE rating (
  id      TEXT    PRIMARY KEY CHECK (length(id) = 32),
  day     TEXT    NOT NULL,
  face    TEXT    NOT NULL CHECK (face IN ('VERY_GOOD', 'GOOD', 'FAIR', 'BAD', 'VERY_BAD')),
  reasons TEXT    NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;
CREATE INDEX rating_day ON rating (day);
CREATE TRIGGER rating_stays BEFORE UPDATE ON rating
BEGIN SELECT RAISE(ABORT, 'a rating never changes'); END;
CREATE TRIGGER rating_remains BEFORE DELETE ON rating
BEGIN SELECT RAISE(ABORT, 'a rating never goes'); END;
