package vn.motcua.kiosk.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.kiosk.store.Resources;

class ProcedureCatalogueTest {
  private static final ProcedureCatalogue CATALOGUE = Resources.procedures();

  @Test
  void hasTwelveProceduresWithPapersAndAVersion() {
    assertThat(CATALOGUE.all()).hasSize(12);
    for (Procedure procedure : CATALOGUE.all()) {
      assertThat(procedure.code()).matches("[0-9]\\.[0-9]{6}");
      assertThat(procedure.version()).isEqualTo("2026-11-20");
      assertThat(procedure.papers()).isNotEmpty();
      assertThat(CATALOGUE.find(procedure.code())).contains(procedure);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "khai sinh, 1.001193",
    "KHAI SINH, 1.001193",
    "khái sình, 1.001193",
    "cuoi, 1.000894",
    "doc than, 1.004873",
    "dkkt, 1.000656",
    "1.004837, 1.004837",
    "sao y, 2.000815",
    "birth, 1.001193",
    "mo quan, 1.001612",
  })
  void findsByEverydayWordsInitialsAndCode(String typed, String code) {
    assertThat(CATALOGUE.search(typed)).first().extracting(Procedure::code).isEqualTo(code);
  }

  @Test
  void findsAllForNothingAndNothingForNonsense() {
    assertThat(CATALOGUE.search("  ")).isEqualTo(CATALOGUE.all());
    assertThat(CATALOGUE.search("xyzzy")).isEmpty();
    assertThat(CATALOGUE.search("'; DROP TABLE procedure; --")).isEmpty();
    assertThat(CATALOGUE.search("a".repeat(100_000))).isEmpty();
  }
}
