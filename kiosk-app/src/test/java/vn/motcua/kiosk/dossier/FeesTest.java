package vn.motcua.kiosk.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.motcua.kiosk.store.Resources;

class FeesTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
  private static final ProcedureCatalogue CATALOGUE = Resources.procedures();
  private static final Fees FEES = new Fees(Resources.reliefs());

  private static Procedure procedure(String code) {
    return CATALOGUE.find(code).orElseThrow();
  }

  private static Relief relief(Relief.Ground ground, int percent) {
    return new Relief(
        List.of("HO_TICH"),
        ground,
        OptionalInt.of(percent),
        LocalDate.of(2026, 1, 1),
        Optional.of(LocalDate.of(2026, 12, 31)),
        "thử");
  }

  @Test
  void theHighestReliefAppliesAndSaysWhy() {
    Fees fees =
        new Fees(List.of(relief(Relief.Ground.ELDERLY, 30), relief(Relief.Ground.DISABLED, 50)));
    Procedure marital = procedure("1.004873");
    Fees.Line line =
        fees.due(marital, TODAY, EnumSet.of(Relief.Ground.ELDERLY, Relief.Ground.DISABLED), 1)
            .getFirst();
    assertThat(line.full()).isEqualTo(15_000);
    assertThat(line.due()).isEqualTo(7_500);
    assertThat(line.relief().orElseThrow().ground().words()).isEqualTo("người khuyết tật");
    assertThat(Fees.sum(fees.due(marital, TODAY, Set.of(), 1))).isEqualTo(15_000);
    assertThat(
            Fees.sum(
                fees.due(marital, LocalDate.of(2027, 1, 1), Set.of(Relief.Ground.DISABLED), 1)))
        .as("no longer in force")
        .isEqualTo(15_000);
  }

  @Test
  void copiesAndPagesAreCountedCasesAreNot() {
    assertThat(Fees.sum(FEES.due(procedure("2.000635"), TODAY, Set.of(), 3))).isEqualTo(24_000);
    assertThat(Fees.sum(FEES.due(procedure("1.004194"), TODAY, Set.of(), 3))).isEqualTo(15_000);
    assertThatThrownBy(() -> FEES.due(procedure("2.000635"), TODAY, Set.of(), 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aReliefOfUnknownAmountIsToldAndNotGuessed() {
    Fees.Line line =
        FEES.due(procedure("1.004873"), TODAY, Set.of(Relief.Ground.LEVEL_2_EID), 1).getFirst();
    assertThat(line.due()).isEqualTo(15_000);
    assertThat(line.toCheck())
        .singleElement()
        .satisfies(relief -> assertThat(relief.source()).contains("NQ 66.22/2026"));
    assertThat(
            FEES.due(
                    procedure("1.004873"),
                    LocalDate.of(2027, 3, 1),
                    Set.of(Relief.Ground.LEVEL_2_EID),
                    1)
                .getFirst()
                .toCheck())
        .isEmpty();
    assertThat(
            FEES.due(procedure("1.004873"), TODAY, Set.of(Relief.Ground.DISABLED), 1)
                .getFirst()
                .toCheck())
        .as("nothing is left to lower")
        .isEmpty();
  }

  @Test
  void nobodyPaysMoreForHavingOneMoreGround() {
    Random random = new Random(66);
    for (int i = 0; i < 3000; i++) {
      List<Relief> some =
          random
              .ints(random.nextInt(6), 1, 101)
              .mapToObj(percent ->
                  relief(
                      Relief.Ground.values()[random.nextInt(Relief.Ground.values().length)],
                      percent))
              .toList();
      Fees fees = new Fees(some);
      Set<Relief.Ground> grounds = EnumSet.noneOf(Relief.Ground.class);
      long before = Fees.sum(fees.due(procedure("1.004873"), TODAY, grounds, 1));
      for (Relief.Ground ground : Relief.Ground.values()) {
        grounds.add(ground);
        long after = Fees.sum(fees.due(procedure("1.004873"), TODAY, grounds, 1));
        assertThat(after).isBetween(0L, before);
        before = after;
      }
      int best = some.stream().mapToInt(it -> it.percent().orElseThrow()).max().orElse(0);
      assertThat(before).isEqualTo(15_000L * (100 - best) / 100);
    }
  }

  @Test
  void rulesThatCannotBeAreRefused() {
    assertThatThrownBy(() -> relief(Relief.Ground.POOR, 101))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Relief.read("{\"reliefs\":[{\"groups\":[],\"ground\":\"RICH\"}]}"))
        .hasMessageContaining("ground");
    assertThatThrownBy(
            () -> new FeeRule("x", -1, FeeRule.Per.CASE, TODAY, Optional.empty(), List.of(), ""))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
