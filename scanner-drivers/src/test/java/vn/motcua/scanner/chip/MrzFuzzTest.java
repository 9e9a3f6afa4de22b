package vn.motcua.scanner.chip;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.motcua.scanner.chip.simulated.SimulatedCardProfile;
import vn.motcua.scanner.chip.simulated.SimulatedCitizens;
import vn.motcua.scanner.fuzz.FuzzContract;

/** Any bytes as DG1, in each of the three forms of a zone. */
class MrzFuzzTest extends FuzzContract {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  private final MrzParser parser =
      new MrzParser(Clock.fixed(Instant.parse("2026-11-22T03:00:00Z"), ZoneOffset.UTC));

  @Override
  protected List<String> guides() {
    return List.of("vn.motcua.scanner.chip.Mrz*", "vn.motcua.scanner.chip.Tlv*");
  }

  @Override
  protected int longest() {
    return 256;
  }

  @Override
  protected void feed(byte[] input) {
    MrzReading reading;
    try {
      reading = parser.parse(input);
    } catch (MalformedException refused) {
      return;
    }
    String zone = zone(input);
    ZoneForm form =
        ZoneForm.of(zone).orElseThrow(() -> new AssertionError("a zone of no known length"));
    promise(zone.matches("[A-Z0-9<]*"), "a character that no zone may have");
    form.checkDigits(zone)
        .ifPresent(
            fit -> promise(reading.checkDigitsAgree() == fit, "the verdict on check digits"));
    Mrz mrz = reading.mrz();
    promise(form.documentCode(zone).equals(mrz.documentCode()), "document code");
    promise(form.state(zone).equals(mrz.issuingState()), "issuing state");
    promise(form.nationality(zone).equals(mrz.nationality()), "nationality");
    promise(mrz.documentNumber().startsWith(form.documentNumber(zone)), "document number");
    promise(mrz.documentNumber().matches("([A-Z0-9<]*[A-Z0-9])?"), "fillers in the number");
    promise(mrz.citizenNumber().matches("([0-9]{12})?"), "citizen number");
    promise(zone.contains(mrz.citizenNumber()), "a citizen number that is not there");
    promise(names(mrz.surname()) && names(mrz.givenNames()), "names");
    promise(form.sex(zone) == mrz.sex(), "sex");
    birth(form.birth(zone), reading);
    mrz.expiry().ifPresent(date -> promise(dateFits(form.expiry(zone), date), "expiry"));
    promise(
        mrz.expiry().isPresent() || form.expiry(zone).matches("991231|.*<.*"), "expiry is lost");
    for (String part : List.of(mrz.surname(), mrz.documentNumber(), mrz.citizenNumber())) {
      promise(part.length() < 6 || !mrz.toString().contains(part), "tells data to a log");
    }
    again(zone, reading);
  }

  /** What was read reads the same from its shortest encoding. */
  private void again(String zone, MrzReading reading) {
    try {
      promise(parser.parse(file(zone)).equals(reading), "reads otherwise when written again");
    } catch (MalformedException contradiction) {
      throw new AssertionError("refused what it had read", contradiction);
    }
  }

  private static void birth(String six, MrzReading reading) {
    promise(reading.birthComplete() == !six.contains("<"), "whether the birth date is complete");
    promise(reading.mrz().birth().isEmpty() == six.startsWith("<<"), "a birth out of nothing");
    reading.mrz().birth().ifPresent(birth -> birth(six, birth, reading));
  }

  private static void birth(String six, LocalDate birth, MrzReading reading) {
    promise(dateFits(six, birth), "birth");
    if (reading.mrz().citizenNumber().isEmpty()) {
      promise(!birth.isAfter(TODAY), "born tomorrow");
      promise(birth.isAfter(TODAY.minusYears(101)), "older than the zone can tell");
    } else {
      int century = 1900 + 100 * ((reading.mrz().citizenNumber().charAt(3) - '0') / 2);
      promise(Math.floorDiv(birth.getYear(), 100) * 100 == century, "the number's century");
    }
  }

  private static boolean names(String text) {
    return text.matches("([A-Z0-9]([A-Z0-9 ]*[A-Z0-9])?)?");
  }

  /** Whether the digits that the zone gives stand in the date. */
  private static boolean dateFits(String six, LocalDate date) {
    String full =
        "%02d%02d%02d".formatted(date.getYear() % 100, date.getMonthValue(), date.getDayOfMonth());
    boolean fits = true;
    for (int i = 0; i < 6; i++) {
      fits &= six.charAt(i) == '<' || six.charAt(i) == full.charAt(i);
    }
    return fits;
  }

  /** The value of the innermost object, by counting from the end: independent of the parser. */
  private static String zone(byte[] input) {
    String text = new String(input, StandardCharsets.ISO_8859_1);
    int head = text.indexOf("_\u001F") + 2;
    int first = text.charAt(head);
    return text.substring(head + 1 + (first >= 0x80 ? first & 0x7F : 0));
  }

  private static byte[] file(String zone) {
    return Encoded.tlv(0x61, Encoded.tlv(0x5F1F, Encoded.ascii(zone)));
  }

  @Override
  protected Map<String, byte[]> seeds() {
    Map<String, byte[]> seeds = new LinkedHashMap<>();
    int n = 0;
    for (SimulatedCardProfile citizen : SimulatedCitizens.all()) {
      seeds.put("citizen " + n++, citizen.dg1());
    }
    byte[] dg1 = SimulatedCitizens.a().dg1();
    String td1 = zone(dg1);
    seeds.put("cut", Encoded.cut(dg1, 1));
    seeds.put("birth unknown", file(td1.substring(0, 30) + "<<<<<<0" + td1.substring(37)));
    seeds.put("long number", file("I<UTOQK30174B6<73497<<<<<<<<<<" + td1.substring(30)));
    seeds.put("other layout", file("I<UTOQK30174B62<<<<<<<<<<<<<<<" + td1.substring(30)));
    // An invented woman of the state that ICAO 9303 invented.
    seeds.put(
        "td2",
        file("I<UTOQUENNELL<<ORSOLA<MAREVIK<<<<<<<" + "QK30174B62UTO8803193F3411023<<<<<<<4"));
    seeds.put(
        "td3",
        file(
            "P<UTOQUENNELL<<ORSOLA<MAREVIK<<<<<<<<<<<<<<<"
                + "QK30174B62UTO8803193F3411023BV4471PK<<<<<<92"));
    seeds.put(
        "td3 without personal number",
        file(
            "P<UTOQUENNELL<<ORSOLA<MAREVIK<<<<<<<<<<<<<<<"
                + "QK30174B62UTO8803193F3411023<<<<<<<<<<<<<<<4"));
    seeds.put(
        "td1 of a foreigner",
        file(
            "I<UTOQK30174B62<<<<<<<<<<<<<<<"
                + "8803193F3411023UTO<<<<<<<<<<<4"
                + "QUENNELL<<ORSOLA<MAREVIK<<<<<<"));
    return seeds;
  }
}
