package vn.motcua.scanner.chip;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.motcua.scanner.chip.simulated.SimulatedCitizens;
import vn.motcua.scanner.fuzz.FuzzContract;

/** Any bytes as data objects. */
class TlvFuzzTest extends FuzzContract {
  private static final int MOST_SIBLINGS = 64;
  private static final int DEEPEST = 20;

  @Override
  protected List<String> guides() {
    return List.of("vn.motcua.scanner.chip.Tlv*");
  }

  @Override
  protected void feed(byte[] input) {
    List<Tlv> objects;
    try {
      objects = Tlv.all(input);
    } catch (MalformedException refused) {
      lengthOfFileAgrees(input);
      return;
    }
    try {
      promise(objects.size() <= MOST_SIBLINGS, "more siblings than allowed");
      promise(objects.isEmpty() == (input.length == 0), "bytes that belong to no object");
      byte[] encoded = new byte[0];
      for (Tlv object : objects) {
        encoded = Encoded.join(encoded, Encoded.tlv(object.tag(), object.value()));
        walk(object, DEEPEST);
      }
      promise(encoded.length <= input.length, "larger than its shortest form");
      promise(same(objects, Tlv.all(encoded)), "reads otherwise when written again");
      if (objects.isEmpty()) {
        return;
      }
      Tlv first = objects.getFirst();
      promise(first.constructed() == ((input[0] & 0x20) != 0), "constructed or not");
      long end = Tlv.lengthOfFile(input, first.tag());
      promise(
          objects.size() == 1 ? end == input.length : end < input.length,
          "the file's length disagrees with its objects");
      singleAgrees(input, objects);
    } catch (MalformedException contradiction) {
      throw new AssertionError("refused what it had read", contradiction);
    }
  }

  private static void singleAgrees(byte[] input, List<Tlv> objects) throws MalformedException {
    int tag = objects.getFirst().tag();
    if (objects.size() == 1) {
      promise(same(objects, List.of(Tlv.single(input, tag))), "single finds another object");
      promise(refuses(Encoded.cut(input, 1), tag), "takes a file that is cut short");
      promise(refuses(input, tag ^ 1), "takes another tag");
    } else {
      promise(refuses(input, tag), "takes several for a single one");
    }
  }

  private static boolean refuses(byte[] input, int tag) {
    try {
      Tlv.single(input, tag);
      return false;
    } catch (MalformedException refused) {
      return true;
    }
  }

  /** A file that is refused still may tell a length, but none that would fit inside. */
  private static void lengthOfFileAgrees(byte[] input) {
    int first = input.length == 0 ? 0 : input[0] & 0xFF;
    try {
      promise(Tlv.lengthOfFile(input, first) >= 2, "shorter than tag and length");
    } catch (MalformedException refused) {
      // As it should be for most.
    }
  }

  private static void walk(Tlv object, int depth) {
    if (depth == 0 || !object.constructed()) {
      return;
    }
    try {
      int inside = 0;
      for (Tlv child : object.children()) {
        inside += child.value().length + 2;
        walk(child, depth - 1);
      }
      promise(inside <= object.value().length, "children larger than their parent");
    } catch (MalformedException refused) {
      // What says that it holds objects need not hold any.
    }
  }

  private static boolean same(List<Tlv> some, List<Tlv> others) {
    boolean same = some.size() == others.size();
    for (int i = 0; same && i < some.size(); i++) {
      same =
          some.get(i).tag() == others.get(i).tag()
              && Arrays.equals(some.get(i).value(), others.get(i).value());
    }
    return same;
  }

  @Override
  protected Map<String, byte[]> seeds() {
    Map<String, byte[]> seeds = new LinkedHashMap<>();
    seeds.put("dg1", SimulatedCitizens.a().dg1());
    seeds.put("dg13", SimulatedCitizens.b().dg13());
    HexFormat hex = HexFormat.of();
    seeds.put("nothing", new byte[0]);
    seeds.put("four gigabytes", hex.parseHex("6184FFFFFFFF00"));
    seeds.put("two gigabytes", hex.parseHex("61847FFFFFFF00"));
    seeds.put("indefinite length", hex.parseHex("618004000000"));
    seeds.put("five bytes of length", hex.parseHex("6185010000000000"));
    seeds.put("long tag", hex.parseHex("7F49020400"));
    seeds.put("endless tag", hex.parseHex("7FFFFFFFFF01"));
    seeds.put("long length of nothing", hex.parseHex("618400000000"));
    seeds.put("too many siblings", "\u0004\u0000".repeat(65).getBytes(StandardCharsets.US_ASCII));
    seeds.put(
        "just enough siblings", "\u0004\u0000".repeat(64).getBytes(StandardCharsets.US_ASCII));
    byte[] tower = new byte[0];
    for (int i = 0; i < 200; i++) {
      tower = Encoded.tlv(0x30, tower);
    }
    seeds.put("tower", tower);
    seeds.put("whole card", Encoded.tlv(0x61, new byte[65_000]));
    return seeds;
  }
}
