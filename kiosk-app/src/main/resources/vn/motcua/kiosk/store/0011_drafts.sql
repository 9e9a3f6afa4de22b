-- What citizens prepared at a terminal and have not handed in yet. It is taken once, or erased.

CREATE TABLE draft (
  code_mac BLOB NOT NULL PRIMARY KEY CHECK (length(code_mac) = 32),
  sealed   BLOB NOT NULL,               -- who, for what; its code is the place of the seal
  created  TEXT NOT NULL,
  expires  TEXT NOT NULL CHECK (expires > created)
) STRICT, WITHOUT ROWID;
CREATE INDEX draft_expires ON draft (expires);

-- Its pages, in order: picture and what paper it belongs to, sealed together.
CREATE TABLE draft_page (
  code_mac BLOB    NOT NULL REFERENCES draft (code_mac) ON DELETE CASCADE,
  position INTEGER NOT NULL CHECK (position >= 1),
  sealed   BLOB    NOT NULL,
  PRIMARY KEY (code_mac, position)
) STRICT;
