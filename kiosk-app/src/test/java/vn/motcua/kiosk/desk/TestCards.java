package vn.motcua.kiosk.desk;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.motcua.scanner.chip.simulated.FaceFile;
import vn.motcua.scanner.chip.simulated.SimulatedCard;
import vn.motcua.scanner.chip.simulated.SimulatedCardProfile;
import vn.motcua.scanner.chip.simulated.SimulatedFace;
import vn.motcua.scanner.chip.simulated.SimulatedIssuer;

/** Cards of invented people that are not quite the usual ones. */
public final class TestCards {
  private static final int DG2 = 0x0102;
  private static final int DG13 = 0x010D;
  private static final int COM = 0x011E;
  private static final int SOD = 0x011D;

  private TestCards() {}

  /** DG2 with an invented face. */
  public static byte[] face(SimulatedCardProfile person) {
    return FaceFile.dg2(new SimulatedFace(person.number()).jpeg(12_000));
  }

  /** A card whose issuer signed this DG2; it has no key of its own. */
  public static SimulatedCard withFace(SimulatedCardProfile person, byte[] dg2) {
    return withFace(person, dg2, Optional.of(dg2));
  }

  /**
   * The same, but the chip gives something else.
   *
   * @param signed what the issuer signed
   * @param given what the chip gives, empty = it keeps it
   */
  public static SimulatedCard withFace(
      SimulatedCardProfile person, byte[] signed, Optional<byte[]> given) {
    Map<Integer, byte[]> files = new HashMap<>(person.files(SimulatedIssuer.shared()));
    Map<Integer, byte[]> groups = new TreeMap<>();
    groups.put(1, person.dg1());
    groups.put(2, signed);
    groups.put(13, person.dg13());
    files.put(SOD, SimulatedIssuer.shared().sign(groups));
    files.put(COM, com(new byte[] {0x61, 0x75, 0x6D}));
    given.ifPresent(bytes -> files.put(DG2, bytes));
    return new SimulatedCard(
        files, Optional.of(person.can()), Optional.of(person.mrzKey()), Optional.empty());
  }

  /**
   * A passport of the state of Utopia, which has no citizen number.
   *
   * @param can the six digits that open it
   */
  public static SimulatedCard passport(SimulatedCardProfile any, String can) {
    String document = checked("L898902<<") + "UTO" + checked("740812") + "F" + checked("320415");
    String rest = checked("<<<<<<<<<<<<<<");
    String two = document + rest;
    String weighed = two.substring(0, 10) + two.substring(13, 20) + two.substring(21, 43);
    String zone = "P<UTOTESTESEN<<ANNA<MARIA".concat("<".repeat(19)) + two + check(weighed);
    byte[] text = zone.getBytes(StandardCharsets.US_ASCII);
    byte[] dg1 = tlv(new byte[] {0x61}, tlv(new byte[] {0x5F, 0x1F}, text));
    Map<Integer, byte[]> files = new HashMap<>(any.files(SimulatedIssuer.shared()));
    files.remove(DG13);
    files.put(0x0101, dg1);
    files.put(DG2, face(any));
    files.put(SOD, SimulatedIssuer.shared().sign(Map.of(1, dg1, 2, face(any))));
    files.put(COM, com(new byte[] {0x61, 0x75}));
    return new SimulatedCard(files, Optional.of(can), Optional.empty(), Optional.empty());
  }

  private static byte[] com(byte[] tags) {
    ByteArrayOutputStream list = new ByteArrayOutputStream();
    list.writeBytes(tlv(new byte[] {0x5F, 0x01}, "0107".getBytes(StandardCharsets.US_ASCII)));
    list.writeBytes(tlv(new byte[] {0x5F, 0x36}, "040000".getBytes(StandardCharsets.US_ASCII)));
    list.writeBytes(tlv(new byte[] {0x5C}, tags));
    return tlv(new byte[] {0x60}, list.toByteArray());
  }

  private static byte[] tlv(byte[] tag, byte[] value) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(tag);
    out.write(value.length);
    out.writeBytes(value);
    return out.toByteArray();
  }

  private static String checked(String field) {
    return field + check(field);
  }

  /** Weights 7, 3, 1 (ICAO 9303-3 §4.9). */
  private static char check(String field) {
    int sum = 0;
    for (int i = 0; i < field.length(); i++) {
      char c = field.charAt(i);
      int value = c == '<' ? 0 : Character.isDigit(c) ? c - '0' : c - 'A' + 10;
      sum += value * new int[] {7, 3, 1}[i % 3];
    }
    return (char) ('0' + sum % 10);
  }
}
