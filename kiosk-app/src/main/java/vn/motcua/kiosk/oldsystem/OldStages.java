package vn.motcua.kiosk.oldsystem;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import vn.motcua.kiosk.dossier.PortalStatus;
import vn.motcua.kiosk.dossier.SearchText;
import vn.motcua.kiosk.dossier.Stage;

/** Stages of dossiers whose system may not know them. */
final class OldStages {
  private OldStages() {}

  /** Where a dossier with that status usually stands. */
  static Stage usual(PortalStatus status) {
    return switch (status) {
      case REGISTERED, ACCEPTED, REFUSED, WITHDRAWN -> Stage.RECEPTION;
      case PROCESSING, SUPPLEMENT_REQUESTED, PAYMENT_REQUESTED, STOPPED -> Stage.APPRAISAL;
      case FINISHED, RETURNED -> Stage.RETURN;
    };
  }

  /** Whether a dossier can stand there with that status (the state table, {@code Moves}). */
  static boolean fits(Stage stage, PortalStatus status) {
    return switch (status) {
      case REGISTERED, ACCEPTED, REFUSED -> stage == Stage.RECEPTION;
      case PROCESSING -> stage != Stage.RECEPTION && stage != Stage.RETURN;
      case SUPPLEMENT_REQUESTED, PAYMENT_REQUESTED, STOPPED, WITHDRAWN ->
          stage.isBefore(Stage.SIGNING);
      case FINISHED, RETURNED -> stage == Stage.RETURN;
    };
  }

  static Optional<Stage> read(String word, Map<String, Stage> words) {
    return Optional.ofNullable(words.get(SearchText.fold(word)))
        .or(() -> Arrays.stream(Stage.values()).filter(each -> each.name().equals(word)).findAny());
  }

  /** The fourth digit of a citizen number is odd for women (NĐ 137/2015 Điều 13). */
  static Optional<Boolean> female(String number) {
    return Optional.of((number.charAt(3) - '0') % 2 == 1);
  }
}
