package vn.motcua.kiosk.dossier;

import java.util.List;
import java.util.Optional;

/** The procedures of the centre. */
public final class ProcedureCatalogue {
  /** All, in the order of the catalogue. */
  public List<Procedure> all() {
    throw new UnsupportedOperationException();
  }

  /** The one with that code. */
  public Optional<Procedure> find(String code) {
    throw new UnsupportedOperationException();
  }

  /** Those that fit what a person typed: without diacritics, initials, everyday words, code. */
  public List<Procedure> search(String text) {
    throw new UnsupportedOperationException();
  }
}
