package vn.motcua.kiosk.paper.split;

import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.dossier.SeparatorCode;
import vn.motcua.scanner.barcode.image.Symbology;

/** What a code on a page means for the pile. */
public sealed interface PageCode {
  /** The sheet separates: a paper of the checklist, or any paper, begins behind it. */
  record Separator(SeparatorCode code) implements PageCode {}

  /** The page belongs to that dossier. */
  record Dossier(DossierCode code) implements PageCode {}

  /** Patch bars; only {@link Patch#T} separates. */
  record Bars(Patch patch) implements PageCode {}

  /**
   * A code that says nothing about the pile: a citizen card, a bank, a product. Never separates.
   *
   * @param text what it says; empty if it is no text
   */
  record Other(Symbology symbology, String text) implements PageCode {}
}
