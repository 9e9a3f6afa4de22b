package vn.motcua.kiosk.ui.counter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.VPos;
import javafx.scene.Scene;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.kiosk.AppFaults;
import vn.motcua.kiosk.citizen.Citizen;
import vn.motcua.kiosk.citizen.CitizenQr;
import vn.motcua.kiosk.citizen.Citizens;
import vn.motcua.kiosk.ui.kit.Boxes;
import vn.motcua.kiosk.ui.kit.Density;
import vn.motcua.kiosk.ui.kit.FxRobot;
import vn.motcua.kiosk.ui.kit.Look;
import vn.motcua.kiosk.ui.kit.OfficeFrame;
import vn.motcua.kiosk.ui.kit.Texts;
import vn.motcua.kiosk.ui.kit.TrustLook;
import vn.motcua.kiosk.ui.kit.TrustWords;
import vn.motcua.scanner.chip.Anchor;
import vn.motcua.scanner.chip.TrustReason;
import vn.motcua.scanner.chip.TrustReason.Kind;
import vn.motcua.scanner.chip.TrustVerdict;
import vn.motcua.scanner.chip.simulated.SimulatedCitizens;

/** All outcomes beside each other: no two look or read the same, nothing is cut off. */
class TrustScreensTest {
  private static final Anchor OFFICIAL = new Anchor.Official("C=VN,CN=Test", "0123456789abcdef");
  private static final Anchor STAFF =
      new Anchor.Enrolled("fedcba9876543210", LocalDate.of(2026, 11, 2));

  private static List<TrustReason> reasons(Kind... kinds) {
    return Arrays.stream(kinds).map(TrustReason::of).toList();
  }

  private static final List<TrustVerdict> VERDICTS =
      List.of(
          new TrustVerdict.Verified(OFFICIAL, List.of()),
          new TrustVerdict.Verified(STAFF, reasons(Kind.ANCHOR_ENROLLED)),
          new TrustVerdict.IssuerVerified(OFFICIAL, reasons(Kind.CHIP_PROOF_REFUSED)),
          new TrustVerdict.IssuerVerified(STAFF, reasons(Kind.NO_CHIP_PROOF, Kind.ANCHOR_ENROLLED)),
          new TrustVerdict.SignedUnknownIssuer(reasons(Kind.NO_ANCHOR, Kind.CHIP_PROVEN)),
          new TrustVerdict.SignedUnknownIssuer(
              reasons(Kind.SIGNER_REVOKED, Kind.CARD_EXPIRED, Kind.CAN_MISMATCH)),
          new TrustVerdict.SignedUnknownIssuer(
              reasons(
                  Kind.NUMBER_MISMATCH,
                  Kind.BIRTH_MISMATCH,
                  Kind.ISSUER_OF_ANOTHER_STATE,
                  Kind.SEX_MISMATCH,
                  Kind.NUMBER_CENTURY)),
          new TrustVerdict.NotVerifiable(reasons(Kind.SOD_UNREADABLE)),
          new TrustVerdict.Forged(
              List.of(new TrustReason(Kind.HASH, 2), new TrustReason(Kind.HASH, 13))));

  private static Citizen citizen(TrustVerdict verdict) {
    Citizen said =
        Citizens.of(CitizenQr.read(CounterWorld.qr(SimulatedCitizens.b())).orElseThrow());
    return new Citizen(
        said.number(),
        said.name(),
        said.birth(),
        said.female(),
        said.residence(),
        said.ethnicity(),
        said.issued(),
        said.expiry(),
        Optional.of(verdict),
        said.differences());
  }

  @ParameterizedTest
  @ValueSource(strings = {"vi", "en"})
  void areToldApartAtAGlance(String language) {
    Texts texts =
        new Texts(AppFaults.sentences(), "vn.motcua.kiosk.ui.counter.texts", TrustWords.TEXTS);
    texts.language().set(Locale.of(language));
    TrustWords words = new TrustWords(texts);
    try (FxRobot robot =
        FxRobot.open(
            1366,
            1000,
            stage -> {
              FlowPane flow = new FlowPane(16, 16);
              flow.setRowValignment(VPos.TOP);
              flow.setPadding(new Insets(16));
              for (TrustVerdict verdict : VERDICTS) {
                VBox card = Boxes.card(words.pill(verdict));
                words
                    .notice(verdict, citizen(verdict).differences(), 3)
                    .ifPresent(card.getChildren()::add);
                card.setPrefWidth(400);
                flow.getChildren().add(card);
              }
              StackPane root = new StackPane(flow);
              root.getStyleClass().addAll("office", "work");
              Scene scene = new Scene(root);
              new Look(Density.COUNTER).dress(scene);
              OfficeFrame.dress(scene);
              stage.setScene(scene);
            })) {
      robot.pulses(4);
      robot.picture("trust-" + language);
      robot.assertNothingCutOff();
      for (TrustVerdict verdict : VERDICTS) {
        assertThat(robot.shows(words.head(verdict))).as("%s", TrustLook.of(verdict)).isTrue();
      }
    }
  }
}
