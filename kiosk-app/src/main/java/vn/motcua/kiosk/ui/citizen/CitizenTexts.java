package vn.motcua.kiosk.ui.citizen;

import java.util.List;
import java.util.stream.Stream;
import vn.motcua.kiosk.ui.kit.Texts;
import vn.motcua.scanner.FaultSentences;

/** The sentences of the terminal and of all its rooms. */
public final class CitizenTexts {
  private static final String[] BUNDLES = {
    "vn.motcua.kiosk.ui.citizen.texts",
    "vn.motcua.kiosk.ui.citizen.papers.texts",
    "vn.motcua.kiosk.ui.citizen.queue.texts",
    "vn.motcua.kiosk.ui.citizen.helping.texts"
  };

  private CitizenTexts() {}

  /** The bundles of everything that the terminal says. */
  public static List<String> bundles() {
    return Stream.concat(Stream.of(BUNDLES), Stream.of(Texts.KIT)).toList();
  }

  /**
   * In Vietnamese until another language is chosen.
   *
   * @param faults the sentences of faults
   */
  public static Texts with(FaultSentences faults) {
    return new Texts(faults, BUNDLES);
  }
}
