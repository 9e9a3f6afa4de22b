package vn.motcua.kiosk.ui.citizen;

import vn.motcua.scanner.Fault;

/** What can go wrong at the terminal itself. The sentences stand in the kit's faults bundle. */
public sealed interface TerminalFault extends Fault {
  /** Nothing answered in time. */
  record NoAnswer() implements TerminalFault {
    @Override
    public String code() {
      return "DESK-NO-ANSWER";
    }
  }

  /** The card on the reader is not the one whose square code was shown: left by somebody else? */
  record OtherCard() implements TerminalFault {
    @Override
    public String code() {
      return "CARD-MIXED";
    }
  }

  /** The square code of another card was shown: everything begins anew, with that card. */
  record OtherCode() implements TerminalFault {
    @Override
    public String code() {
      return "CARD-NEXT";
    }
  }

  /** A bug; it stands in the log. */
  record Broken() implements TerminalFault {
    @Override
    public String code() {
      return "DESK-BROKEN";
    }
  }
}
