package vn.motcua.kiosk;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The floors of the house: a package uses only what stands below it. */
class HouseTest {
  private static final String APP = "vn.motcua.kiosk";
  private static final String SCANNER = "vn.motcua.scanner..";

  /** Turns off the loggers of its card library, which would write down what the chip said. */
  private static final String SILENCES_ITS_LIBRARY = "vn.motcua.scanner.chip.ChipReader";

  /** Packages that do one thing each and do not know of each other. */
  private static final List<String> MIDDLE =
      List.of(
          "store",
          "hub",
          "paper",
          "forms",
          "payment",
          "outgoing",
          "oldsystem",
          "notice",
          "report",
          "source",
          "speech");

  private static final String[] UPPER = {
    APP, APP + ".demo..", APP + ".cli..", APP + ".ui..", APP + ".desk.."
  };

  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(place -> !place.contains("-tests.jar"))
          .importPackages("vn.motcua");

  @Test
  void theWordsOfTheTradeUseNothingAboveAndDoNoInputOrOutput() {
    List<String> above = new ArrayList<>(List.of(UPPER));
    MIDDLE.forEach(name -> above.add(APP + "." + name + ".."));
    above.addAll(
        List.of(
            APP + ".pdf..",
            "java.sql..",
            "java.io..",
            "java.nio.file..",
            "java.nio.channels..",
            "java.net..",
            "javafx..",
            "org.slf4j..",
            "org.apache.pdfbox.."));
    noClasses()
        .that()
        .resideInAnyPackage(APP + ".dossier..", APP + ".citizen..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(above.toArray(new String[0]))
                // Every record and every string concatenation names this one.
                .and(notNamed("java.io.Serializable")))
        .check(HOUSE);
    noClasses()
        .that()
        .resideInAPackage(APP + ".dossier..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(SCANNER)
        .check(HOUSE);
  }

  @Test
  void theMiddleFloorsDoNotKnowEachOther() {
    for (String one : MIDDLE) {
      List<String> forbidden = new ArrayList<>(List.of(UPPER));
      MIDDLE.stream()
          .filter(other -> !other.equals(one))
          .forEach(other -> forbidden.add(APP + "." + other + ".."));
      noClasses()
          .that()
          .resideInAPackage(APP + "." + one + "..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(forbidden.toArray(new String[0]))
          .allowEmptyShould(missing(one))
          .check(HOUSE);
    }
  }

  @Test
  void thePdfRoomStandsBelowPaperAndForms() {
    List<String> forbidden = new ArrayList<>(List.of(UPPER));
    MIDDLE.forEach(name -> forbidden.add(APP + "." + name + ".."));
    noClasses()
        .that()
        .resideInAPackage(APP + ".pdf..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(forbidden.toArray(new String[0]))
        .allowEmptyShould(missing("pdf"))
        .check(HOUSE);
  }

  /** Everybody may read a table; the reader knows nobody. */
  @Test
  void theTableRoomStandsBelowAllThatReadTables() {
    List<String> forbidden = new ArrayList<>(List.of(UPPER));
    MIDDLE.forEach(name -> forbidden.add(APP + "." + name + ".."));
    forbidden.addAll(List.of(APP + ".dossier..", APP + ".citizen.."));
    noClasses()
        .that()
        .resideInAPackage(APP + ".table..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(forbidden.toArray(new String[0]))
        .check(HOUSE);
  }

  @Test
  void tokensStandBelowPaperAndStore() {
    List<String> forbidden = new ArrayList<>(List.of(UPPER));
    MIDDLE.forEach(name -> forbidden.add(APP + "." + name + ".."));
    forbidden.add(APP + ".dossier..");
    noClasses()
        .that()
        .resideInAPackage(APP + ".token..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(forbidden.toArray(new String[0]))
        .check(HOUSE);
  }

  @Test
  void desksKnowNeitherScreensNorSql() {
    noClasses()
        .that()
        .resideInAPackage(APP + ".desk..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "javafx..",
            "java.sql..",
            "org.sqlite..",
            APP,
            APP + ".ui..",
            APP + ".cli..",
            APP + ".demo..")
        .check(HOUSE);
  }

  @Test
  void screensKnowNeitherSqlNorStore() {
    noClasses()
        .that()
        .resideInAPackage(APP + ".ui..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "org.sqlite..", APP + ".store..", APP + ".cli..")
        .allowEmptyShould(missing("ui"))
        .check(HOUSE);
  }

  @Test
  void theCommandLineNeedsNoScreen() {
    noClasses()
        .that()
        .resideInAPackage(APP + ".cli..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("javafx..", "java.sql..", APP + ".ui..")
        .allowEmptyShould(missing("cli"))
        .check(HOUSE);
  }

  @Test
  void onlyScreensDemoAndRootKnowJavaFx() {
    noClasses()
        .that()
        .resideOutsideOfPackages(APP, APP + ".ui..", APP + ".demo..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("javafx..")
        .check(HOUSE);
  }

  @Test
  void onlyTheStoreAndTheHubSpeakSql() {
    noClasses()
        .that()
        .resideOutsideOfPackages(APP + ".store..", APP + ".hub..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "javax.sql..", "org.sqlite..")
        .check(HOUSE);
  }

  @Test
  void driversKnowNothingOfTheApplication() {
    noClasses()
        .that()
        .resideInAPackage(SCANNER)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(APP + "..", "javafx..", "java.sql..", "org.sqlite..")
        .check(HOUSE);
  }

  /** Copiers send PDF; it is taken apart in one room, and written in none of the drivers. */
  @Test
  void oneRoomOfTheDriversReadsPdf() {
    noClasses()
        .that()
        .resideInAPackage(SCANNER)
        .and()
        .resideOutsideOfPackage("vn.motcua.scanner.paper.file..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.apache.pdfbox..")
        .check(HOUSE);
  }

  @Test
  void nobodySleepsOrPrintsOrLogsBesideSlf4j() {
    noClasses().should().callMethod(Thread.class, "sleep", long.class).check(HOUSE);
    noClasses().should().callMethod(Thread.class, "sleep", long.class, int.class).check(HOUSE);
    noClasses().should().callMethod(Thread.class, "sleep", java.time.Duration.class).check(HOUSE);
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(SILENCES_ITS_LIBRARY)
        .should()
        .dependOnClassesThat()
        .resideInAPackage("java.util.logging..")
        .check(HOUSE);
    noClasses()
        .that()
        .resideOutsideOfPackage(APP + ".cli..")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .check(HOUSE);
    noClasses()
        .that()
        .resideOutsideOfPackage(APP + ".cli..")
        .should()
        .callMethod(Throwable.class, "printStackTrace")
        .orShould()
        .callMethod(Throwable.class, "printStackTrace", PrintStream.class)
        .check(HOUSE);
  }

  private static boolean missing(String name) {
    String prefix = APP + "." + name;
    return HOUSE.stream()
        .noneMatch(type ->
            type.getPackageName().equals(prefix) || type.getPackageName().startsWith(prefix + "."));
  }

  private static DescribedPredicate<JavaClass> notNamed(String name) {
    return DescribedPredicate.describe("not " + name, type -> !type.getName().equals(name));
  }
}
