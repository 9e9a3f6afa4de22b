-- One archive file a paper, and what became of pages that are in none.

CREATE TABLE dossier_file_of_paper (
  dossier  INTEGER NOT NULL REFERENCES dossier (id),
  position INTEGER NOT NULL,
  kind     TEXT    NOT NULL
    CHECK (kind IN ('ARCHIVE', 'RECEIPT', 'RESULT', 'REMOVED_PAGE', 'PAGE_LOG')),
  sha256   TEXT    NOT NULL REFERENCES blob (sha256),
  paper    TEXT    NOT NULL,            -- by name; empty for a file of the whole dossier
  PRIMARY KEY (dossier, position)
) STRICT, WITHOUT ROWID;
INSERT INTO dossier_file_of_paper SELECT dossier, position, kind, sha256, '' FROM dossier_file;
DROP TABLE dossier_file;
ALTER TABLE dossier_file_of_paper RENAME TO dossier_file;
CREATE INDEX dossier_file_blob ON dossier_file (sha256);

-- Scanned pages that an officer took out before the dossier was received.
CREATE TABLE removed_page (
  dossier  INTEGER NOT NULL REFERENCES dossier (id),
  position INTEGER NOT NULL,
  number   INTEGER NOT NULL CHECK (number >= 1),
  paper    TEXT    NOT NULL,
  reason   TEXT    NOT NULL
    CHECK (reason IN ('BLANK', 'SEPARATOR', 'TWICE', 'WRONG', 'REPLACED')),
  who      TEXT    NOT NULL,
  at       TEXT    NOT NULL,
  by_page  INTEGER NOT NULL CHECK (by_page >= 0),  -- what took its place; 0 = nothing
  sha256   TEXT    REFERENCES blob (sha256),       -- NULL if there was no whole picture of it
  PRIMARY KEY (dossier, position)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER removed_page_stays BEFORE UPDATE ON removed_page
BEGIN SELECT RAISE(ABORT, 'a removed page is told of for ever: it never changes'); END;
CREATE TRIGGER removed_page_remains BEFORE DELETE ON removed_page
BEGIN SELECT RAISE(ABORT, 'a removed page is told of for ever: it never goes'); END;
