package vn.motcua.kiosk.payment;

/**
 * Where fees go.
 *
 * @param bank the bank's number at NAPAS (BIN): six digits
 * @param number the account: 1 to 19 letters and digits
 */
public record PaymentAccount(String bank, String number) {
  public PaymentAccount {
    if (!bank.matches("[0-9]{6}") || !number.matches("[0-9A-Za-z]{1,19}")) {
      throw new IllegalArgumentException("no account that a VietQR can name");
    }
  }
}
