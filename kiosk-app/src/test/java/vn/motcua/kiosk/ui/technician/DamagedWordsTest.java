package vn.motcua.kiosk.ui.technician;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.kiosk.AppFaults;
import vn.motcua.kiosk.ui.kit.Texts;

/** The place of the damage, without the English of the reader. */
class DamagedWordsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hong.json: no JSON, or a key twice: line 12 | hong.json, dòng 12",
        "a b.json: dpi: must be a whole number | a b.json, mục “dpi”",
        "khoa.json: locked, but changed by hand | khoa.json",
        "lon.json: more than 65536 bytes | lon.json"
      })
  void namesTheFileAndThePlace(String reason, String said) {
    Texts texts = new Texts(AppFaults.sentences(), "vn.motcua.kiosk.ui.technician.texts");
    assertThat(DamagedWords.of(reason, texts)).isEqualTo(said);
  }
}
