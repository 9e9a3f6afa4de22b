package vn.motcua.kiosk.bench.digitise;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;

class ReadingTest {
  @Test
  void countsTheFewestChanges() {
    assertThat(Reading.distance("", "")).isZero();
    assertThat(Reading.distance("ủy ban", "")).isEqualTo(6);
    assertThat(Reading.distance("", "xã")).isEqualTo(2);
    assertThat(Reading.distance("hồ sơ", "hồ sơ")).isZero();
    assertThat(Reading.distance("hồ sơ", "hô sơ")).isEqualTo(1);
    assertThat(Reading.distance("thửa đất", "thừa dất số")).isEqualTo(5);
  }

  @Test
  void whiteSpaceDecompositionAndLeadersAreNoErrors() {
    String truth = "Họ tên: Lò Mỹ Lụa\nSố 12.\n";
    String read = " Họ tên: ........ Lò  Mỹ\u00a0Lụa . . . . .\fSố 12.";

    Reading reading = Reading.of(truth, Normalizer.normalize(read, Normalizer.Form.NFD));

    assertThat(reading.errors()).isZero();
    assertThat(reading.characters()).isEqualTo("Họ tên: Lò Mỹ Lụa Số 12.".length());
    assertThat(reading.wordPercent()).isEqualTo(100);
  }

  @Test
  void aDotAndAnEllipsisOfThreeAreToldApart() {
    assertThat(Reading.folded("a. b.. c... d")).isEqualTo("a. b.. c d");
  }

  @Test
  void pagesAddUpByTheirLength() {
    Reading whole = Reading.of("aaaa", "aaab").plus(Reading.of("bb cc dd", "cc bb dd"));

    assertThat(whole.errors()).isEqualTo(1 + 4);
    assertThat(whole.characters()).isEqualTo(12);
    assertThat(whole.wordsFound()).isEqualTo(3);
    assertThat(whole.words()).isEqualTo(4);
    assertThat(Reading.of("một", "").wordPercent()).isZero();
  }
}
