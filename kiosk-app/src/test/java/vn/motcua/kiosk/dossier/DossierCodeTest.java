package vn.motcua.kiosk.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DossierCodeTest {
  @ParameterizedTest
  @CsvSource({
    "000.00.01.H48-241115-0003, 000.00.01.H48-241115-0003",
    "000.17.22.h56-210531-0001, 000.17.22.H56-210531-0001",
    "OOO.OO.Ol.H48-24lII5-0003, 000.00.01.H48-241115-0003",
    "OOO.OO.O1.H48-241115-OOO3, 000.00.01.H48-241115-0003",
    "000 00 01 H48 241115 0003, 000.00.01.H48-241115-0003",
    "0000001H48-241115-0003, 000.00.01.H48-241115-0003",
    "0000001H482411150003, 000.00.01.H48-241115-0003",
    "H48.025.16-261122-0003, H48.025.16-261122-0003",
    "h48.o25.16-261122-ooo3, H48.025.16-261122-0003",
    "H4802516-261122-0003, H48.025.16-261122-0003",
    "H48.02516-261122-0003, H48.025.16-261122-0003",
    "H48025162611220003, H48.025.16-261122-0003",
    "H48-025-16-261122-0003, H48.025.16-261122-0003",
    "H48.025.16–261122–0003, H48.025.16-261122-0003",
    "Ｈ４８.０２５.１６-２６１１２２-０００３, H48.025.16-261122-0003",
    "H48-261122-0003, H48-261122-0003",
    "H48.025.16-261122-120003, H48.025.16-261122-120003",
    "G01.899.A2B-260101-00012345, G01.899.A2B-260101-00012345",
    "H48.0 25.16-261122-0003, H48.025.16-261122-0003",
    "H4 8.025.16-261122-0003, H48.025.16-261122-0003",
    "000.0 0.01.H48-241115-0003, 000.00.01.H48-241115-0003",
    "\uFEFFH48.025.16-261122-0003, H48.025.16-261122-0003",
    "H48.025\u200B.16-2611\u00AD22-0003, H48.025.16-261122-0003",
    "G09.1 2.99-261122-0003, ",
    "H48.025.16-260229-0003, ",
    "H48.025.16-261322-0003, ",
    "H48.025.16-261122-003, ",
    "Z48.025.16-261122-0003, ",
    "H48.025.16-261122, ",
    "H48.025.16-261122-0003-0001, ",
  })
  void readsWhatPeopleType(String typed, String expected) {
    assertThat(DossierCode.read(typed).map(DossierCode::value))
        .isEqualTo(Optional.ofNullable(expected));
  }

  @Test
  void everyCodeSurvivesCarelessTyping() {
    Random random = new Random(20261122);
    for (int i = 0; i < 20_000; i++) {
      String code = anyCode(random);
      String typed = careless(code, random);
      assertThat(DossierCode.read(typed).map(DossierCode::value)).as(typed).contains(code);
    }
  }

  @Test
  void withoutSeparatorsItIsReadRightOrNotAtAll() {
    Random random = new Random(7);
    int read = 0;
    for (int i = 0; i < 20_000; i++) {
      String code = anyCode(random);
      Optional<DossierCode> found = DossierCode.read(code.replaceAll("[.-]", ""));
      if (found.isPresent()) {
        read++;
        boolean usual =
            code.matches(
                "([0-9]{3}\\.[0-9]{2}\\.[0-9]{2}\\.)?[A-Y][0-9]{2}(\\.[0-9]{3})?(\\.[0-9]{2})?-[0-9]{6}-[0-9]{4,6}");
        if (usual) {
          assertThat(found.get().value()).isEqualTo(code);
        }
      }
    }
    assertThat(read).isGreaterThan(8_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "'; DROP TABLE dossier; --",
        "<script>alert(1)</script>",
        "....------",
        "H",
        "HHHHHHHHHHHHHHHHHHHHHHHH",
        "\u0000\u0001",
        "MC1|H48.025.16-261122-0003|7K3MPX",
        "😀H48.025.16-261122-0003"
      })
  void refusesGarbage(String garbage) {
    assertThat(DossierCode.read(garbage)).isEmpty();
    assertThatThrownBy(() -> new DossierCode(garbage)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void neverFailsWhateverIsTyped() {
    Random random = new Random(1);
    String letters = "H48.O0-16 261122\n|'ộ\u0301\ud83d٣";
    for (int i = 0; i < 50_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(30); n > 0; n--) {
        text.append(letters.charAt(random.nextInt(letters.length())));
      }
      DossierCode.read(text.toString())
          .ifPresent(code -> assertThat(DossierCode.strict(code.value())).contains(code));
    }
    assertThat(DossierCode.read("H48".repeat(5000))).isEmpty();
  }

  @Test
  void isMadeOfAgencyDayAndSerial() {
    LocalDate day = LocalDate.parse("2026-11-22");
    assertThat(DossierCode.of("H48.025.16", day, 7).value()).isEqualTo("H48.025.16-261122-0007");
    assertThat(DossierCode.of("H48.025.16", day, 12345).value())
        .isEqualTo("H48.025.16-261122-12345");
    assertThat(DossierCode.of("H48", day, 7).day()).isEqualTo(day);
  }

  @Test
  void readsSecretsAsPeopleTypeThem() {
    assertThat(LookupSecret.read(" 7k3-mpx ")).contains(new LookupSecret("7K3MPX"));
    assertThat(LookupSecret.read("7K3 MPX")).contains(new LookupSecret("7K3MPX"));
    for (String wrong : List.of("", "7K3MP", "7K3MPXX", "7K3MP0", "7K3MPO", "7K3MP1", "7K3MPĐ")) {
      assertThat(LookupSecret.read(wrong)).as(wrong).isEmpty();
    }
    Random random = new Random(3);
    for (int i = 0; i < 1000; i++) {
      LookupSecret secret = LookupSecret.random(random);
      assertThat(LookupSecret.read(secret.value().toLowerCase(Locale.ROOT))).contains(secret);
      assertThat(secret.toString()).doesNotContain(secret.value());
    }
  }

  private static String anyCode(Random random) {
    String day =
        LocalDate.of(2020, 1, 1).plusDays(random.nextInt(4000)).toString().replace("-", "");
    String serial = String.format(Locale.ROOT, "%04d", random.nextInt(random.nextInt(10) + 3000));
    char level = (char) ('A' + random.nextInt(25));
    // The letter O is for the test of careless typing alone.
    String top =
        (level == 'O' ? 'H' : level) + String.format(Locale.ROOT, "%02d", random.nextInt(100));
    String agency =
        switch (random.nextInt(4)) {
          case 0 ->
              String.format(
                  Locale.ROOT,
                  "%03d.%02d.%02d.%s",
                  random.nextInt(1000),
                  random.nextInt(100),
                  random.nextInt(100),
                  top);
          case 1 -> top;
          case 2 -> top + String.format(Locale.ROOT, ".%03d", random.nextInt(1000));
          default ->
              top
                  + String.format(
                      Locale.ROOT, ".%03d.%02d", random.nextInt(1000), random.nextInt(100));
        };
    return agency + "-" + day.substring(2) + "-" + serial;
  }

  /** Lower case, O for 0, other separators, blanks around: but the separators stay. */
  private static String careless(String code, Random random) {
    StringBuilder text = new StringBuilder(" ");
    for (int i = 0; i < code.length(); i++) {
      char letter = code.charAt(i);
      if (letter == '0' && random.nextInt(3) == 0) {
        text.append(random.nextBoolean() ? 'O' : 'o');
      } else if (letter == '.' || letter == '-') {
        text.append(" .-–".charAt(random.nextInt(4)));
      } else {
        text.append(random.nextBoolean() ? Character.toLowerCase(letter) : letter);
      }
    }
    return text.append("\n").toString();
  }
}
