package vn.motcua.kiosk.ui.counter;

import vn.motcua.scanner.Fault;

/** What can go wrong between the counter's screen and the paper on its desk. */
sealed interface CounterFault extends Fault {
  /** Another card lies on the reader than the one that was read. */
  record OtherCard() implements CounterFault {
    @Override
    public String code() {
      return "FACE-OTHER-CARD";
    }
  }

  /** The chip has no picture of a face. */
  record NoFace() implements CounterFault {
    @Override
    public String code() {
      return "FACE-NONE";
    }
  }

  /** The chip has a picture of a face and does not let it be read. */
  record FaceKept() implements CounterFault {
    @Override
    public String code() {
      return "FACE-KEPT";
    }
  }

  /** No program of the system opens the file. */
  record CannotOpen() implements CounterFault {
    @Override
    public String code() {
      return "FILE-OPEN";
    }
  }
}
