package vn.motcua.kiosk.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.kiosk.AppFaults;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.dossier.Move;
import vn.motcua.kiosk.dossier.MoveRule;
import vn.motcua.kiosk.dossier.Moves;
import vn.motcua.kiosk.dossier.Role;
import vn.motcua.kiosk.dossier.Stage;
import vn.motcua.kiosk.store.DataFolder;
import vn.motcua.kiosk.store.DossierStore;
import vn.motcua.scanner.FaultException;

/** Roles: who may do what, and what a refused officer is told. */
class CrewTest {
  private static final Clock CLOCK = Samples.at("2026-11-20T09:00:00");

  @TempDir Path folder;

  @Test
  void inASmallCommuneEverybodyDoesEverything() {
    Crew crew = new Crew(List.of(new Crew.Officer("Y Một"), new Crew.Officer("Y Hai")));
    for (MoveRule rule : Moves.TABLE) {
      assertThat(crew.may("Y Một", rule.move())).isTrue();
      assertThat(Crew.OPEN.may("Ai Đó", rule.move())).isTrue();
    }
    assertThatThrownBy(() -> new Crew.Officer("Y Ba", Set.of(Role.CITIZEN)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whoIsNotAllowedIsToldWhoIs() throws Exception {
    Crew crew =
        new Crew(
            List.of(
                new Crew.Officer("Y Quầy", Set.of(Role.COUNTER)),
                new Crew.Officer("Y Xét", Set.of(Role.EXAMINER)),
                new Crew.Officer("Y Chung")));
    assertThat(crew.may("Y Chung", Move.FINISH)).isTrue();
    assertThat(crew.may("Người lạ", Move.FORWARD)).isFalse();
    try (DataFolder data = DataFolder.open(folder);
        DossierStore store = DossierStore.open(data, CLOCK)) {
      WorkDesk desk =
          new WorkDesk(store, Samples.CALENDAR, Samples.CENTRE, CLOCK, MovePapers.NONE, crew);
      DossierCode code = Samples.receive(store, CLOCK, Samples.party("051191407263", "Lò Thị Ếch"));
      WorkDesk.Details stop =
          new WorkDesk.Details("Y Quầy", "", "lý do", List.of(), java.util.Optional.empty());
      assertThatThrownBy(() -> desk.move(code, Move.STOP, stop))
          .isInstanceOfSatisfying(
              FaultException.class,
              why -> {
                assertThat(why.fault())
                    .isEqualTo(DeskFault.NotYourMove.of(Set.of(Role.EXAMINER, Role.LEADER)));
                assertThat(AppFaults.sentences().of(why.fault(), Locale.of("vi")).what())
                    .contains("cán bộ thẩm định", "lãnh đạo");
              });
      assertThat(desk.move(code, Move.FORWARD, WorkDesk.Details.by("Y Quầy")).stage())
          .isEqualTo(Stage.APPRAISAL);
    }
  }

  /** Every refusal that the table can lead to has sentences that name who may. */
  @Test
  void everySetOfRolesHasItsSentence() {
    for (MoveRule rule : Moves.TABLE) {
      DeskFault.NotYourMove fault = DeskFault.NotYourMove.of(rule.who());
      for (Locale language : List.of(Locale.of("vi"), Locale.ENGLISH)) {
        assertThat(AppFaults.sentences().of(fault, language).what())
            .as("%s %s", rule.move(), language)
            .contains(language.equals(Locale.ENGLISH) ? "who may:" : "người được làm:");
      }
    }
  }
}
