package vn.motcua.scanner.chip;

import vn.motcua.scanner.Fault;

/**
 * Why an issuer was not learnt, or why what was learnt cannot be read or kept. Cards are counted
 * from 1 in the order in which they were shown. The sentences stand in {@code faults.properties}.
 */
public sealed interface TrustFault extends Fault {
  /**
   * Not enough cards: three of different people, and two signers that vouch for each other.
   *
   * @param cards how many counted
   * @param signers how many different document signers they carry
   */
  record Few(int cards, int signers) implements TrustFault {
    @Override
    public String code() {
      return "TRUST-ENROL-FEW";
    }
  }

  /** This card was not signed by the issuer of the others: one of them may be forged. */
  record Disagrees(int card) implements TrustFault {
    @Override
    public String code() {
      return "TRUST-ENROL-DISAGREES";
    }
  }

  /** This chip did not prove that it is no copy. */
  record Copy(int card) implements TrustFault {
    @Override
    public String code() {
      return "TRUST-ENROL-COPY";
    }
  }

  /** This card is forged, contradicts itself or carries no usable signer. */
  record Unfit(int card) implements TrustFault {
    @Override
    public String code() {
      return "TRUST-ENROL-CARD";
    }
  }

  /** The issuer of this card is installed officially: there is nothing to learn. */
  record Known(int card) implements TrustFault {
    @Override
    public String code() {
      return "TRUST-ENROL-KNOWN";
    }
  }

  /** The card of this person was counted already. */
  record Repeated(int card) implements TrustFault {
    @Override
    public String code() {
      return "TRUST-ENROL-REPEATED";
    }
  }

  /** What was learnt here cannot be read any more; the file was left as it is. */
  record StoreDamaged() implements TrustFault {
    @Override
    public String code() {
      return "TRUST-STORE-DAMAGED";
    }
  }

  /** What was learnt cannot be written; what was there before is still there. */
  record StoreUnwritable() implements TrustFault {
    @Override
    public String code() {
      return "TRUST-STORE-WRITE";
    }
  }
}
