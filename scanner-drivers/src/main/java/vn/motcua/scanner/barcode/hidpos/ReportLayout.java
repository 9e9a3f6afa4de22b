package vn.motcua.scanner.barcode.hidpos;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Where in an input report what stands.
 *
 * @param id its number; 0 if the device's reports are not numbered
 * @param bits its length without the number
 * @param runs the fields that matter, in their order
 */
record ReportLayout(int id, int bits, List<Run> runs) {
  /**
   * Bits one after the other that mean one thing.
   *
   * @param at the first, counted without the number of the report
   * @param bits how many
   */
  record Run(ScanField field, int at, int bits) {}

  ReportLayout {
    runs = List.copyOf(runs);
  }

  /** Bytes that such a report has on the wire. */
  int bytes() {
    return (bits + 7) / 8 + (id == 0 ? 0 : 1);
  }

  /** Whether codes come in it. */
  boolean carriesCodes() {
    return runs.stream().anyMatch(run -> run.field() == ScanField.DECODED_DATA);
  }

  /** What such a report says; what is missing at its end counts as zero. */
  ScanReport read(byte[] report) {
    int start = id == 0 ? 0 : 8;
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    ByteArrayOutputStream symbology = new ByteArrayOutputStream();
    Optional<Integer> count = Optional.empty();
    boolean continued = false;
    for (Run run : runs) {
      switch (run.field()) {
        case BYTE_COUNT -> count = Optional.of((int) number(report, start, run));
        case CONTINUED -> continued |= number(report, start, run) != 0;
        case DECODED_DATA -> data.writeBytes(bytes(report, start, run));
        case SYMBOLOGY_1, SYMBOLOGY_2, SYMBOLOGY_3 ->
            symbology.writeBytes(bytes(report, start, run));
        case OTHER -> {}
      }
    }
    byte[] all = data.toByteArray();
    int length = count.filter(n -> n >= 0).orElse(all.length);
    return new ScanReport(
        symbology.toByteArray(),
        Arrays.copyOf(all, Math.min(length, all.length)),
        count.isPresent(),
        continued);
  }

  /** At most 31 bits, the lowest first. */
  private static long number(byte[] report, int start, Run run) {
    long value = 0;
    for (int i = 0; i < Math.min(run.bits(), 31); i++) {
      value |= (long) bit(report, start + run.at() + i) << i;
    }
    return value;
  }

  private static byte[] bytes(byte[] report, int start, Run run) {
    byte[] bytes = new byte[run.bits() / 8];
    for (int i = 0; i < bytes.length * 8; i++) {
      bytes[i / 8] |= (byte) (bit(report, start + run.at() + i) << (i % 8));
    }
    return bytes;
  }

  private static int bit(byte[] report, int at) {
    return at / 8 < report.length ? report[at / 8] >> (at % 8) & 1 : 0;
  }
}
