package vn.motcua.kiosk;

import java.nio.file.Path;
import java.util.List;
import vn.motcua.kiosk.speech.Languages;
import vn.motcua.kiosk.speech.PackKeys;
import vn.motcua.kiosk.ui.citizen.CitizenTexts;
import vn.motcua.scanner.FaultSentences;

/** The languages of the terminal, and which sentences a pack of them may bring. */
final class TerminalLanguages {
  static final String FOLDER = "languages";

  /** Faults of these kinds can stand on the citizen's screen. */
  private static final List<String> CITIZENS_MEET =
      List.of("CHIP-", "CARD-", "LOOKUP-", "CODE-", "DESK-", "VOICE-", "UNKNOWN");

  private TerminalLanguages() {}

  static PackKeys keys() {
    return new PackKeys(
        CitizenTexts.bundles(),
        List.of("vn.motcua.kiosk.faults", FaultSentences.DEVICES),
        CITIZENS_MEET);
  }

  /** Those of a data folder, and those that the program brings. */
  static Languages in(Path data) {
    return Languages.in(data.resolve(FOLDER), keys());
  }
}
