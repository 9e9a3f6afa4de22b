package vn.motcua.kiosk.citizen;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.motcua.scanner.chip.Sex;
import vn.motcua.scanner.chip.simulated.SimulatedCardProfile;
import vn.motcua.scanner.chip.simulated.SimulatedCitizens;
import vn.motcua.scanner.fuzz.FuzzContract;

/** Any text as the code on a citizen card. */
class QrFuzzTest extends FuzzContract {
  private static final int LONGEST_TEXT = 1000;
  private static final int MOST_FIELDS = 20;
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("ddMMuuuu");

  /** Control, format, private and unassigned characters and half pairs; line separators. */
  private static final Pattern INVISIBLE = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]");

  @Override
  protected List<String> guides() {
    return List.of("vn.motcua.kiosk.citizen.CitizenQr*", "vn.motcua.kiosk.citizen.CitizenNumber*");
  }

  @Override
  protected int longest() {
    return 1200;
  }

  @Override
  protected void feed(byte[] input) {
    // What is no UTF-8 stands for half a pair, which a decoder of a device could let through.
    String text = new String(input, StandardCharsets.UTF_8).replace('\uFFFD', '\uD800');
    Optional<CitizenQr> read = CitizenQr.read(text);
    if (read.isEmpty()) {
      return;
    }
    CitizenQr qr = read.get();
    promise(text.length() <= LONGEST_TEXT, "longer than any code");
    promise(qr.number().value().matches("[0-9]{12}"), "twelve digits");
    promise(text.startsWith(qr.number().value()), "a number that is not there");
    promise(qr.oldNumber().stream().allMatch(old -> old.matches("[0-9]{9}")), "old number");
    promise(qr.name().codePoints().anyMatch(Character::isLetter), "a name has letters");
    promise(!qr.issued().isBefore(qr.birth()), "issued before birth");
    promise(qr.birth().getYear() >= 0 && qr.issued().getYear() <= 9999, "years of four digits");
    promise(qr.rest().size() <= MOST_FIELDS - 7, "more fields than any code");
    String written = written(qr);
    promise(Normalizer.isNormalized(written, Normalizer.Form.NFC), "NFC");
    promise(!INVISIBLE.matcher(written).find(), "a character that could hide or reorder others");
    promise(qr.name().equals(qr.name().strip()), "space around the name");
    promise(qr.residence().equals(qr.residence().strip()), "space around the residence");
    promise(CitizenQr.read(written).equals(read), "reads otherwise when written again");
    promise(qr.name().length() < 8 || !qr.toString().contains(qr.name()), "tells data to a log");
    promise(!qr.number().toString().contains(qr.number().value()), "tells the number to a log");
  }

  private static String written(CitizenQr qr) {
    List<String> fields = new ArrayList<>();
    fields.add(qr.number().value());
    fields.add(qr.oldNumber().orElse(""));
    fields.add(qr.name());
    fields.add(DAY.format(qr.birth()));
    fields.add(qr.female() ? "Nữ" : "Nam");
    fields.add(qr.residence());
    fields.add(DAY.format(qr.issued()));
    fields.addAll(qr.rest());
    return String.join("|", fields);
  }

  @Override
  protected Map<String, byte[]> seeds() {
    Map<String, String> texts = new LinkedHashMap<>();
    int n = 0;
    for (SimulatedCardProfile citizen : SimulatedCitizens.all()) {
      texts.put("citizen " + n, text(citizen));
      texts.put("citizen apart " + n, Normalizer.normalize(text(citizen), Normalizer.Form.NFD));
      texts.put("citizen of 2024 " + n++, text(citizen) + "||Nguyễn Văn Đệ|Lò Thị Ẳm|");
    }
    String good = text(SimulatedCitizens.a());
    texts.put("end of a line", good + "\r\n");
    texts.put("impossible date", good.replace("12031991", "31022000"));
    texts.put("born after issue", good.replace("12031991", "12032031"));
    texts.put("cut", good.substring(0, 40));
    texts.put("half a pair", good.replace("Mai", "M\uFFFDi"));
    texts.put("reordering", good.replace("Mai", "M\u202ei"));
    texts.put("line separator", good.replace("Mai", "M\u2028i"));
    texts.put("private letter", good.replace("Mai", "M\uE000i"));
    texts.put("letters that grow by NFC", good + "|" + "\uD834\uDD60".repeat(440));
    texts.put("many fields", good + "|".repeat(13));
    texts.put("too many fields", good + "|".repeat(14));
    texts.put("marks", good + "|a" + "\u0323\u0301".repeat(400));
    texts.put("endless", good + "|".repeat(60_000));
    Map<String, byte[]> seeds = new LinkedHashMap<>();
    texts.forEach((name, text) -> seeds.put(name, text.getBytes(StandardCharsets.UTF_8)));
    return seeds;
  }

  private static String text(SimulatedCardProfile citizen) {
    return String.join(
        "|",
        citizen.number(),
        citizen.oldNumber(),
        citizen.name(),
        DAY.format(citizen.birth()),
        citizen.sex() == Sex.FEMALE ? "Nữ" : "Nam",
        citizen.residence(),
        DAY.format(citizen.issued()));
  }
}
