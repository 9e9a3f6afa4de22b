package vn.motcua.kiosk.dossier;

import java.util.Locale;

/**
 * What a payer's bank carries along, so that the transfer finds its dossier: letters and digits
 * only, as banks drop dots and hyphens, and at most 25 characters (VietQR 62-08).
 */
public final class PaymentReference {
  /** The longest purpose that a VietQR carries. */
  public static final int LONGEST = 25;

  private PaymentReference() {}

  /**
   * The reference of the {@code number}th payment of a dossier: its code without dots and hyphens,
   * or, where that is too long, its day and serial number behind {@code HS}; then {@code L} and the
   * number from the second payment on.
   */
  public static String of(DossierCode code, int number) {
    String suffix = number == 1 ? "" : String.format(Locale.ROOT, "L%d", number);
    String whole = code.value().replaceAll("[.-]", "");
    String text = whole + suffix;
    return text.length() <= LONGEST ? text : "HS" + code.tail().replace("-", "") + suffix;
  }
}
