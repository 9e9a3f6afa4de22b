package vn.motcua.scanner.chip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import vn.motcua.scanner.chip.simulated.VirtualCard;

/** Takes files off a simulated card that stands open, in plain text. */
final class OpenFiles {
  private OpenFiles() {}

  /** A data group of at most 64 kB. */
  static byte[] group(VirtualCard open, int number) {
    open.reset();
    byte[] file = {};
    for (String command :
        List.of(
            "00a4040c07a0000002471001", "00a4020c0201%02x".formatted(number), "00b00000000000")) {
      byte[] answer = open.process(HexFormat.of().parseHex(command));
      // The end of the file comes before that of the answer.
      assertThat(HexFormat.of().formatHex(answer)).matches("(..)*(9000|6282)");
      file = Arrays.copyOf(answer, answer.length - 2);
    }
    return file;
  }
}
