package vn.motcua.kiosk.payment;

import java.util.Locale;
import java.util.Optional;
import vn.motcua.kiosk.dossier.Payment;
import vn.motcua.kiosk.dossier.PaymentReference;

/**
 * The text of a dynamic VietQR by which one payment is made: EMVCo Merchant-Presented Mode with the
 * application of NAPAS. Any bank's application reads it without a network; whether it was paid the
 * code cannot tell.
 */
public final class FeeCode {
  private static final String NAPAS = "A000000727";
  private static final String TO_ACCOUNT = "QRIBFTTA";

  /** The longest amount: thirteen digits (EMVCo §4.4). */
  private static final long MOST = 9_999_999_999_999L;

  private FeeCode() {}

  /**
   * The code of a payment to that account.
   *
   * @throws IllegalArgumentException if the amount has more than thirteen digits
   */
  public static String of(PaymentAccount account, Payment payment) {
    return of(account, payment.amount(), payment.reference());
  }

  /**
   * The code of a transfer.
   *
   * @param amount in đồng, 1 to 9,999,999,999,999
   * @param purpose 1 to 25 characters: capital letters without diacritics, digits, blanks inside
   * @throws IllegalArgumentException if it cannot stand in a code
   */
  public static String of(PaymentAccount account, long amount, String purpose) {
    if (amount < 1 || amount > MOST) {
      throw new IllegalArgumentException("amount: " + amount);
    }
    if (purpose.length() > PaymentReference.LONGEST || !purpose.matches("[0-9A-Z]+( [0-9A-Z]+)*")) {
      throw new IllegalArgumentException("the purpose cannot stand in a code");
    }
    String payee = object("00", account.bank()) + object("01", account.number());
    String napas = object("00", NAPAS) + object("01", payee) + object("02", TO_ACCOUNT);
    String body =
        object("00", "01")
            + object("01", "12")
            + object("38", napas)
            + object("53", "704")
            + object("54", Long.toString(amount))
            + object("58", "VN")
            + object("62", object("08", purpose))
            + "6304";
    return body + MerchantCode.checksum(body);
  }

  /** What the code says, read back: for a last look before it is shown. */
  public static Optional<VietQr> check(String text) {
    return VietQr.read(text);
  }

  private static String object(String id, String value) {
    return String.format(Locale.ROOT, "%s%02d%s", id, value.length(), value);
  }
}
