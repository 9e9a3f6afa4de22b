package vn.motcua.kiosk.forms.print;

import vn.motcua.scanner.Fault;

/** What can go wrong when something is printed. What was ordered stays in the queue. */
public sealed interface PrintFault extends Fault {
  /** Nobody answers at the printer's address, or it says that it is off line. */
  record Offline() implements PrintFault {
    @Override
    public String code() {
      return "PRINT-OFFLINE";
    }
  }

  /** No paper. */
  record NoPaper() implements PrintFault {
    @Override
    public String code() {
      return "PRINT-NO-PAPER";
    }
  }

  /** Something else stops it: a jam, an open cover, no ink. */
  record Stopped() implements PrintFault {
    @Override
    public String code() {
      return "PRINT-STOPPED";
    }
  }

  /** There is no printer of that name, or it takes no jobs. */
  record Unknown() implements PrintFault {
    @Override
    public String code() {
      return "PRINT-UNKNOWN";
    }
  }

  /** The printer gave the job up. */
  record Refused() implements PrintFault {
    @Override
    public String code() {
      return "PRINT-GIVEN-UP";
    }
  }

  /** Nobody can tell whether it was printed. */
  record Unsure() implements PrintFault {
    @Override
    public String code() {
      return "PRINT-UNSURE";
    }
  }
}
