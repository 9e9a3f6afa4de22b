package vn.motcua.kiosk.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CitizenQrTest {
  private static final String GOOD =
      "051191407263|170483926|Đinh Thị Mai|12031991|Nữ|Thôn Làng Rào, Sơn Tây|18052022";

  @Test
  void readsTheSevenFieldsAndKeepsTheRest() {
    CitizenQr qr = CitizenQr.read(GOOD).orElseThrow();
    assertThat(qr.number().value()).isEqualTo("051191407263");
    assertThat(qr.oldNumber()).contains("170483926");
    assertThat(qr.name()).isEqualTo("Đinh Thị Mai");
    assertThat(qr.birth()).isEqualTo(LocalDate.of(1991, 3, 12));
    assertThat(qr.female()).isTrue();
    assertThat(qr.residence()).isEqualTo("Thôn Làng Rào, Sơn Tây");
    assertThat(qr.issued()).isEqualTo(LocalDate.of(2022, 5, 18));
    assertThat(qr.rest()).isEmpty();
    assertThat(CitizenQr.read(GOOD + "||Cha|Mẹ|").orElseThrow().rest())
        .containsExactly("", "Cha", "Mẹ", "");
    assertThat(CitizenQr.read(GOOD.replace("170483926", "")).orElseThrow().oldNumber()).isEmpty();
    String apart = Normalizer.normalize(GOOD, Normalizer.Form.NFD);
    assertThat(CitizenQr.read(apart)).contains(qr);
    assertThat(qr.toString()).doesNotContain("Mai");
  }

  @ParameterizedTest
  @ValueSource(strings = {"H'Nhiêm Êban", "Y Bhăm Kđoh", "Rơ Ô Hʼ Čăm-Nay", "Siu Blăh", "A"})
  void readsNamesOfAllPeoples(String name) {
    assertThat(CitizenQr.read(GOOD.replace("Đinh Thị Mai", name)).orElseThrow().name())
        .isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({
    "051191407263, 05119140726", // eleven digits
    "051191407263, 0511914072634",
    "051191407263, ٠51191407263", // a digit of another script
    "170483926, 17048392",
    "12031991, 31022000",
    "12031991, 29021991",
    "12031991, 00000000",
    "12031991, 12-3-91",
    "18052022, 31092022",
    "18052022, 12031990", // issued before birth
    "Nữ, Khác",
    "Nữ, ''",
    "Đinh Thị Mai, '   '",
    "Đinh Thị Mai, 123",
    "Đinh Thị Mai, Nguyá»…n VÄƒn An",
    "Đinh Thị Mai, NGUY?N V?N A",
    "Đinh Thị Mai, NguyÔn V¨n §øc",
    "Đinh Thị Mai, A1 <script>",
    "Đinh Thị Mai, אבג VĂN A",
    "Đinh Thị Mai, \u3164",
  })
  void refusesWhatCannotBe(String field, String wrong) {
    assertThat(CitizenQr.read(GOOD.replace(field, wrong))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "|", "||||||", "MC1|H48-261122-0003|7K3MPX", "'; DROP TABLE party; --"})
  void refusesOtherTexts(String text) {
    assertThat(CitizenQr.read(text)).isEmpty();
  }

  @Test
  void refusesControlCharactersAndHugeTexts() {
    assertThat(CitizenQr.read(GOOD + "|\u0007")).isEmpty();
    assertThat(CitizenQr.read(GOOD + "|\u202e")).isEmpty();
    assertThat(CitizenQr.read(GOOD + "|\u2028")).isEmpty();
    assertThat(CitizenQr.read(GOOD + "|\uE000")).isEmpty();
    assertThat(CitizenQr.read(GOOD + "|\uD800")).isEmpty();
    // Half as long as allowed, until its letters are written in their normal form.
    assertThat(CitizenQr.read(GOOD + "|" + "\uD834\uDD60".repeat(440))).isEmpty();
    assertThat(CitizenQr.read(GOOD + "|".repeat(30))).isEmpty();
    assertThat(CitizenQr.read(GOOD + "x".repeat(10_000))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Nguyễn Thị Thùy Vân, Vân",
    "Đinh Văn  Quang , Quang",
    "Y Bhăm, Y Bhăm",
    "H''Hen Niê, H''Hen Niê",
    "K'Wan, K'Wan",
    "A Thút, A Thút",
    "Ka Thim, Ka Thim",
    "Êđuôl Ŏt, Êđuôl Ŏt",
    "Mai, Mai",
  })
  void callsPeopleByTheRightPartOfTheirName(String name, String called) {
    String plain = name.replace("''", "'");
    assertThat(Address.shortName(plain)).isEqualTo(called.replace("''", "'"));
  }

  @Test
  void addressesPeople() {
    assertThat(Address.salutation(Optional.of(true))).isEqualTo("bà");
    assertThat(Address.salutation(Optional.of(false))).isEqualTo("ông");
    assertThat(Address.salutation(Optional.empty())).isEqualTo("ông/bà");
  }
}
