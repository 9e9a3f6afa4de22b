package vn.motcua.scanner.chip.tr03105;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table in {@code docs/tr-03105.md} says what is tested, no more and no less. */
class TableTest {
  /** Number of cases of each unit in version 1.5, deleted ones included. */
  private static final Map<String, Integer> UNITS =
      Map.ofEntries(
          Map.entry("ISO7816_A", 3),
          Map.entry("ISO7816_B", 10),
          Map.entry("ISO7816_C", 8),
          Map.entry("ISO7816_D", 15),
          Map.entry("ISO7816_E", 38),
          Map.entry("ISO7816_F", 9),
          Map.entry("ISO7816_G", 41),
          Map.entry("LDS_A", 10),
          Map.entry("LDS_B", 28),
          Map.entry("LDS_C", 28),
          Map.entry("LDS_D", 16),
          Map.entry("LDS_E", 14),
          Map.entry("LDS_F", 7),
          Map.entry("LDS_G", 2),
          Map.entry("LDS_H", 98),
          Map.entry("LDS_I", 3),
          Map.entry("LDS_J", 4),
          Map.entry("LDS_K", 4));

  private static Map<String, Supplier<Stream<Case>>> classes() {
    Map<String, Supplier<Stream<Case>>> all = new TreeMap<>();
    all.put("ApplicationSelectionTest", ApplicationSelectionTest::cases);
    all.put("AccessAndMessagingTest", AccessAndMessagingTest::cases);
    all.put("FilesTest", FilesTest::cases);
    all.put("ChipAuthenticationTest", ChipAuthenticationTest::cases);
    all.put("ActiveAuthenticationTest", ActiveAuthenticationTest::cases);
    all.put("PaceOffersTest", PaceOffersTest::cases);
    all.put("PaceStepsTest", PaceStepsTest::cases);
    all.put("GroupListTest", GroupListTest::cases);
    all.put("ZoneTest", ZoneTest::cases);
    all.put("FaceFileTest", FaceFileTest::cases);
    all.put("SecurityOptionsTest", SecurityOptionsTest::cases);
    all.put("PassiveAlgorithmsTest", PassiveAlgorithmsTest::cases);
    all.put("PassiveStructureTest", PassiveStructureTest::cases);
    all.put("PassiveHashesTest", PassiveHashesTest::cases);
    all.put("PassiveCertificateTest", PassiveCertificateTest::cases);
    all.put("SignatureKeyTest", SignatureKeyTest::cases);
    all.put("OwnCasesTest", OwnCasesTest::cases);
    return all;
  }

  @Test
  void namesTheTestOfEachCaseAndNoOther() {
    Map<String, Set<String>> written = new TreeMap<>();
    Table.rows().values().stream()
        .filter(Table.Row::applicable)
        .forEach(r -> written.computeIfAbsent(r.test(), _ -> new TreeSet<>()).add(r.id()));
    Map<String, Set<String>> run = new TreeMap<>();
    classes()
        .forEach((name, cases) ->
            run.put(
                name, cases.get().map(Case::id).collect(Collectors.toCollection(TreeSet::new))));
    assertThat(run).isEqualTo(written);
  }

  @Test
  void saysWhyWhereThereIsNoTest() {
    assertThat(Table.rows().values())
        .filteredOn(row -> !row.applicable())
        .allSatisfy(row ->
            assertThat(Table.text().lines().filter(l -> l.startsWith("| " + row.id() + " ")))
                .singleElement()
                .asString()
                .containsPattern("(not applicable|deleted|elsewhere): \\w|\\| deleted \\|"));
  }

  @Test
  void hasEveryCaseOfThePlan() {
    Map<String, Integer> found = new TreeMap<>();
    Table.rows().keySet().stream()
        .filter(id -> !id.startsWith("MC_"))
        .forEach(id -> found.merge(id.substring(0, id.lastIndexOf('_')), 1, Integer::sum));
    assertThat(found).isEqualTo(UNITS);
  }

  @Test
  void countsWhatItSays() {
    List<Table.Row> plan =
        Table.rows().values().stream().filter(row -> !row.id().startsWith("MC_")).toList();
    List<Table.Row> run = plan.stream().filter(Table.Row::applicable).toList();
    long deviations = run.stream().filter(row -> row.deviation().isPresent()).count();
    long open = run.stream().filter(row -> row.expected() == Table.Expected.OPEN).count();
    int own = Table.rows().size() - plan.size();
    assertThat(Table.text())
        .contains(
            "Of 338 numbers %d are run: %d end as expected, %d deviate, %d are open. %d cases are our own."
                .formatted(run.size(), run.size() - deviations - open, deviations, open, own));
  }

  @Test
  void explainsEveryDeviationThatARowNames() {
    Set<String> named =
        Table.rows().values().stream()
            .flatMap(row -> row.deviation().stream())
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> explained =
        Pattern.compile("(?m)^- \\*\\*(D\\d+)\\*\\*")
            .matcher(Table.text())
            .results()
            .map((MatchResult found) -> found.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(explained).isEqualTo(named);
  }
}
