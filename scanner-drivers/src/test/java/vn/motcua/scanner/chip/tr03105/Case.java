package vn.motcua.scanner.chip.tr03105;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * One case, or one of several cards of a case.
 *
 * @param id of the plan, or {@code MC_…} for our own
 * @param what in which of its forms
 * @param inspection made when it is run
 */
record Case(String id, String what, Supplier<Inspection> inspection) {
  static Case of(String id, Supplier<Inspection> inspection) {
    return new Case(id, "", inspection);
  }

  /** One case in several forms. */
  @SafeVarargs
  static Stream<Case> forms(String id, Supplier<Inspection>... inspections) {
    return Stream.iterate(0, i -> i + 1)
        .limit(inspections.length)
        .map(i -> new Case(id, "form " + (i + 1), inspections[i]));
  }

  /** It must end as its row says, and as the plan wants unless the row names a deviation. */
  void run() {
    Table.Row row = Table.row(id);
    Inspection.Result result = inspection.get().run();
    assertThat(row.results()).as(this + " in docs/tr-03105.md").contains(result.text());
    if (row.expected() != Table.Expected.OPEN) {
      boolean asExpected = result.successful() == (row.expected() == Table.Expected.SUCCESSFUL);
      assertThat(asExpected).as(this + ": " + result).isEqualTo(row.deviation().isEmpty());
    }
  }

  @Override
  public String toString() {
    return what.isEmpty() ? id : id + " (" + what + ")";
  }
}
