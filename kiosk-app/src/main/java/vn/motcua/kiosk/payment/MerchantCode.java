package vn.motcua.kiosk.payment;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The data objects of a payment code (EMVCo, QR Code Specification for Payment Systems,
 * Merchant-Presented Mode 1.1, §4): two digits of id, two of length, the value. An id comes once.
 */
final class MerchantCode {
  private static final String CRC_HEAD = "6304";
  private static final int CRC_CHARACTERS = 4;

  private MerchantCode() {}

  /** The objects of a whole code whose checksum is right; empty if anything about it is not. */
  static Optional<Map<String, String>> read(String text) {
    int sum = text.length() - CRC_CHARACTERS;
    if (sum < CRC_HEAD.length()
        || !text.substring(0, sum).endsWith(CRC_HEAD)
        || !text.substring(sum).equalsIgnoreCase(checksum(text.substring(0, sum)))) {
      return Optional.empty();
    }
    return objects(text).filter(all -> all.containsKey("63"));
  }

  /** The objects inside of a value. */
  static Optional<Map<String, String>> objects(String text) {
    Map<String, String> objects = new LinkedHashMap<>();
    int at = 0;
    while (at < text.length()) {
      if (at + 4 > text.length() || !text.substring(at, at + 4).matches("[0-9]{4}")) {
        return Optional.empty();
      }
      int end = at + 4 + Integer.parseInt(text.substring(at + 2, at + 4));
      if (end > text.length()
          || objects.put(text.substring(at, at + 2), text.substring(at + 4, end)) != null) {
        return Optional.empty();
      }
      at = end;
    }
    return Optional.of(objects);
  }

  /** CRC-16 of ISO/IEC 13239 with polynomial 1021 and initial value FFFF, as EMVCo §4.7.3 asks. */
  static String checksum(String text) {
    int sum = 0xFFFF;
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      sum ^= (b & 0xff) << 8;
      for (int bit = 0; bit < 8; bit++) {
        sum = (sum & 0x8000) == 0 ? sum << 1 : sum << 1 ^ 0x1021;
      }
      sum &= 0xFFFF;
    }
    return HexFormat.of().withUpperCase().toHexDigits((short) sum);
  }
}
