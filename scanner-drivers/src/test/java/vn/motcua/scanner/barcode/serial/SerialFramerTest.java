package vn.motcua.scanner.barcode.serial;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.motcua.scanner.barcode.serial.SerialFramer.Piece;

class SerialFramerTest {
  private final SerialFramer framer = new SerialFramer();

  private List<String> feed(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    List<String> pieces = new ArrayList<>();
    framer.feed(bytes, bytes.length).forEach(piece -> pieces.add(name(piece)));
    return pieces;
  }

  private static String name(Piece piece) {
    return switch (piece) {
      case Piece.Frame(byte[] bytes) -> new String(bytes, StandardCharsets.UTF_8);
      case Piece.Flood flood -> "(flood)";
    };
  }

  @Test
  void aCrlfSplitOverReadsIsOneEnd() {
    assertThat(feed("A\r")).containsExactly("A");
    assertThat(feed("\nB")).isEmpty();
    assertThat(feed("\r\n\r\n")).containsExactly("B");
    assertThat(framer.waiting()).isFalse();
  }

  @Test
  void theLongestFrameIsNoFlood() {
    assertThat(feed("x".repeat(520) + "\r")).containsExactly("x".repeat(520));
    assertThat(feed("x".repeat(521) + "\rA\r")).containsExactly("(flood)");
  }

  @Test
  void aFloodLastsUntilSilence() {
    assertThat(feed("x".repeat(9000))).containsExactly("(flood)");
    assertThat(feed("A\r")).isEmpty();
    assertThat(framer.waiting()).isTrue();
    assertThat(framer.silence()).isEmpty();
    assertThat(feed("B\r")).containsExactly("B");
  }

  @Test
  void silenceCompletesWhatIsThere() {
    assertThat(feed("AB")).isEmpty();
    assertThat(framer.silence().map(SerialFramerTest::name)).contains("AB");
    assertThat(framer.silence()).isEmpty();
  }
}
