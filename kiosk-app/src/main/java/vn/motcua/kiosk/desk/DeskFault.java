package vn.motcua.kiosk.desk;

import java.util.Set;
import java.util.stream.Collectors;
import vn.motcua.kiosk.dossier.Role;
import vn.motcua.scanner.Fault;

/**
 * What a person can mend at a desk. The sentences stand in {@code
 * vn/motcua/kiosk/faults.properties}.
 */
public sealed interface DeskFault extends Fault {
  /** Such a form was never made of that dossier. */
  record FormNotMade() implements DeskFault {
    @Override
    public String code() {
      return "FORM-NONE";
    }
  }

  /** Unknown code or wrong secret. */
  record UnknownReceipt() implements DeskFault {
    @Override
    public String code() {
      return "LOOKUP-UNKNOWN";
    }
  }

  /** Nothing here for code and secret, and another system cannot be asked now. */
  record OthersSilent() implements DeskFault {
    @Override
    public String code() {
      return "LOOKUP-SOURCES";
    }
  }

  /** Too many wrong tries. */
  record TooManyTries() implements DeskFault {
    @Override
    public String code() {
      return "LOOKUP-TRIES";
    }
  }

  /** This centre shows dossiers for such a proof at the counter only. */
  record CounterOnly() implements DeskFault {
    @Override
    public String code() {
      return "LOOKUP-COUNTER";
    }
  }

  /** The settings let a proof open more than the law of the terminals does. */
  record ProofLooser() implements DeskFault {
    @Override
    public String code() {
      return "SETTINGS-PROOF";
    }
  }

  /** A text that is not one of our codes. */
  record UnknownCode() implements DeskFault {
    @Override
    public String code() {
      return "CODE-UNKNOWN";
    }
  }

  /** A payment's code, which a bank's application reads. */
  record PaymentCode() implements DeskFault {
    @Override
    public String code() {
      return "CODE-PAYMENT";
    }
  }

  /** There is no draft of that code (any more): taken over, expired, or never there. */
  record DraftGone() implements DeskFault {
    @Override
    public String code() {
      return "DRAFT-GONE";
    }
  }

  /** More pages than a draft may have. */
  record DraftPages() implements DeskFault {
    @Override
    public String code() {
      return "DRAFT-PAGES";
    }
  }

  /** An officer is in the middle of another dossier. */
  record DraftWaits() implements DeskFault {
    @Override
    public String code() {
      return "DRAFT-WAITS";
    }
  }

  /** The code of a form that was begun; this centre keeps none. */
  record DraftOnly() implements DeskFault {
    @Override
    public String code() {
      return "CODE-DRAFT";
    }
  }

  /** The dossier may not make this move now. */
  record MoveNotAllowed() implements DeskFault {
    @Override
    public String code() {
      return "DOSSIER-MOVE";
    }
  }

  /** Another agency has not done its part of a shared dossier yet. */
  record PartsOpen() implements DeskFault {
    @Override
    public String code() {
      return "DOSSIER-PARTS";
    }
  }

  /** No such payment waits to be confirmed. */
  record NoPayment() implements DeskFault {
    @Override
    public String code() {
      return "PAYMENT-NONE";
    }
  }

  /** The fee of the dossier is 0, or was paid. */
  record NothingToPay() implements DeskFault {
    @Override
    public String code() {
      return "PAYMENT-NOTHING";
    }
  }

  /**
   * The officer's roles do not carry that move.
   *
   * @param may the roles that may make it, in their order: {@code COUNTER-EXAMINER}
   */
  record NotYourMove(String may) implements DeskFault {
    /** For a move that those may make; a citizen is no officer. */
    static NotYourMove of(Set<Role> may) {
      return new NotYourMove(
          may.stream()
              .filter(role -> role != Role.CITIZEN)
              .sorted()
              .map(Role::name)
              .collect(Collectors.joining("-")));
    }

    @Override
    public String code() {
      return "MOVE-ROLE";
    }

    @Override
    public String about() {
      return may;
    }
  }

  /** Serial numbers are granted by another store than this one. */
  record SerialsNotOurs() implements DeskFault {
    @Override
    public String code() {
      return "SERIALS-NOT-OURS";
    }
  }

  /** That range of serial numbers is another counter's, or is here already. */
  record SerialsRange() implements DeskFault {
    @Override
    public String code() {
      return "SERIALS-RANGE";
    }
  }

  /** The result is not ready yet. */
  record NotReady() implements DeskFault {
    @Override
    public String code() {
      return "DOSSIER-NOT-READY";
    }
  }

  /** There is no such hand-over, or it was confirmed before. */
  record NoHandOver() implements DeskFault {
    @Override
    public String code() {
      return "CUSTODY-NONE";
    }
  }

  /**
   * The receiver counted another number of pages than was given.
   *
   * @param given how many pages were given
   * @param counted how many came
   */
  record PagesDiffer(int given, int counted) implements DeskFault {
    @Override
    public String code() {
      return "CUSTODY-PAGES";
    }
  }

  /**
   * Something is still missing from an intake.
   *
   * @param field what, for example {@code NAME} or {@code PAGES}
   */
  record Incomplete(String field) implements DeskFault {
    @Override
    public String code() {
      return "INTAKE-INCOMPLETE";
    }
  }
}
