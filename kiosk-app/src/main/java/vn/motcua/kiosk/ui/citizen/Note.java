package vn.motcua.kiosk.ui.citizen;

import vn.motcua.scanner.Fault;

/** A calm sentence on the screen that is there; nobody loses his place over it. */
public sealed interface Note {
  /** Something that was scanned or done did not help. */
  record OfFault(Fault fault) implements Note {}

  /**
   * Something to know.
   *
   * @param key of the sentence
   */
  record Said(String key) implements Note {}
}
