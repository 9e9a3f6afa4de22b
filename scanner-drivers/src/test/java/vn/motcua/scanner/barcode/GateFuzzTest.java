package vn.motcua.scanner.barcode;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.motcua.scanner.fuzz.FuzzContract;

/** Any bytes as a scan: the gate and the repair of misread Vietnamese. */
class GateFuzzTest extends FuzzContract {
  private final ScanGate gate = new ScanGate("fuzz:1");

  @Override
  protected List<String> guides() {
    return List.of(
        "vn.motcua.scanner.barcode.ScanGate*",
        "vn.motcua.scanner.barcode.Misread*",
        "vn.motcua.scanner.barcode.CodePage*",
        "vn.motcua.scanner.barcode.VietnameseSyllable*");
  }

  @Override
  protected void feed(byte[] input) {
    check(gate.accept(input.clone()));
    check(gate.accept(new String(input, StandardCharsets.UTF_8)));
    check(gate.accept(new String(input, StandardCharsets.UTF_16LE)));
  }

  private static void check(BarcodeEvent event) {
    if (event instanceof BarcodeEvent.Scanned(String reader, String text)) {
      promise(!text.isBlank(), "a blank text");
      promise(text.getBytes(StandardCharsets.UTF_8).length <= ScanGate.MAX_BYTES, "too long");
      promise(Normalizer.isNormalized(text, Normalizer.Form.NFC), "not composed");
      promise(text.codePoints().noneMatch(GateFuzzTest::harmful), "a harmful character");
      promise(
          new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).equals(text),
          "not to be written as UTF-8");
    }
  }

  private static boolean harmful(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR ->
          true;
      default -> false;
    };
  }

  @Override
  protected Map<String, byte[]> seeds() {
    String card = "051191407263||Nguyễn Thị Ánh|12031991|Nữ|Đồng Bưng, Quảng Ngãi|18052022";
    Map<String, byte[]> seeds = new LinkedHashMap<>();
    seeds.put("card", card.getBytes(StandardCharsets.UTF_8));
    for (CodePage page : CodePage.values()) {
      seeds.put(
          "card as " + page,
          page.decode(card.getBytes(StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8));
    }
    seeds.put("windows-1258", new byte[] {'N', 'g', 'u', 'y', (byte) 0xea, (byte) 0xde, 'n'});
    seeds.put("long", "ế".repeat(100_000).getBytes(StandardCharsets.UTF_8));
    seeds.put("marks", ("a" + "\u0323\u0302".repeat(240)).getBytes(StandardCharsets.UTF_8));
    return seeds;
  }
}
