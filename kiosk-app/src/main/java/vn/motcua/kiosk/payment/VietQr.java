package vn.motcua.kiosk.payment;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A VietQR: where money is to go (NAPAS, application A000000727 in a merchant-presented code of
 * EMVCo). Only read here, never paid.
 *
 * @param bank its number at NAPAS (BIN): six digits
 * @param account an account or card number: up to 19 letters and digits
 * @param amount in đồng, if the code names one: 1 or more
 * @param purpose what the payer's bank will show, if the code names it
 */
public record VietQr(String bank, String account, Optional<Long> amount, Optional<String> purpose) {
  private static final String NAPAS = "A000000727";
  private static final String DONG = "704";

  /** To an account, to a card, by push; some codes name none. */
  private static final Set<String> SERVICES = Set.of("QRIBFTTA", "QRIBFTTC", "QRPUSH", "");

  public VietQr {
    if (!bank.matches("[0-9]{6}")
        || !account.matches("[0-9A-Za-z]{1,19}")
        || amount.filter(dong -> dong < 1).isPresent()) {
      throw new IllegalArgumentException("not a VietQR");
    }
  }

  /** Reads the text of a code strictly: structure, checksum, currency, country. Never throws. */
  public static Optional<VietQr> read(String text) {
    Optional<Map<String, String>> read = MerchantCode.read(text);
    if (read.isEmpty()) {
      return Optional.empty();
    }
    Map<String, String> code = read.get();
    Map<String, String> napas =
        Optional.ofNullable(code.get("38")).flatMap(MerchantCode::objects).orElse(Map.of());
    Map<String, String> payee =
        Optional.ofNullable(napas.get("01")).flatMap(MerchantCode::objects).orElse(Map.of());
    String amount = code.getOrDefault("54", "");
    boolean right =
        text.startsWith("000201")
            && Set.of("11", "12", "").contains(code.getOrDefault("01", ""))
            && NAPAS.equals(napas.get("00"))
            && SERVICES.contains(napas.getOrDefault("02", ""))
            && payee.getOrDefault("00", "").matches("[0-9]{6}")
            && payee.getOrDefault("01", "").matches("[0-9A-Za-z]{1,19}")
            && DONG.equals(code.get("53"))
            && "VN".equals(code.get("58"))
            && amount.matches("([1-9][0-9]{0,12})?");
    if (!right) {
      return Optional.empty();
    }
    Optional<String> purpose =
        Optional.ofNullable(code.get("62"))
            .flatMap(MerchantCode::objects)
            .flatMap(more -> Optional.ofNullable(more.get("08")));
    return Optional.of(
        new VietQr(
            payee.getOrDefault("00", ""),
            payee.getOrDefault("01", ""),
            amount.isEmpty() ? Optional.empty() : Optional.of(Long.parseLong(amount)),
            purpose));
  }

  /** Never the account: this may land in a log. */
  @Override
  public String toString() {
    return "VietQr[…]";
  }
}
