package vn.motcua.kiosk.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever hands and eyes do to a code, it is read as itself or not at all: never as another. */
class DossierCodeMangledTest {
  private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

  @Test
  void aMangledCodeIsItselfOrNothing() {
    Random random = new Random(13);
    int read = 0;
    for (int i = 0; i < 60_000; i++) {
      DossierCode code = i % 3 == 0 ? oddCode(random) : usualCode(random);
      String typed = mangle(code.value(), random, i % 3 == 0);
      Optional<DossierCode> found = DossierCode.read(typed);
      if (found.isPresent()) {
        read++;
        assertThat(found.get()).as(typed).isEqualTo(code);
      }
    }
    assertThat(read).isGreaterThan(20_000);
  }

  @Test
  void nothingIsLostAsLongAsTheSeparatorsStand() {
    Random random = new Random(14);
    for (int i = 0; i < 20_000; i++) {
      DossierCode code = usualCode(random);
      StringBuilder typed = new StringBuilder();
      for (char c : code.value().toLowerCase(Locale.ROOT).toCharArray()) {
        int choice = random.nextInt(3);
        typed.append(
            c == '0' && choice == 0
                ? 'o'
                : c == '1' && choice == 0 ? 'l' : c == '1' && choice == 1 ? 'I' : c);
      }
      assertThat(DossierCode.read(typed.toString())).as(typed.toString()).contains(code);
    }
  }

  @Test
  void aSerialOfANationalSystemHasItsTwoDigits() {
    DossierCode code = new DossierCode("G01.899.001-261126-120003");
    assertThat(code.serial()).isEqualTo(120_003);
    assertThat(DossierCode.read("g01.899.oo1-261126-12ooo3")).contains(code);
    assertThat(DossierCode.of("H48", LocalDate.of(2026, 11, 26), 1_234_567).value())
        .isEqualTo("H48-261126-1234567");
  }

  /** Lawful, but of no layout that is in use: groups of any length, with letters. */
  private static DossierCode oddCode(Random random) {
    StringBuilder agency = new StringBuilder(top(random));
    for (int n = random.nextInt(4); n > 0; n--) {
      StringBuilder group = new StringBuilder();
      for (int k = 1 + random.nextInt(4); k > 0; k--) {
        group.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
      }
      // What looks like a number stands in no code.
      agency.append('.').append(group.toString().matches("[0-9OIL]+") ? "7" : group);
    }
    return coded(agency.toString(), random);
  }

  private static DossierCode usualCode(Random random) {
    String agency =
        switch (random.nextInt(4)) {
          case 0 ->
              String.format(
                  "%03d.%02d.%02d.%s",
                  random.nextInt(20), random.nextInt(100), random.nextInt(100), top(random));
          case 1 -> top(random);
          case 2 -> top(random) + String.format(".%03d", random.nextInt(1000));
          default ->
              top(random) + String.format(".%03d.%02d", random.nextInt(1000), random.nextInt(100));
        };
    return coded(agency, random);
  }

  private static String top(Random random) {
    // O, I and L as the highest level look like digits; the codes in use (G, H) are none of them.
    char level = "ABCDEFGHJKMNPQRSTUVWXY".charAt(random.nextInt(22));
    return level + String.format("%02d", random.nextInt(100));
  }

  private static DossierCode coded(String agency, Random random) {
    LocalDate day = LocalDate.of(2018, 1, 1).plusDays(random.nextInt(5000));
    int serial = random.nextInt(6) == 0 ? random.nextInt(9_999_999) : random.nextInt(3000);
    return DossierCode.of(agency, day, serial);
  }

  /** Of an odd code the separators stay, and its letters are letters. */
  private static String mangle(String code, Random random, boolean odd) {
    StringBuilder typed = new StringBuilder();
    boolean dropDots = !odd && random.nextInt(3) == 0;
    boolean dropHyphens = !odd && random.nextInt(4) == 0;
    String[] groups = code.split("(?<=[.-])|(?=[.-])");
    for (int g = 0; g < groups.length; g++) {
      String group = groups[g];
      boolean top = (g == 0 || !odd) && group.matches("[A-Z][0-9]{2}");
      boolean number = top || group.matches("[0-9]+");
      for (char c : group.toCharArray()) {
        switch (c) {
          case '.' ->
              typed.append(
                  dropDots && random.nextBoolean() ? "" : any(odd ? ".,/" : " .,-", random));
          case '-' -> typed.append(dropHyphens ? "" : any(odd ? "-–." : " -–.", random));
          case '0' -> typed.append(number ? any("000oO", random) : "0");
          case '1' -> typed.append(number ? any("111lI", random) : "1");
          default -> typed.append(random.nextBoolean() ? Character.toLowerCase(c) : c);
        }
        if (random.nextInt(40) == 0) {
          typed.append(' ');
        }
      }
    }
    return typed.toString();
  }

  private static String any(String choices, Random random) {
    return String.valueOf(choices.charAt(random.nextInt(choices.length())));
  }
}
