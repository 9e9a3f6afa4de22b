package vn.motcua.kiosk.ui.citizen;

import java.util.List;
import vn.motcua.scanner.Fault;

/** What can go wrong at the terminal itself. The sentences stand in the kit's faults bundle. */
public sealed interface TerminalFault extends Fault {
  /** Faults whose sentences are for technicians: of the data folder and the files of the house. */
  List<String> FOR_TECHNICIANS = List.of("STORE-", "CALENDAR-", "PROCEDURES-");

  /**
   * The fault whose sentences a citizen is told: nobody who fetches a birth certificate can make
   * room on a disk. The code that staff read on the same page stays that of {@code fault}.
   */
  static Fault told(Fault fault) {
    return FOR_TECHNICIANS.stream().anyMatch(fault.code()::startsWith) ? new Broken() : fault;
  }

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
