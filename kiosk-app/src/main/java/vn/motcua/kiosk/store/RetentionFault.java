package vn.motcua.kiosk.store;

import vn.motcua.scanner.Fault;

/** What can be wrong with rules of retention. */
public sealed interface RetentionFault extends Fault {
  /** The file of rules cannot be read or understood. */
  record BadRules() implements RetentionFault {
    @Override
    public String code() {
      return "RETENTION-RULES";
    }
  }
}
