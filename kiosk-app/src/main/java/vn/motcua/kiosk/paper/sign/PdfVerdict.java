package vn.motcua.kiosk.paper.sign;

import java.util.List;

/** What an incoming PDF is worth. */
public sealed interface PdfVerdict {
  /** The worst that was found. */
  SignatureOutcome outcome();

  /** Whether there is a signature, and all of them hold in every respect. */
  default boolean isGood() {
    return outcome() == SignatureOutcome.VALID;
  }

  /**
   * There is nothing to judge: no PDF, unreadable, encrypted, unsigned.
   *
   * @param outcome why
   */
  record NotJudged(SignatureOutcome outcome) implements PdfVerdict {}

  /**
   * The document is signed.
   *
   * @param outcome the worst of all signatures
   * @param signatures in the order in which they were made
   */
  record Judged(SignatureOutcome outcome, List<SignatureVerdict> signatures) implements PdfVerdict {
    public Judged {
      signatures = List.copyOf(signatures);
    }
  }
}
