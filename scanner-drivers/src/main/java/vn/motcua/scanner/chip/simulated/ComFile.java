package vn.motcua.scanner.chip.simulated;

import java.util.Collection;
import java.util.List;

/** Writes EF.COM, the list of data groups (ICAO 9303-10 §4.6.1). */
final class ComFile {
  /** Tags of the data groups 1 to 16. */
  private static final byte[] TAGS = {
    0x61, 0x75, 0x63, 0x76, 0x65, 0x66, 0x67, 0x68, 0x69, 0x6A, 0x6B, 0x6C, 0x6D, 0x6E, 0x6F, 0x70
  };

  private ComFile() {}

  /**
   * The file; LDS 1.7, Unicode 4.0.0.
   *
   * @param groups numbers from 1 to 16
   */
  static byte[] of(Collection<Integer> groups) {
    List<Integer> sorted = groups.stream().sorted().toList();
    byte[] tags = new byte[sorted.size()];
    for (int i = 0; i < tags.length; i++) {
      tags[i] = TAGS[sorted.get(i) - 1];
    }
    return Der.tlv(
        0x60,
        Der.tlv(0x5F01, Der.ascii("0107")),
        Der.tlv(0x5F36, Der.ascii("040000")),
        Der.tlv(0x5C, tags));
  }
}
