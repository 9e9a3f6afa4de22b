package vn.motcua.kiosk.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.kiosk.dossier.Procedure;
import vn.motcua.kiosk.dossier.ProcedureJson;
import vn.motcua.kiosk.dossier.Relief;
import vn.motcua.kiosk.store.Catalogues;
import vn.motcua.kiosk.store.Resources;
import vn.motcua.kiosk.store.StoreFault;
import vn.motcua.scanner.FaultException;

/** The rules as they hold on a day: two editions of the catalogue, fees and their reliefs. */
class TradeRulesTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 26);
  private static final String CODE = "1.004873";

  @TempDir Path folder;

  /** The same procedure, dearer and quicker from the new year on. */
  private void nextYear(String version) throws Exception {
    String json = ProcedureJson.write(Resources.procedures().find(CODE).orElseThrow());
    String later =
        json.replace("\"validFrom\":\"2025-07-01\"", "\"validFrom\":\"2027-01-01\"")
            .replace("\"workingDays\":3", "\"workingDays\":2")
            .replace("\"amount\":15000", "\"amount\":20000");
    assertThat(later).isNotEqualTo(json);
    Files.writeString(
        folder.resolve("procedures-" + version + ".json"),
        "{\"version\":\"" + version + "\",\"procedures\":[" + later + "]}");
  }

  @Test
  void aDossierGoesByTheEditionOfItsDay() throws Exception {
    nextYear("2026-12-20");
    Files.writeString(folder.resolve("notes.txt"), "not a catalogue");
    TradeRules rules = new TradeRules(Catalogues.with(folder), Resources.reliefs());
    Procedure before = rules.procedures(LocalDate.of(2026, 12, 31)).find(CODE).orElseThrow();
    Procedure after = rules.procedures(LocalDate.of(2027, 1, 1)).find(CODE).orElseThrow();
    assertThat(before.version()).isEqualTo("2026-11-25");
    assertThat(before.workingDays()).isEqualTo(3);
    assertThat(after.version()).isEqualTo("2026-12-20");
    assertThat(after.workingDays()).isEqualTo(2);
    assertThat(rules.procedures(LocalDate.of(2027, 1, 1)).all())
        .as("what the newer edition does not name stays in force")
        .hasSameSizeAs(Resources.procedures().all());
    assertThat(rules.quote(after, LocalDate.of(2027, 1, 1), FeeClaim.NONE).due()).isEqualTo(20_000);
  }

  @Test
  void aBrokenEditionIsNamedAndNothingOpensByAnOlderRule() throws Exception {
    Files.writeString(folder.resolve("procedures-2026-12-20.json"), "{\"version\":\"2026-12-20\"");
    assertThatThrownBy(() -> Catalogues.with(folder))
        .isInstanceOfSatisfying(
            FaultException.class,
            why -> assertThat(why.fault()).isEqualTo(new StoreFault.Catalogue()));
    assertThat(Catalogues.with(folder.resolve("absent"))).hasSize(1);
  }

  @Test
  void theHighestReliefIsTakenAndTold() {
    Procedure procedure = TestStaff.RULES.procedures(DAY).find(CODE).orElseThrow();
    assertThat(TestStaff.RULES.grounds(procedure, DAY))
        .contains(Relief.Ground.DISABLED, Relief.Ground.POOR, Relief.Ground.ELDERLY)
        .doesNotContain(Relief.Ground.CHILD);
    FeeQuote full = TestStaff.RULES.quote(procedure, DAY, FeeClaim.NONE);
    assertThat(full.due()).isEqualTo(15_000);
    assertThat(full.note()).isEmpty();
    FeeQuote none =
        TestStaff.RULES.quote(
            procedure, DAY, new FeeClaim(Set.of(Relief.Ground.DISABLED, Relief.Ground.ELDERLY), 1));
    assertThat(none.due()).isZero();
    assertThat(none.note()).hasValueSatisfying(note -> assertThat(note).contains("100 %"));
    Procedure copies = TestStaff.RULES.procedures(DAY).find("2.000635").orElseThrow();
    assertThat(TradeRules.isCounted(copies, DAY)).isTrue();
    assertThat(TestStaff.RULES.quote(copies, DAY, new FeeClaim(Set.of(), 3)).due())
        .isEqualTo(24_000);
    assertThat(TestStaff.RULES.grounds(copies, DAY)).isEmpty();
    assertThatThrownBy(() -> new FeeClaim(Set.of(), 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
