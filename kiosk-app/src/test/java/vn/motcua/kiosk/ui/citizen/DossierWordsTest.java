package vn.motcua.kiosk.ui.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.kiosk.desk.DossierView;
import vn.motcua.kiosk.desk.FeeQuote;
import vn.motcua.kiosk.desk.FeeState;
import vn.motcua.kiosk.desk.LookupAnswer;
import vn.motcua.kiosk.dossier.Custody;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.dossier.DossierEvent;
import vn.motcua.kiosk.dossier.Move;
import vn.motcua.kiosk.dossier.Originals;
import vn.motcua.kiosk.dossier.PortalStatus;
import vn.motcua.kiosk.dossier.Relief;
import vn.motcua.kiosk.dossier.Stage;
import vn.motcua.kiosk.ui.kit.Texts;
import vn.motcua.kiosk.ui.kit.Tone;

/** What happened, what it costs and where the originals are, in words. */
class DossierWordsTest {
  @TempDir Path root;

  private static DossierView view(CitizenWorld world, DossierCode code) {
    return ((LookupAnswer.Opened) world.lookups.begin("x").byReceipt(code, CitizenWorld.SECRET))
        .dossiers()
        .getFirst();
  }

  private static DossierView with(
      DossierView view, List<DossierEvent> history, List<Custody> custody) {
    return new DossierView(
        view.dossier(),
        view.progress(),
        history,
        view.viewings(),
        view.asOf(),
        view.source(),
        custody,
        view.fee());
  }

  @Test
  void everyMoveIsToldInBothLanguagesAndNobodyButStaffIsNamed() throws Exception {
    try (CitizenWorld world = new CitizenWorld(root)) {
      DossierView view = view(world, world.threeOfMai().getFirst());
      Texts texts = world.texts();
      for (Locale language : List.of(Texts.VIETNAMESE, Locale.ENGLISH)) {
        texts.language().set(language);
        for (Move move : Move.values()) {
          for (Stage stage : Stage.values()) {
            DossierEvent event =
                new DossierEvent(
                    1,
                    CitizenWorld.at("2026-11-20T09:10"),
                    move,
                    stage,
                    PortalStatus.PROCESSING,
                    "Trần Văn Lộc",
                    move == Move.HAND_OUT ? "Hàng Xóm" : "Tư pháp – hộ tịch",
                    "Hàng Xóm nộp hộ");
            HistoryLine line =
                HistoryLine.of(with(view, List.of(event), List.of()), Visitor.UNKNOWN, texts)
                    .getFirst();
            assertThat(line.what()).isNotBlank();
            assertThat(line.when()).contains("09:10");
            assertThat(line.toString()).doesNotContain("Hàng Xóm");
            if (move != Move.REGISTER) {
              assertThat(line.who()).contains("Trần Văn Lộc");
            }
          }
        }
      }
      texts.language().set(Texts.VIETNAMESE);
      List<HistoryLine> lines = HistoryLine.of(view, Visitor.UNKNOWN, texts);
      assertThat(lines.getFirst().what()).as("newest first").contains("xem giấy tờ");
      assertThat(lines.getLast().what()).isEqualTo("Đã nhận giấy tờ");
      DossierEvent own =
          new DossierEvent(
              1,
              CitizenWorld.at("2026-11-20T09:10"),
              Move.WITHDRAW,
              Stage.APPRAISAL,
              PortalStatus.WITHDRAWN,
              CitizenWorld.MAI.name(),
              CitizenWorld.MAI.name(),
              "");
      assertThat(
              HistoryLine.of(with(view, List.of(own), List.of()), Visitor.UNKNOWN, texts)
                  .getFirst()
                  .who())
          .isEmpty();
    }
  }

  @Test
  void theFeeIsToldButNotWhatItTellsOfAPerson() throws Exception {
    try (CitizenWorld world = new CitizenWorld(root)) {
      Texts texts = world.texts();
      for (FeeState.Kind kind : FeeState.Kind.values()) {
        for (Locale language : List.of(Texts.VIETNAMESE, Locale.ENGLISH)) {
          texts.language().set(language);
          FeeWords words =
              FeeWords.of(
                  new FeeState(8_000, kind, Optional.empty(), List.of()), Visitor.UNKNOWN, texts);
          assertThat(words.state()).isNotBlank();
          assertThat(words.todo()).isNotBlank().doesNotContain("{");
        }
      }
      texts.language().set(Texts.VIETNAMESE);
      assertThat(words(texts, FeeState.Kind.PAID, List.of()).tone()).isEqualTo(Tone.OK);
      assertThat(words(texts, FeeState.Kind.AWAITED, List.of()).state()).isEqualTo("Chờ đối soát");
      for (Relief.Ground ground : Relief.Ground.values()) {
        String told =
            words(texts, FeeState.Kind.PAID, List.of(new FeeQuote.Granted(50, ground))).reliefs();
        assertThat(told).contains("50 %");
        if (ground == Relief.Ground.ETHNIC_MINORITY
            || ground == Relief.Ground.POOR
            || ground == Relief.Ground.DISABLED) {
          assertThat(told).contains("theo quy định").doesNotContain(ground.words());
        } else {
          assertThat(told).doesNotContain("theo quy định");
        }
      }
    }
  }

  private static FeeWords words(Texts texts, FeeState.Kind kind, List<FeeQuote.Granted> reliefs) {
    return FeeWords.of(
        new FeeState(8_000, kind, Optional.empty(), reliefs), Visitor.UNKNOWN, texts);
  }

  @Test
  void theOriginalsAreWhereTheLastHandOverSays() throws Exception {
    try (CitizenWorld world = new CitizenWorld(root)) {
      DossierView view = view(world, world.threeOfMai().getFirst());
      Texts texts = world.texts();
      assertThat(OriginalsWords.of(view, "bà", texts)).isEqualTo("Đã trả lại bà");
      Custody back =
          new Custody(
              1,
              CitizenWorld.at("2026-11-20T09:10"),
              "Người nộp hồ sơ",
              "Một cửa",
              6,
              Originals.GIVEN_BACK,
              "Người nộp hồ sơ",
              Optional.empty());
      assertThat(OriginalsWords.of(with(view, List.of(), List.of(back)), "bà", texts))
          .isEqualTo("Đã trả lại bà thứ Sáu 20/11");
    }
  }
}
