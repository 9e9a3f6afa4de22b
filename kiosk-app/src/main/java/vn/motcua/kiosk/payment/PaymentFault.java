package vn.motcua.kiosk.payment;

import vn.motcua.scanner.Fault;

/** What can be wrong with a bank's statement. */
public sealed interface PaymentFault extends Fault {
  /** The file is no CSV of that kind: not UTF-8, too big, or a column is missing. */
  record Statement() implements PaymentFault {
    @Override
    public String code() {
      return "PAYMENT-STATEMENT";
    }
  }

  /** The description of the bank's columns cannot be used. */
  record Mapping() implements PaymentFault {
    @Override
    public String code() {
      return "PAYMENT-MAPPING";
    }
  }
}
