package vn.motcua.kiosk.desk;

import vn.motcua.scanner.Fault;

/**
 * Why a terminal's slip is not in anybody's hand. Unlike a form it never waits in a queue: ten
 * minutes later somebody else stands there.
 */
public sealed interface SlipFault extends Fault {
  /** The terminal has no printer. */
  record NoPrinter() implements SlipFault {
    @Override
    public String code() {
      return "SLIP-NO-PRINTER";
    }
  }

  /** No paper. */
  record NoPaper() implements SlipFault {
    @Override
    public String code() {
      return "SLIP-NO-PAPER";
    }
  }

  /** The printer is off, or stands still. */
  record NotNow() implements SlipFault {
    @Override
    public String code() {
      return "SLIP-NOT-NOW";
    }
  }

  /** It broke off while it printed: half a slip may have come out. */
  record BrokenOff() implements SlipFault {
    @Override
    public String code() {
      return "SLIP-BROKEN-OFF";
    }
  }
}
