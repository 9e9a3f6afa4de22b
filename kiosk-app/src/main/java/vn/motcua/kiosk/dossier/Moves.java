package vn.motcua.kiosk.dossier;

import java.util.Set;

/** The state table: which moves a dossier may make. */
public final class Moves {
  private Moves() {}

  /** The moves that are allowed for a dossier in this stage and status. */
  public static Set<Move> allowed(Stage stage, PortalStatus status) {
    throw new UnsupportedOperationException();
  }
}
