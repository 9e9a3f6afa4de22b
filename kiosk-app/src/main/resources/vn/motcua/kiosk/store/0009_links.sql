-- Links for payments, forms, linked parts, imported dossiers, and views of other systems' dossiers
-- (decision 0017): the rows stay; what they need to be named by a link comes here.

-- A form is named by one number in the chain.
ALTER TABLE form ADD COLUMN id INTEGER;
UPDATE form SET id = o.place FROM (
  SELECT site, form AS kind, year, number,
    row_number() OVER (ORDER BY made, site, form, year, number) AS place FROM form) AS o
WHERE form.site = o.site AND form.form = o.kind AND form.year = o.year AND form.number = o.number;
CREATE UNIQUE INDEX form_id ON form (id);
CREATE TRIGGER form_stays BEFORE UPDATE ON form
BEGIN SELECT RAISE(ABORT, 'a form that was made never changes'); END;

CREATE TRIGGER imported_remains BEFORE DELETE ON imported
BEGIN SELECT RAISE(ABORT, 'where a dossier came from never goes'); END;

-- Of these the latest link counts.
CREATE INDEX chain_linked ON chain (dossier, seq) WHERE kind = 'LINKED';
CREATE INDEX chain_imported ON chain (dossier, seq) WHERE kind = 'IMPORTED';
