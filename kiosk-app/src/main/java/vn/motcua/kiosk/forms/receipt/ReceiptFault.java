package vn.motcua.kiosk.forms.receipt;

import vn.motcua.scanner.Fault;

/** What can be wrong with a receipt or with the key that signs receipts. */
public sealed interface ReceiptFault extends Fault {
  /** Something was changed after it was signed. */
  record Changed() implements ReceiptFault {
    @Override
    public String code() {
      return "RECEIPT-CHANGED";
    }
  }

  /** Whoever signed it is not known. */
  record UnknownSite() implements ReceiptFault {
    @Override
    public String code() {
      return "RECEIPT-UNKNOWN-SITE";
    }
  }

  /** It bears no signature. */
  record NotSigned() implements ReceiptFault {
    @Override
    public String code() {
      return "RECEIPT-NOT-SIGNED";
    }
  }

  /** Neither a receipt nor a picture of one. */
  record Unreadable() implements ReceiptFault {
    @Override
    public String code() {
      return "RECEIPT-UNREADABLE";
    }
  }

  /** The key that signs receipts is missing in part, or its parts do not fit. */
  record KeyDamaged() implements ReceiptFault {
    @Override
    public String code() {
      return "RECEIPT-KEY";
    }
  }
}
