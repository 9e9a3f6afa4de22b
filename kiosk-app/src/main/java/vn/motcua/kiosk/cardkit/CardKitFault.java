package vn.motcua.kiosk.cardkit;

import vn.motcua.scanner.Fault;

/** What can go wrong with a simulated card. */
public sealed interface CardKitFault extends Fault {
  /** The profile cannot be read or says something impossible. */
  record BadProfile() implements CardKitFault {
    @Override
    public String code() {
      return "CARD-PROFILE";
    }
  }

  /** The folder of an issuer cannot be read or written. */
  record BadIssuer() implements CardKitFault {
    @Override
    public String code() {
      return "CARD-ISSUER";
    }
  }

  /** No virtual reader waits for a card there. */
  record NoVirtualReader() implements CardKitFault {
    @Override
    public String code() {
      return "CARD-NO-VPCD";
    }
  }

  /** The virtual reader ended while the card lay on it. */
  record VirtualReaderGone() implements CardKitFault {
    @Override
    public String code() {
      return "CARD-VPCD-GONE";
    }
  }
}
