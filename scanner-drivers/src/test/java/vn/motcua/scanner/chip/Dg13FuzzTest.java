package vn.motcua.scanner.chip;

import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.motcua.scanner.chip.simulated.SimulatedCardProfile;
import vn.motcua.scanner.chip.simulated.SimulatedCitizens;
import vn.motcua.scanner.fuzz.FuzzContract;

/** Any bytes as DG13, for every purpose. */
class Dg13FuzzTest extends FuzzContract {
  private static final int LONGEST_TEXT = 512;
  private static final Pattern INVISIBLE = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]");
  private static final DateTimeFormatter PRINTED = DateTimeFormatter.ofPattern("dd/MM/uuuu");

  private static final List<ReadPurpose> PURPOSES =
      List.of(ReadPurpose.LOOKUP, ReadPurpose.INTAKE, ReadPurpose.INTAKE_SENSITIVE);

  @Override
  protected List<String> guides() {
    return List.of("vn.motcua.scanner.chip.Dg13*", "vn.motcua.scanner.chip.Tlv*");
  }

  @Override
  protected void feed(byte[] input) {
    Map<ReadPurpose, NationalData> read = new HashMap<>();
    for (ReadPurpose purpose : PURPOSES) {
      try {
        NationalData data = new Dg13Parser(purpose).parse(input);
        read.put(purpose, data);
        isClean(data);
        isTheSameWhenWrittenAgain(data, purpose);
      } catch (MalformedException refused) {
        // What no purpose needs is not decoded, so one may refuse what another takes.
      }
    }
    NationalData all = read.get(ReadPurpose.INTAKE_SENSITIVE);
    if (all == null) {
      return;
    }
    for (ReadPurpose purpose : PURPOSES) {
      promise(
          onlyFor(purpose, all).equals(read.get(purpose)),
          purpose.name() + " sees other things, or more than it needs");
    }
  }

  private static void isClean(NationalData data) {
    promise(data.number().stream().allMatch(t -> t.matches("[0-9]{12}")), "number");
    promise(data.oldNumber().stream().allMatch(t -> t.matches("[0-9]{9}")), "old number");
    promise(data.chipId().stream().allMatch(t -> t.matches("[0-9A-Fa-f]{16}")), "chip id");
    for (LocalDate date : dates(data)) {
      promise(date.getYear() >= 0 && date.getYear() <= 9999, "a year of four digits");
    }
    for (String text : texts(data)) {
      promise(!text.isEmpty() && text.length() <= LONGEST_TEXT, "length of a text");
      promise(text.equals(text.strip()), "space around a text");
      promise(!text.contains("  "), "space within a text");
      promise(!INVISIBLE.matcher(text).find(), "a character that could hide or reorder others");
      promise(Normalizer.isNormalized(text, Normalizer.Form.NFC), "NFC");
    }
  }

  private static void isTheSameWhenWrittenAgain(NationalData data, ReadPurpose purpose) {
    try {
      promise(
          new Dg13Parser(purpose).parse(written(data)).equals(data),
          "reads otherwise when written again");
    } catch (MalformedException contradiction) {
      throw new AssertionError("refused what it had read", contradiction);
    }
  }

  private static List<LocalDate> dates(NationalData data) {
    List<LocalDate> dates = new ArrayList<>();
    data.birth().ifPresent(dates::add);
    data.issued().ifPresent(dates::add);
    return dates;
  }

  private static List<String> texts(NationalData data) {
    List<String> texts = new ArrayList<>();
    try {
      for (RecordComponent part : NationalData.class.getRecordComponents()) {
        if (((Optional<?>) part.getAccessor().invoke(data)).orElse(null) instanceof String text) {
          texts.add(text);
        }
      }
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("a record whose parts cannot be read", e);
    }
    return texts;
  }

  /** What a purpose may see of everything. */
  private static NationalData onlyFor(ReadPurpose purpose, NationalData all) {
    return new NationalData(
        all.number().filter(t -> purpose.needs(1)),
        all.name().filter(t -> purpose.needs(2)),
        all.birth().filter(t -> purpose.needs(3)),
        all.sex().filter(t -> purpose.needs(4)),
        all.nationality().filter(t -> purpose.needs(5)),
        all.ethnicity().filter(t -> purpose.needs(6)),
        all.religion().filter(t -> purpose.needs(7)),
        all.origin().filter(t -> purpose.needs(8)),
        all.residence().filter(t -> purpose.needs(9)),
        all.marks().filter(t -> purpose.needs(10)),
        all.issued().filter(t -> purpose.needs(11)),
        all.expiry().filter(t -> purpose.needs(12)),
        all.father().filter(t -> purpose.needs(13)),
        all.mother().filter(t -> purpose.needs(13)),
        all.spouse().filter(t -> purpose.needs(14)),
        all.oldNumber().filter(t -> purpose.needs(15)),
        all.chipId().filter(t -> purpose.needs(16)));
  }

  private static byte[] written(NationalData data) {
    return file(
        field(1, text(data.number())),
        field(2, text(data.name())),
        field(3, text(data.birth().map(PRINTED::format))),
        field(4, text(data.sex())),
        field(5, text(data.nationality())),
        field(6, text(data.ethnicity())),
        field(7, text(data.religion())),
        field(8, text(data.origin())),
        field(9, text(data.residence())),
        field(10, text(data.marks())),
        field(11, text(data.issued().map(PRINTED::format))),
        field(12, text(data.expiry())),
        field(13, Encoded.tlv(0x30, text(data.father()), text(data.mother()))),
        field(14, Encoded.tlv(0x30, text(data.spouse()))),
        field(15, text(data.oldNumber())),
        field(16, text(data.chipId())));
  }

  private static byte[] file(byte[]... fields) {
    byte[] head = {0x02, 1, 1, 0x06, 6, 1, 0, (byte) 0xD1, 0x16, 0, 8};
    return Encoded.tlv(0x6D, Encoded.tlv(0x30, head, Encoded.tlv(0x31, fields)));
  }

  private static byte[] field(int n, byte[] value) {
    return Encoded.tlv(0x30, new byte[] {2, 1, (byte) n}, value);
  }

  private static byte[] text(Optional<String> text) {
    return Encoded.utf8(text.orElse(""));
  }

  @Override
  protected Map<String, byte[]> seeds() {
    Map<String, byte[]> seeds = new LinkedHashMap<>();
    int n = 0;
    for (SimulatedCardProfile citizen : SimulatedCitizens.all()) {
      seeds.put("citizen " + n++, citizen.dg13());
    }
    seeds.put("cut", Encoded.cut(SimulatedCitizens.c().dg13(), 7));
    seeds.put("few fields", file(field(2, Encoded.utf8("Đinh Thị Mai"))));
    seeds.put(
        "two bytes a letter",
        file(field(9, Encoded.tlv(0x1E, "Xã Sơn Tây".getBytes(StandardCharsets.UTF_16BE)))));
    seeds.put("marks apart", file(field(2, Encoded.utf8("D\u0300i\u0323nh \u202e\u2028 x"))));
    seeds.put(
        "letters that grow by NFC",
        file(field(8, Encoded.utf8("\uD834\uDD60".repeat(LONGEST_TEXT / 2)))));
    seeds.put(
        "other dates",
        file(field(3, Encoded.utf8("1991-03-12")), field(11, Encoded.utf8("12031991"))));
    seeds.put("impossible dates", file(field(3, Encoded.utf8("31/02/2000"))));
    seeds.put("field twice", file(field(4, Encoded.utf8("Nam")), field(4, Encoded.utf8("Nữ"))));
    seeds.put(
        "many marks on a letter", file(field(2, Encoded.utf8("a" + "\u0323\u0301".repeat(255)))));
    byte[][] many = new byte[64][];
    Arrays.fill(many, Encoded.utf8("á".repeat(250)));
    seeds.put("many texts", file(field(13, Encoded.tlv(0x30, many))));
    return seeds;
  }
}
