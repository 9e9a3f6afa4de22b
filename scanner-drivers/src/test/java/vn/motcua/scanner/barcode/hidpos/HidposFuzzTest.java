package vn.motcua.scanner.barcode.hidpos;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.motcua.scanner.barcode.ScanGate;
import vn.motcua.scanner.fuzz.FuzzContract;

/** A descriptor (its length in the first two bytes) and reports of it (a byte of length each). */
class HidposFuzzTest extends FuzzContract {
  @Override
  protected List<String> guides() {
    return List.of("vn.motcua.scanner.barcode.hidpos.*");
  }

  @Override
  protected void feed(byte[] input) {
    if (input.length < 2) {
      return;
    }
    int length = Math.min((input[0] & 0xff) << 8 | input[1] & 0xff, input.length - 2);
    ReportLayouts layouts;
    try {
      layouts = ReportLayouts.read(Arrays.copyOfRange(input, 2, 2 + length));
    } catch (BadDescriptorException refused) {
      return;
    }
    promise(layouts.longest() >= 1 && layouts.longest() <= 16_385, "a report's length");
    ReportAssembler assembler = new ReportAssembler(layouts);
    int at = 2 + length;
    while (at < input.length) {
      int size = Math.min(input[at] & 0xff, input.length - at - 1);
      check(assembler.feed(Arrays.copyOfRange(input, at + 1, at + 1 + size)), assembler);
      at += 1 + size;
    }
    check(assembler.silence(), assembler);
    promise(!assembler.waiting(), "waits after silence");
  }

  private static void check(Optional<ReportAssembler.Piece> piece, ReportAssembler assembler) {
    if (piece.isPresent()) {
      promise(!assembler.waiting(), "a code that ended is still open");
      if (piece.get() instanceof ReportAssembler.Piece.Code(byte[] bytes)) {
        promise(bytes.length <= ScanGate.MAX_FRAME_BYTES, "a code longer than the gate takes");
      }
    }
  }

  @Override
  protected Map<String, byte[]> seeds() {
    byte[] text = "H48.025.16-261122-0003".getBytes(StandardCharsets.US_ASCII);
    Map<String, byte[]> seeds = new LinkedHashMap<>();
    seeds.put("counted", input(Descriptors.COUNTED, Descriptors.counted(text, "]Q1", false)));
    seeds.put("continued", input(Descriptors.COUNTED, Descriptors.counted(text, "]Q1", true)));
    seeds.put("plain", input(Descriptors.PLAIN, Descriptors.plain(text, false)));
    seeds.put("mixed", input(Descriptors.MIXED, new byte[] {7, 0, 'A'}));
    seeds.put("nothing", new byte[0]);
    return seeds;
  }

  private static byte[] input(byte[] descriptor, byte[] report) {
    byte[] all = new byte[2 + descriptor.length + 1 + report.length];
    all[0] = (byte) (descriptor.length >> 8);
    all[1] = (byte) descriptor.length;
    System.arraycopy(descriptor, 0, all, 2, descriptor.length);
    all[2 + descriptor.length] = (byte) report.length;
    System.arraycopy(report, 0, all, 3 + descriptor.length, report.length);
    return all;
  }
}
