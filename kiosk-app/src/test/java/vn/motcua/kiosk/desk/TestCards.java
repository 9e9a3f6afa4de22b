package vn.motcua.kiosk.desk;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import vn.motcua.scanner.chip.simulated.CardBuilder;
import vn.motcua.scanner.chip.simulated.FaceFile;
import vn.motcua.scanner.chip.simulated.SimulatedCard;
import vn.motcua.scanner.chip.simulated.SimulatedCardProfile;
import vn.motcua.scanner.chip.simulated.SimulatedFace;
import vn.motcua.scanner.chip.simulated.SimulatedIssuer;

/** Cards of invented people that are not quite the usual ones. */
public final class TestCards {
  private static final int DG2 = 0x0102;

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
    CardBuilder builder =
        person.builder(SimulatedIssuer.shared()).chipKeys().group(2, signed).noBac();
    given.ifPresentOrElse(bytes -> builder.file(DG2, bytes), () -> builder.withoutFile(DG2));
    return builder.build();
  }

  /**
   * A passport of the state of Utopia, which has no citizen number.
   *
   * @param can the six digits that open it
   */
  public static SimulatedCard passport(SimulatedCardProfile any, String can) {
    String document = checked("QK30174B6") + "UTO" + checked("880319") + "F" + checked("341102");
    String rest = checked("<<<<<<<<<<<<<<");
    String two = document + rest;
    String weighed = two.substring(0, 10) + two.substring(13, 20) + two.substring(21, 43);
    String zone = "P<UTOQUENNELL<<ORSOLA<MARE".concat("<".repeat(18)) + two + check(weighed);
    byte[] text = zone.getBytes(StandardCharsets.US_ASCII);
    byte[] dg1 = tlv(new byte[] {0x61}, tlv(new byte[] {0x5F, 0x1F}, text));
    return any.builder(SimulatedIssuer.shared())
        .chipKeys()
        .withoutGroup(13)
        .group(1, dg1)
        .group(2, face(any))
        .can(can)
        .noMrz()
        .build();
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
