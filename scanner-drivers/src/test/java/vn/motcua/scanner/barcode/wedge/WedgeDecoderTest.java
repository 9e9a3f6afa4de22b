package vn.motcua.scanner.barcode.wedge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.scanner.barcode.BarcodeEvent;
import vn.motcua.scanner.barcode.BarcodeFault;

/** Plays key events into the decoder as a toolkit would and records what reaches the program. */
class WedgeDecoderTest {
  private final WedgeDecoder<String> decoder = new WedgeDecoder<>(WedgeTiming.DEFAULT);
  private final List<String> reached = new ArrayList<>();
  private final List<String> scans = new ArrayList<>();
  private long now = 1_000_000_000L;

  private void does(WedgeDecision<String> decision, String event) {
    reached.addAll(decision.replay());
    if (!decision.consume() && !event.isEmpty()) {
      reached.add(event);
    }
    decision.scan().ifPresent(scans::add);
  }

  private void pass(long millis) {
    now += millis * 1_000_000;
  }

  private void press(String key, WedgeKey kind) {
    does(decoder.pressed("+" + key, key, kind, now), "+" + key);
  }

  private void type(String text) {
    does(decoder.typed(text, text, now), text);
  }

  private void release(String key) {
    does(decoder.released("-" + key, key, now), "-" + key);
  }

  private void stroke(String character, long holdMillis) {
    press(character, WedgeKey.TEXT);
    type(character);
    pass(holdMillis);
    release(character);
  }

  private void enter() {
    press("ENTER", WedgeKey.END);
    type("\r");
    release("ENTER");
  }

  private void scan(String text, long gapMillis) {
    for (String character : text.split("")) {
      stroke(character, 1);
      pass(gapMillis - 1);
    }
  }

  private void flush() {
    does(decoder.flush(now), "");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 5, 20, 34})
  void aScanWithEnterIsConsumedWhole(long gap) {
    scan("H48 241115 0003", gap);
    enter();
    assertThat(scans).containsExactly("H48 241115 0003");
    assertThat(reached).isEmpty();
    assertThat(decoder.waiting()).isFalse();
  }

  @Test
  void aScanWithoutEndingEndsBySilence() {
    scan("ABC123", 5);
    pass(40);
    flush();
    assertThat(scans).isEmpty();
    pass(30);
    flush();
    assertThat(scans).containsExactly("ABC123");
    assertThat(reached).isEmpty();
  }

  @Test
  void aHiccupInAnEstablishedScanDoesNotSplitIt() {
    scan("ABCDEF", 5);
    pass(45);
    scan("GHI", 5);
    enter();
    assertThat(scans).containsExactly("ABCDEFGHI");
  }

  @Test
  void aPersonsTypingReachesTheProgramUntouchedAndInOrder() {
    List<String> expected = new ArrayList<>();
    for (String character : "NGUYEN VAN A".split("")) {
      stroke(character, 70);
      pass(60);
      expected.addAll(List.of("+" + character, character, "-" + character));
    }
    enter();
    expected.addAll(List.of("+ENTER", "\r", "-ENTER"));
    assertThat(reached).isEqualTo(expected);
    assertThat(scans).isEmpty();
  }

  @Test
  void aPersonsLetterAppearsAsSoonAsTheTimerRuns() {
    press("A", WedgeKey.TEXT);
    type("A");
    assertThat(reached).isEmpty();
    assertThat(decoder.waiting()).isTrue();
    pass(36);
    flush();
    assertThat(reached).containsExactly("+A", "A");
    assertThat(decoder.waiting()).isFalse();
    release("A");
    assertThat(reached).containsExactly("+A", "A", "-A");
  }

  @Test
  void keysThatOverlapStayInOrder() {
    press("A", WedgeKey.TEXT);
    type("a");
    pass(20);
    press("B", WedgeKey.TEXT);
    type("b");
    pass(10);
    release("A");
    pass(50);
    release("B");
    assertThat(reached).containsExactly("+A", "a", "+B", "b", "-A", "-B");
  }

  @Test
  void aFewFastLettersAndEnterAreAPersons() {
    scan("12345", 10);
    enter();
    assertThat(scans).isEmpty();
    assertThat(String.join(" ", reached))
        .isEqualTo("+1 1 -1 +2 2 -2 +3 3 -3 +4 4 -4 +5 5 -5 +ENTER \r -ENTER");
  }

  @Test
  void aKeyHeldDownIsAFinger() {
    press("A", WedgeKey.TEXT);
    type("a");
    pass(400);
    for (int i = 0; i < 30; i++) {
      press("A", WedgeKey.TEXT);
      type("a");
      pass(30);
    }
    release("A");
    flush();
    assertThat(scans).isEmpty();
    assertThat(reached.stream().filter("a"::equals)).hasSize(31);
    assertThat(reached.getLast()).isEqualTo("-A");
  }

  @Test
  void aReleaseLostToAnotherWindowDoesNotSpoilTheNextScan() {
    press("A", WedgeKey.TEXT);
    type("A");
    pass(5000);
    scan("ABCABC", 5);
    enter();
    assertThat(scans).containsExactly("ABCABC");
    assertThat(reached).containsExactly("+A", "A");
  }

  @Test
  void readersPressShift() {
    for (String character : "ABCDEFG".split("")) {
      press("SHIFT", WedgeKey.MODIFIER);
      stroke(character, 1);
      release("SHIFT");
      pass(4);
    }
    enter();
    assertThat(scans).containsExactly("ABCDEFG");
    assertThat(reached).doesNotContain("A", "+A").allMatch(event -> event.endsWith("SHIFT"));
  }

  @Test
  void shortcutsAndArrowsReleaseWhatIsHeld() {
    stroke("X", 5);
    press("LEFT", WedgeKey.OTHER);
    release("LEFT");
    assertThat(reached).containsExactly("+X", "X", "-X", "+LEFT", "-LEFT");
  }

  @Test
  void twoScansInARowAreTwo() {
    scan("MOT-MOT", 3);
    enter();
    pass(10);
    scan("HAI-HAI", 3);
    enter();
    assertThat(scans).containsExactly("MOT-MOT", "HAI-HAI");
    assertThat(reached).isEmpty();
  }

  @Test
  void typingRightAfterAScanIsNotLost() {
    scan("ABCDEFG", 3);
    enter();
    pass(20);
    stroke("Z", 60);
    flush();
    assertThat(scans).containsExactly("ABCDEFG");
    assertThat(reached).containsExactly("+Z", "Z", "-Z");
  }

  @Test
  void anEndlessScanStaysBoundedAndIsRefusedOnce() {
    List<BarcodeEvent> events = new ArrayList<>();
    WedgeBarcodeReader reader = new WedgeBarcodeReader();
    reader.listen(events::add);
    scan("x".repeat(10_000), 2);
    pass(100);
    flush();
    assertThat(scans).hasSize(1);
    assertThat(scans.getFirst()).hasSizeLessThan(600);
    scans.forEach(reader::scanned);
    assertThat(events)
        .containsExactly(new BarcodeEvent.Refused(reader.id(), new BarcodeFault.TooLong()));
  }
}
