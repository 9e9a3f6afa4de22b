package vn.motcua.scanner.barcode.hidpos;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/** Report descriptors and reports in the standard's format, in arrangements that makers use. */
final class Descriptors {
  private Descriptors() {}

  /** Number 2: count, identifier, 56 bytes, one bit "continued", padding: 62 bytes. */
  static final byte[] COUNTED =
      hex(
          "058C 0902 A101 0912 A102 8502 1500 26FF00 7508 9501 0501 093B 8102"
              + "9503 058C 09FB 09FC 09FD 8102 9538 09FE 820201"
              + "2501 7501 9501 09FF 8102 9507 8103 C0 C0");

  /** Unnumbered, without a count: identifier, "continued" as a byte, 59 bytes of data. */
  static final byte[] PLAIN =
      hex(
          "068C00 0902 A101 0912 A102 1500 26FF00 7508"
              + "19FB 29FD 9503 8102 09FF 9501 8102 09FE 953B 8102 C0 C0");

  /** Several reports: a keypad's, a trigger's, and number 7 with one field of 240 bits. */
  static final byte[] MIXED =
      hex(
          "0501 0906 A101 8501 0507 19E0 29E7 1500 2501 7501 9508 8102 C0"
              + "058C 0902 A101 0914 A102 8503 7508 9501 0900 8102 0900 9102 B102 C0"
              + "A4 0912 A102 8507 0B FF008C00 7501 9501 8102 7507 8101"
              + "75F0 9501 09FE 8102 B4 C0 FE0201AABB C0");

  static byte[] hex(String text) {
    return HexFormat.of().parseHex(text.replace(" ", ""));
  }

  static byte[] counted(byte[] data, String aim, boolean continued) {
    ByteArrayOutputStream report = new ByteArrayOutputStream();
    report.write(2);
    report.write(data.length);
    report.writeBytes(aim.getBytes(StandardCharsets.US_ASCII));
    report.writeBytes(Arrays.copyOf(data, 56));
    report.write(continued ? 1 : 0);
    return report.toByteArray();
  }

  static byte[] plain(byte[] data, boolean continued) {
    ByteArrayOutputStream report = new ByteArrayOutputStream();
    report.writeBytes(new byte[3]);
    report.write(continued ? 1 : 0);
    report.writeBytes(Arrays.copyOf(data, 59));
    return report.toByteArray();
  }
}
