package vn.motcua.scanner.paper.simulated.escl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlannedFaultTest {
  @Test
  void readsNameTimesAndPage() {
    assertThat(PlannedFault.parse("jam")).isEqualTo(new PlannedFault(EsclFault.JAM, 1, 0));
    assertThat(PlannedFault.parse("jam@3")).isEqualTo(new PlannedFault(EsclFault.JAM, 3, 0));
    assertThat(PlannedFault.parse("storm-503=5@0"))
        .isEqualTo(PlannedFault.of(EsclFault.STORM_503).at(0).times(5));
    assertThat(PlannedFault.parse("chunked").page()).isEqualTo(PlannedFault.ANY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "nothing", "jam@", "jam@-1", "jam@1=2", "JAM", "jam=9999999", "jam@99999999"})
  void refusesWhatItDoesNotKnow(String text) {
    assertThatThrownBy(() -> PlannedFault.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @EnumSource(EsclFault.class)
  void saysItselfAndStandsInTheManual(EsclFault fault) throws Exception {
    assertThat(PlannedFault.parse(fault.label())).isEqualTo(PlannedFault.of(fault));
    PlannedFault full = new PlannedFault(fault, 7, 3);
    assertThat(PlannedFault.parse(full.toString())).isEqualTo(full);
    assertThat(Files.readString(Path.of("docs", "simulated-scanner.md")))
        .contains("| `" + fault.label() + "` |");
  }

  @Test
  void strikesSoOftenAndThere() {
    FaultPlan plan = new FaultPlan();
    plan.add(PlannedFault.parse("garbage=2@2"));
    assertThat(plan.strikes(EsclFault.GARBAGE, 1)).isFalse();
    assertThat(plan.waits(EsclFault.GARBAGE, 2)).isTrue();
    assertThat(plan.strikes(EsclFault.GARBAGE, 2)).isTrue();
    assertThat(plan.strikes(EsclFault.GARBAGE, 2)).isTrue();
    assertThat(plan.strikes(EsclFault.GARBAGE, 2)).isFalse();
    plan.add(PlannedFault.parse("chunked"));
    assertThat(plan.strikes(EsclFault.CHUNKED, 1) && plan.strikes(EsclFault.CHUNKED, 9)).isTrue();
    plan.withdraw(EsclFault.CHUNKED);
    assertThat(plan.ahead()).isEmpty();
  }
}
