package vn.motcua.kiosk.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import vn.motcua.scanner.Fault;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.chip.Sex;
import vn.motcua.scanner.chip.simulated.SimulatedCard;
import vn.motcua.scanner.chip.simulated.SimulatedCardProfile;
import vn.motcua.scanner.chip.simulated.SimulatedCitizens;
import vn.motcua.scanner.chip.simulated.SimulatedFace;
import vn.motcua.scanner.chip.simulated.SimulatedIssuer;

/** The cards of the demonstration and what is printed on them. */
public final class DemoCards {
  private static final DateTimeFormatter PRINTED = DateTimeFormatter.ofPattern("ddMMuuuu");
  private static final DateTimeFormatter SPOKEN = DateTimeFormatter.ofPattern("dd/MM/uuuu");

  /** What a portrait on a card takes. */
  private static final int FACE_BYTES = 16_000;

  private DemoCards() {}

  /**
   * Card A, B or C, or the one that a profile file describes.
   *
   * @throws FaultException DEMO-CARD if there is no such card
   */
  public static SimulatedCardProfile find(String name) throws FaultException {
    return switch (name) {
      case "A", "a" -> SimulatedCitizens.a();
      case "B", "b" -> SimulatedCitizens.b();
      case "C", "c" -> SimulatedCitizens.c();
      default -> {
        try {
          yield SimulatedCardProfile.load(Path.of(name));
        } catch (IOException e) {
          throw new FaultException(new NoSuchCard(), e);
        }
      }
    };
  }

  /** The card itself, with an invented face, which is drawn only when the card is made. */
  static SimulatedCard chip(SimulatedCardProfile card) {
    byte[] face = new SimulatedFace(card.number()).jpeg(FACE_BYTES).bytes();
    return card.builder(SimulatedIssuer.shared()).face(face).build();
  }

  /** The text of the QR code on the card of 2021. */
  public static String qr(SimulatedCardProfile card) {
    return String.join(
        "|",
        card.number(),
        card.oldNumber(),
        card.name(),
        card.birth().format(PRINTED),
        card.sex() == Sex.FEMALE ? "Nữ" : "Nam",
        card.residence(),
        card.issued().format(PRINTED));
  }

  /** What the papers of the demonstration say about the card's owner. */
  public static Map<String, String> facts(SimulatedCardProfile card) {
    return Map.of(
        "name", card.name(),
        "number", card.number(),
        "birth", card.birth().format(SPOKEN),
        "residence", card.residence());
  }

  /** Neither A, B, C nor a profile that can be read. */
  record NoSuchCard() implements Fault {
    @Override
    public String code() {
      return "DEMO-CARD";
    }
  }
}
