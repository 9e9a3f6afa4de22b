package vn.motcua.kiosk.store;

import vn.motcua.kiosk.token.TokenException;
import vn.motcua.scanner.Fault;

/**
 * What can be wrong with the place where things are kept. The sentences stand in {@code
 * vn/motcua/kiosk/faults.properties}.
 */
public sealed interface StoreFault extends Fault {
  /** Another process owns the data folder. */
  record InUse() implements StoreFault {
    @Override
    public String code() {
      return "STORE-IN-USE";
    }
  }

  /** Nothing can be written there. */
  record ReadOnly() implements StoreFault {
    @Override
    public String code() {
      return "STORE-READ-ONLY";
    }
  }

  /** The disk is full. */
  record Full() implements StoreFault {
    @Override
    public String code() {
      return "STORE-FULL";
    }
  }

  /** The database is not what was written. */
  record Damaged() implements StoreFault {
    @Override
    public String code() {
      return "STORE-DAMAGED";
    }
  }

  /** A newer version of the program has written it. */
  record Newer() implements StoreFault {
    @Override
    public String code() {
      return "STORE-NEWER";
    }
  }

  /** It was made with other migrations than those of this program. */
  record Foreign() implements StoreFault {
    @Override
    public String code() {
      return "STORE-FOREIGN";
    }
  }

  /** Files of something else lie in the folder that was named. */
  record NotOurs() implements StoreFault {
    @Override
    public String code() {
      return "STORE-NOT-OURS";
    }
  }

  /** Nothing was ever kept in the folder that was named. */
  record None() implements StoreFault {
    @Override
    public String code() {
      return "STORE-NONE";
    }
  }

  /** The key file of the folder is missing or has the wrong length. */
  record KeyMissing() implements StoreFault {
    @Override
    public String code() {
      return "STORE-KEY";
    }
  }

  /**
   * The key of the folder is in a token that does not give it.
   *
   * @param trouble why
   */
  record KeyToken(TokenException.Trouble trouble) implements StoreFault {
    @Override
    public String code() {
      return switch (trouble) {
        case MODULE -> "STORE-TOKEN-MODULE";
        case NONE, SEVERAL, GONE -> "STORE-TOKEN-NONE";
        case PIN -> "STORE-TOKEN-PIN";
        case LOCKED -> "STORE-TOKEN-LOCKED";
        case REFUSED -> "STORE-TOKEN-REFUSED";
      };
    }
  }

  /** The key is in a token, and nobody has said where its PIN lies. */
  record KeyPinMissing() implements StoreFault {
    @Override
    public String code() {
      return "STORE-TOKEN-NO-PIN";
    }
  }

  /** A file of the working calendar cannot be used. */
  record Calendar() implements StoreFault {
    @Override
    public String code() {
      return "CALENDAR-FILE";
    }
  }

  /** The folder was written with another key. */
  record KeyWrong() implements StoreFault {
    @Override
    public String code() {
      return "STORE-KEY-WRONG";
    }
  }

  /** The disk reports an error, or answers not at all. */
  record Disk() implements StoreFault {
    @Override
    public String code() {
      return "STORE-DISK";
    }
  }

  /** A file of procedures that a technician has added cannot be used. */
  record Catalogue() implements StoreFault {
    @Override
    public String code() {
      return "PROCEDURES-FILE";
    }
  }

  /** The serial numbers that this counter holds are used up. */
  record SerialsUsedUp() implements StoreFault {
    @Override
    public String code() {
      return "STORE-SERIALS";
    }
  }
}
