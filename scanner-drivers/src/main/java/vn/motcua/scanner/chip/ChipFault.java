package vn.motcua.scanner.chip;

import vn.motcua.scanner.Fault;

/** What can go wrong with a chip card. The sentences stand in {@code faults.properties}. */
public sealed interface ChipFault extends Fault {
  /** No reader is connected. */
  record NoReader() implements ChipFault {
    @Override
    public String code() {
      return "CHIP-NO-READER";
    }
  }

  /** The smart card service of the system does not run. */
  record NoService() implements ChipFault {
    @Override
    public String code() {
      return "CHIP-NO-SERVICE";
    }
  }

  /** No card on the reader. */
  record NoCard() implements ChipFault {
    @Override
    public String code() {
      return "CHIP-NO-CARD";
    }
  }

  /** The card was taken off before everything was read. */
  record Removed() implements ChipFault {
    @Override
    public String code() {
      return "CHIP-REMOVED";
    }
  }

  /** The chip refused the six digits or the MRZ data. */
  record WrongKey() implements ChipFault {
    @Override
    public String code() {
      return "CHIP-WRONG-CAN";
    }
  }

  /** The card is opened only by data of its machine readable zone, and they are not at hand. */
  record NeedsMrz() implements ChipFault {
    @Override
    public String code() {
      return "CHIP-NEEDS-MRZ";
    }
  }

  /** A card, but not an identity card with an eMRTD application (a bank card, say). */
  record NotIdentityCard() implements ChipFault {
    @Override
    public String code() {
      return "CHIP-OTHER-CARD";
    }
  }

  /** The chip answered something that no rule allows. */
  record Nonsense() implements ChipFault {
    @Override
    public String code() {
      return "CHIP-NONSENSE";
    }
  }

  /** The chip stopped answering, though it still lies there. */
  record Mute() implements ChipFault {
    @Override
    public String code() {
      return "CHIP-MUTE";
    }
  }

  /** Another program has the card on this reader to itself. */
  record Busy() implements ChipFault {
    @Override
    public String code() {
      return "CHIP-BUSY";
    }
  }

  /** The chip says that the key is blocked, or that one more refusal would block it. */
  record KeyBlocked() implements ChipFault {
    @Override
    public String code() {
      return "CHIP-BLOCKED";
    }
  }

  /** This card refused so many keys that no more are tried until it is lifted. */
  record TooManyTries() implements ChipFault {
    @Override
    public String code() {
      return "CHIP-TRIES";
    }
  }

  /**
   * So many keys were refused at this reader, one after the other, that it rests.
   *
   * @param seconds how long it still rests, at least 1
   */
  record Paused(int seconds) implements ChipFault {
    @Override
    public String code() {
      return "CHIP-PAUSE";
    }
  }

  /** Cards lie on more than one reader, and nobody said which is meant. */
  record TwoCards() implements ChipFault {
    @Override
    public String code() {
      return "CHIP-TWO-CARDS";
    }
  }
}
