package vn.motcua.scanner.barcode;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScanGateTest {
  private final ScanGate gate = new ScanGate("test:1");

  private BarcodeEvent accept(String text) {
    BarcodeEvent fromBytes = gate.accept(text.getBytes(StandardCharsets.UTF_8));
    assertThat(gate.accept(text)).isEqualTo(fromBytes);
    return fromBytes;
  }

  private static BarcodeEvent scanned(String text) {
    return new BarcodeEvent.Scanned("test:1", text);
  }

  private static BarcodeEvent notText() {
    return new BarcodeEvent.Refused("test:1", new BarcodeFault.NotText());
  }

  private static BarcodeEvent tooLong() {
    return new BarcodeEvent.Refused("test:1", new BarcodeFault.TooLong());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ABC-1",
        "ABC-1\r",
        "ABC-1\n",
        "ABC-1\r\n",
        "ABC-1\t",
        "ABC-1\t\r\n",
        "]Q3ABC-1\r",
        "]C0ABC-1",
        "]d2ABC-1\n"
      })
  void whatStandsAroundTheTextIsTakenAway(String scan) {
    assertThat(accept(scan)).isEqualTo(scanned("ABC-1"));
  }

  @Test
  void aBracketThatIsNoSymbologyStays() {
    assertThat(accept("]-1")).isEqualTo(scanned("]-1"));
    assertThat(accept("A]Q3")).isEqualTo(scanned("A]Q3"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'; DROP TABLE dossier; --",
        "<script>alert(1)</script>",
        "../../etc/passwd",
        "${jndi:ldap://127.0.0.1/a}",
        "Nguyễn Thị Ánh|Ấp Đồng Bưng",
        "漢字 😀",
      })
  void whateverIsTextIsText(String text) {
    assertThat(accept(text)).isEqualTo(scanned(text));
  }

  @Test
  void textIsComposed() {
    String apart = Normalizer.normalize("Điểu Thị Lộc", Normalizer.Form.NFD);
    assertThat(apart).isNotEqualTo("Điểu Thị Lộc");
    assertThat(accept(apart)).isEqualTo(scanned("Điểu Thị Lộc"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u00A0\u2003",
        "\u3164",
        "A\u2800B",
        "Nguy\uFFFDn",
        "",
        "\r",
        "\r\n",
        "   ",
        "]Q3",
        "A\u0000B",
        "A\u001dB",
        "A\u007fB",
        "A\u0085B",
        "A\rB",
        "A\tB",
        "\u001b[2J",
        "A\u200bB",
        "A\u202eB",
        "\ufeffA",
        "A\ue000B",
        "A\uffffB",
        "A\u2028B",
        "A\udb80\udc00"
      })
  void whatIsNotHarmlessTextIsRefused(String scan) {
    assertThat(accept(scan)).isEqualTo(notText());
  }

  @Test
  void bytesThatAreNotUtf8AreRefused() {
    assertThat(gate.accept(new byte[] {(byte) 0xff, (byte) 0xfe, 65})).isEqualTo(notText());
    assertThat(gate.accept(new byte[] {'A', (byte) 0xc0, (byte) 0x80})).isEqualTo(notText());
    assertThat(gate.accept(new byte[] {'A', (byte) 0xed, (byte) 0xa0, (byte) 0x80}))
        .isEqualTo(notText());
    assertThat(gate.accept("Ấp".getBytes(StandardCharsets.UTF_16))).isEqualTo(notText());
    assertThat(gate.accept("A\ud800")).isEqualTo(notText());
  }

  @Test
  void fiveHundredAndTwelveBytesAreTheMost() {
    assertThat(accept("x".repeat(512) + "\r\n")).isEqualTo(scanned("x".repeat(512)));
    assertThat(accept("]Q3" + "x".repeat(512))).isEqualTo(scanned("x".repeat(512)));
    assertThat(accept("x".repeat(513))).isEqualTo(tooLong());
    assertThat(accept("ế".repeat(171))).isEqualTo(tooLong());
    assertThat(accept("x".repeat(10_000))).isEqualTo(tooLong());
  }

  @Test
  void onlyOneSymbologyIsTakenAwayAndOnlyInFront() {
    assertThat(accept("]Q3]C0ABC")).isEqualTo(scanned("]C0ABC"));
    assertThat(accept("\ufeff]Q3ABC")).isEqualTo(notText());
    assertThat(accept("]Q3\r\n")).isEqualTo(notText());
  }

  @Test
  void marksMayNotBePiledUpNorStandInFront() {
    assertThat(accept("q" + "\u0325".repeat(3))).isInstanceOf(BarcodeEvent.Scanned.class);
    assertThat(accept("q" + "\u0325".repeat(4))).isEqualTo(notText());
    assertThat(accept("\u0301abc")).isEqualTo(notText());
    assertThat(accept("]Q3\u20ddabc")).isEqualTo(notText());
  }

  @Test
  void lettersThatAreCutOffAreRefused() {
    byte[] whole = "Nguyễn".getBytes(StandardCharsets.UTF_8);
    for (int length = 1; length < whole.length; length++) {
      byte[] part = Arrays.copyOf(whole, length);
      boolean cut = length > 4 && length < 7;
      assertThat(gate.accept(part) instanceof BarcodeEvent.Refused).as("%d", length).isEqualTo(cut);
    }
  }

  @Test
  void noiseIsAnsweredWithAFault() {
    Random random = new Random(3);
    for (int round = 0; round < 500; round++) {
      byte[] noise = new byte[20 + random.nextInt(10_000)];
      random.nextBytes(noise);
      assertThat(gate.accept(noise)).isInstanceOf(BarcodeEvent.Refused.class);
    }
  }
}
