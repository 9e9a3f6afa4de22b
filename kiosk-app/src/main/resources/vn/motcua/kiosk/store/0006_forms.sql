-- Forms that were made, their numbers, and what is to be printed.

-- A form is one more kind of file.
CREATE TABLE dossier_file_with_forms (
  dossier  INTEGER NOT NULL REFERENCES dossier (id),
  position INTEGER NOT NULL,
  kind     TEXT    NOT NULL
    CHECK (kind IN ('ARCHIVE', 'RECEIPT', 'FORM', 'RESULT', 'REMOVED_PAGE', 'PAGE_LOG')),
  sha256   TEXT    NOT NULL REFERENCES blob (sha256),
  paper    TEXT    NOT NULL,            -- by name; empty for a file of the whole dossier
  PRIMARY KEY (dossier, position)
) STRICT, WITHOUT ROWID;
INSERT INTO dossier_file_with_forms SELECT dossier, position, kind, sha256, paper FROM dossier_file;
DROP TABLE dossier_file;
ALTER TABLE dossier_file_with_forms RENAME TO dossier_file;
CREATE INDEX dossier_file_blob ON dossier_file (sha256);

-- A row a number: whatever is numbered is told of, so that there are neither gaps nor doubles.
CREATE TABLE form (
  site     TEXT    NOT NULL,            -- the agency that gave it out
  form     TEXT    NOT NULL CHECK (form IN ('01', '02', '03', '04', '05', '06', '07')),
  year     INTEGER NOT NULL CHECK (year BETWEEN 2000 AND 2999),
  number   INTEGER NOT NULL CHECK (number >= 1),
  template TEXT    NOT NULL,            -- the first day of the template it was made by
  dossier  INTEGER REFERENCES dossier (id),
  made     TEXT    NOT NULL,
  officer  TEXT    NOT NULL,
  sha256   TEXT    REFERENCES blob (sha256),
  PRIMARY KEY (site, form, year, number),
  CHECK ((dossier IS NULL) = (form = '07')),
  CHECK ((sha256 IS NULL) = (form = '07'))
) STRICT, WITHOUT ROWID;
CREATE INDEX form_dossier ON form (dossier, made);
CREATE INDEX form_blob ON form (sha256);

CREATE TRIGGER form_follows BEFORE INSERT ON form
WHEN NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM form
  WHERE site = NEW.site AND form = NEW.form AND year = NEW.year)
BEGIN SELECT RAISE(ABORT, 'numbers of forms follow each other'); END;
CREATE TRIGGER form_keeps_its_number BEFORE UPDATE OF site, form, year, number ON form
BEGIN SELECT RAISE(ABORT, 'a form keeps its number'); END;
CREATE TRIGGER form_remains BEFORE DELETE ON form
BEGIN SELECT RAISE(ABORT, 'a number of a form never goes'); END;

-- What is to be printed, and what became of it. SENDING stands before anything leaves the house.
CREATE TABLE print_job (
  id      INTEGER PRIMARY KEY,
  dossier INTEGER NOT NULL REFERENCES dossier (id),
  sha256  TEXT    NOT NULL REFERENCES blob (sha256),
  title   TEXT    NOT NULL,             -- without a person's name
  token   TEXT    NOT NULL UNIQUE,      -- the job's name at the printer
  reprint INTEGER NOT NULL CHECK (reprint >= 0),   -- 0 = the first print
  state   TEXT    NOT NULL
    CHECK (state IN ('QUEUED', 'SENDING', 'SENT', 'DONE', 'UNSURE', 'CANCELLED')),
  remote  INTEGER CHECK (remote IS NULL OR remote >= 1),   -- the printer's own id of the job
  fault   TEXT    NOT NULL,             -- why it waits; a code
  officer TEXT    NOT NULL,
  queued  TEXT    NOT NULL,
  changed TEXT    NOT NULL
) STRICT;
CREATE INDEX print_job_open ON print_job (id) WHERE state IN ('QUEUED', 'SENDING', 'SENT');
CREATE INDEX print_job_dossier ON print_job (dossier);
CREATE INDEX print_job_blob ON print_job (sha256);

CREATE TRIGGER print_job_ends BEFORE UPDATE ON print_job
WHEN OLD.state IN ('DONE', 'CANCELLED')
BEGIN SELECT RAISE(ABORT, 'what was printed is printed'); END;
