package vn.motcua.scanner.chip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.scanner.chip.simulated.SimulatedCitizens;

class MrzParserTest {
  private final MrzParser parser =
      new MrzParser(Clock.fixed(Instant.parse("2026-11-22T03:00:00Z"), ZoneOffset.UTC));

  private static byte[] file(String zone) {
    byte[] text = zone.getBytes(StandardCharsets.ISO_8859_1);
    byte[] file = new byte[text.length + 5];
    file[0] = 0x61;
    file[1] = (byte) (text.length + 3);
    file[2] = 0x5F;
    file[3] = 0x1F;
    file[4] = (byte) text.length;
    System.arraycopy(text, 0, file, 5, text.length);
    return file;
  }

  private static String zoneOfA() {
    byte[] dg1 = SimulatedCitizens.a().dg1();
    return new String(Arrays.copyOfRange(dg1, 5, dg1.length), StandardCharsets.ISO_8859_1);
  }

  @Test
  void readsACitizensZone() throws Exception {
    MrzReading reading = parser.parse(SimulatedCitizens.a().dg1());
    assertThat(reading.checkDigitsAgree()).isTrue();
    assertThat(reading.birthComplete()).isTrue();
    Mrz mrz = reading.mrz();
    assertThat(mrz.citizenNumber()).isEqualTo("051191407263");
    assertThat(mrz.documentNumber()).isEqualTo("191407263");
    assertThat(mrz.surname()).isEqualTo("DINH");
    assertThat(mrz.givenNames()).isEqualTo("THI MAI");
    assertThat(mrz.birth()).contains(LocalDate.of(1991, 3, 12));
    assertThat(mrz.sex()).isEqualTo(Sex.FEMALE);
    assertThat(mrz.expiry()).contains(LocalDate.of(2031, 3, 12));
    assertThat(mrz.nationality()).isEqualTo("VNM");
  }

  @Test
  void knowsCardsThatDoNotExpire() throws Exception {
    assertThat(parser.parse(SimulatedCitizens.b().dg1()).mrz().expiry()).isEmpty();
  }

  @Test
  void takesTheCenturyFromTheNumber() throws Exception {
    assertThat(parser.parse(SimulatedCitizens.c().dg1()).mrz().birth())
        .contains(LocalDate.of(2001, 7, 25));
    assertThat(parser.parse(SimulatedCitizens.b().dg1()).mrz().birth())
        .contains(LocalDate.of(1948, 11, 2));
  }

  @Test
  void computesCheckDigitsByTheRule() {
    // Worked out by hand: 5*7 + 2*3 + 0*1 + 7*7 + 2*3 + 7*1 = 103.
    assertThat(MrzParser.checkDigit("520727")).isEqualTo('3');
    // A = 10, B = 11, fillers 0: 10*7 + 11*3 + 0 = 103.
    assertThat(MrzParser.checkDigit("AB<<")).isEqualTo('3');
  }

  @ParameterizedTest
  @ValueSource(ints = {6, 14, 30, 36, 38, 44, 59})
  void noticesAnyWrongDigitThatACheckDigitCovers(int at) throws Exception {
    String zone = zoneOfA();
    char other = zone.charAt(at) == '2' ? '1' : '2';
    MrzReading reading = parser.parse(file(zone.substring(0, at) + other + zone.substring(at + 1)));
    assertThat(reading.checkDigitsAgree()).isFalse();
  }

  @Test
  void takesTheFirstOfWhatABirthDateLeavesOut() throws Exception {
    String zone = zoneOfA();
    MrzReading reading = parser.parse(file(zone.substring(0, 32) + "<<<<" + zone.substring(36)));
    assertThat(reading.birthComplete()).isFalse();
    assertThat(reading.mrz().birth()).contains(LocalDate.of(1991, 1, 1));
  }

  @Test
  void leavesTheNumberEmptyOnAnotherLayout() throws Exception {
    String zone = zoneOfA();
    MrzReading reading =
        parser.parse(file(zone.substring(0, 15) + "<".repeat(15) + zone.substring(30)));
    assertThat(reading.mrz().citizenNumber()).isEmpty();
    assertThat(reading.mrz().birth()).contains(LocalDate.of(1991, 3, 12));
  }

  @Test
  void refusesWhatIsNoZone() {
    String zone = zoneOfA();
    for (String wrong :
        new String[] {
          "",
          zone.substring(1),
          zone + "<",
          zone.replace("DINH", "dinh"),
          zone.replace("DINH", "\u0000INH"),
          zone.replace("910312", "913112"),
          zone.replace("910312", "910230"),
          zone.replace("910312", "9AB312")
        }) {
      assertThatThrownBy(() -> parser.parse(file(wrong))).isInstanceOf(MalformedException.class);
    }
    assertThatThrownBy(() -> parser.parse(new byte[0])).isInstanceOf(MalformedException.class);
    byte[] otherTag = file(zone);
    otherTag[0] = 0x62;
    assertThatThrownBy(() -> parser.parse(otherTag)).isInstanceOf(MalformedException.class);
  }

  /** With its check digit: worked out by the rule that has a test of its own. */
  private static String checked(String text) {
    return text + MrzParser.checkDigit(text);
  }

  /** An invented passport's zone. */
  private static String passport(String optional, String birth) {
    String names = "P<UTOQUENNELL<<ORSOLA<MAREVIK<<<<<<<<<<<<<<<";
    String two = checked("XK40918L7") + "UTO" + checked(birth) + "F" + checked("350614");
    String fourteen = (optional + "<<<<<<<<<<<<<<").substring(0, 14);
    String end = optional.isEmpty() ? "<" : "" + MrzParser.checkDigit(fourteen);
    String composite =
        two.substring(0, 10) + two.substring(13, 20) + two.substring(21) + fourteen + end;
    return names + two + fourteen + end + MrzParser.checkDigit(composite);
  }

  @Test
  void readsAPassport() throws Exception {
    for (String optional : new String[] {"", "0417BRVK"}) {
      MrzReading reading = parser.parse(file(passport(optional, "870228")));
      assertThat(reading.checkDigitsAgree()).isTrue();
      assertThat(reading.wellFormed()).isTrue();
      Mrz mrz = reading.mrz();
      assertThat(mrz.documentCode()).isEqualTo("P");
      assertThat(mrz.issuingState()).isEqualTo("UTO");
      assertThat(mrz.documentNumber()).isEqualTo("XK40918L7");
      assertThat(mrz.surname()).isEqualTo("QUENNELL");
      assertThat(mrz.givenNames()).isEqualTo("ORSOLA MAREVIK");
      assertThat(mrz.birth()).contains(LocalDate.of(1987, 2, 28));
      assertThat(mrz.expiry()).contains(LocalDate.of(2035, 6, 14));
      assertThat(mrz.citizenNumber()).isEmpty();
    }
  }

  @Test
  void readsACardOfTwoLines() throws Exception {
    String two =
        checked("B7719W<<<") + "UTO" + checked("690704") + "M" + checked("300101") + "<<<<<<<";
    String composite = two.substring(0, 10) + two.substring(13, 20) + two.substring(21);
    String zone = "I<UTOVANTERPOOL<<JESKE<<<<<<<<<<<<<<" + two + MrzParser.checkDigit(composite);
    MrzReading reading = parser.parse(file(zone));
    assertThat(reading.checkDigitsAgree()).isTrue();
    assertThat(reading.mrz().documentNumber()).isEqualTo("B7719W");
    assertThat(reading.mrz().birth()).contains(LocalDate.of(1969, 7, 4));
  }

  @Test
  void putsALongDocumentNumberTogether() throws Exception {
    String long12 = "VK40A9918LQ2";
    String one =
        "I<UTO" + long12.substring(0, 9) + "<" + long12.substring(9) + MrzParser.checkDigit(long12);
    one = (one + "<".repeat(30)).substring(0, 30);
    String two = checked("690704") + "M" + checked("300101") + "UTO" + "<".repeat(11);
    String composite =
        one.substring(5) + two.substring(0, 7) + two.substring(8, 15) + two.substring(18);
    String zone = one + two + MrzParser.checkDigit(composite) + "VANTERPOOL<<JESKE<<<<<<<<<<<<<";
    MrzReading reading = parser.parse(file(zone));
    assertThat(reading.checkDigitsAgree()).isTrue();
    assertThat(reading.mrz().documentNumber()).isEqualTo(long12);
  }

  @Test
  void takesABirthOfWhichNothingIsKnown() throws Exception {
    MrzReading reading = parser.parse(file(passport("", "<<<<<<")));
    assertThat(reading.birthComplete()).isFalse();
    assertThat(reading.mrz().birth()).isEmpty();
  }

  @Test
  void noticesFieldsWithWhatTheirPlaceForbids() throws Exception {
    String zone = passport("", "870228");
    assertThat(parser.parse(file(zone.replace("UTOQ", "U9OQ"))).wellFormed()).isFalse();
    assertThat(parser.parse(file(zone.replace("F350614", "K350614"))).wellFormed()).isFalse();
    assertThat(
            parser
                .parse(file(zone.replace("QUENNELL<<ORSOLA<MAREVIK", "<".repeat(24))))
                .wellFormed())
        .isFalse();
  }

  @Test
  void makesAKeyOfAZoneThatSomebodyScanned() {
    String zone = zoneOfA();
    String lines =
        zone.substring(0, 30) + "\r\n" + zone.substring(30, 60) + "\n" + zone.substring(60) + "\r";
    assertThat(AccessKeys.MrzKey.ofZone(lines)).isEqualTo(SimulatedCitizens.a().mrzKey());
    assertThatThrownBy(() -> AccessKeys.MrzKey.ofZone(zone.replace("910312", "910313")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> AccessKeys.MrzKey.ofZone("IDVNM"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
