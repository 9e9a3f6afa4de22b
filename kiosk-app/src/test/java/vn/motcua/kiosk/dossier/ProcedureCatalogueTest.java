package vn.motcua.kiosk.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.kiosk.store.Resources;

class ProcedureCatalogueTest {
  private static final ProcedureCatalogue CATALOGUE = Resources.procedures();

  @Test
  void hasFortyProceduresWithPapersAndAVersion() {
    assertThat(CATALOGUE.all()).hasSize(40);
    for (Procedure procedure : CATALOGUE.all()) {
      assertThat(procedure.code()).matches("[0-9]\\.[0-9]{6}");
      assertThat(procedure.version()).isEqualTo("2026-11-25");
      assertThat(procedure.papers()).isNotEmpty();
      assertThat(CATALOGUE.find(procedure.code())).contains(procedure);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "khai sinh, 1.001193",
    "ks, 1.001193",
    "dkks, 1.001193",
    "kh, 1.000894",
    "tt, 1.004194",
    "nhà đất, 2.001035",
    "nha dat, 2.001035",
    "so do, 1.013978",
    "hộ khẩu, 1.004222",
    "o tro, 1.004194",
    "ho ngheo, 1.011607",
    "di chuc, 2.001019",
    "KHAI SINH, 1.001193",
    "khái sình, 1.001193",
    "cuoi, 1.000894",
    "doc than, 1.004873",
    "dkkt, 1.000656",
    "1.004837, 1.004837",
    "sao y, 2.000815",
    "birth, 1.001193",
    "mo quan, 1.001612",
    "đăng kí khai sinh, 1.001193",
    "khaisinh, 1.001193",
    "khai snih, 1.001193",
    "kahi sinh, 1.001193",
    "khai sinhh, 1.001193",
    "lam giay khai sinh cho con, 1.001193",
    "chet, 1.000656",
    "xin xác nhận độc thân, 1.004873",
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

  @Test
  void everydayWordsFindAllThatPeopleCallSo() {
    assertThat(CATALOGUE.search("nhà đất"))
        .extracting(Procedure::code)
        .contains("2.001035", "1.013978", "1.012796", "1.012817");
  }

  @Test
  void whatIsNotConfirmedIsMarkedInTheData() {
    for (Procedure procedure : CATALOGUE.all()) {
      ProcedureDetails details = procedure.details();
      assertThat(details.source()).as(procedure.code()).isNotBlank();
      assertThat(procedure.confirmed())
          .as(procedure.code())
          .isEqualTo(
              !details.unconfirmed().contains("code")
                  && !details.unconfirmed().contains("workingDays"));
    }
  }

  @Test
  void theStepsOfAProcedureAddUpToItsLimit() {
    for (Procedure procedure : CATALOGUE.all()) {
      int limit =
          switch (procedure.limit()) {
            case TimeLimit.Days days -> days.days() * TimeLimit.HOURS_A_DAY;
            case TimeLimit.Hours hours -> hours.hours();
          };
      if (!procedure.details().steps().isEmpty()) {
        assertThat(procedure.details().steps().stream().mapToInt(ProcedureStep::hours).sum())
            .as(procedure.code())
            .isEqualTo(limit);
      }
    }
  }

  @Test
  void theFeeShownIsThatOfItsRules() {
    for (Procedure procedure : CATALOGUE.all()) {
      long ofRules =
          Fees.sum(new Fees(List.of()).due(procedure, LocalDate.of(2026, 11, 26), Set.of(), 1));
      assertThat(ofRules).as(procedure.code()).isEqualTo(procedure.fee());
    }
  }

  @Test
  void everythingSurvivesBeingKept() {
    for (Procedure procedure : CATALOGUE.all()) {
      assertThat(ProcedureJson.read(ProcedureJson.write(procedure))).isEqualTo(procedure);
    }
    String bare = ProcedureJson.write(CATALOGUE.all().getFirst());
    assertThatThrownBy(() -> ProcedureJson.read(bare.replace("WHOLLY", "").replace("UNKNOWN", "X")))
        .hasMessageContaining("level");
  }

  @Test
  void aNewVersionHoldsFromItsDayOn() {
    Procedure old = CATALOGUE.all().getFirst();
    String json = ProcedureJson.write(old).replace("2025-07-01", "2027-01-01");
    Procedure renewed = ProcedureJson.read(json);
    List<ProcedureCatalogue> files = List.of(CATALOGUE, new ProcedureCatalogue(List.of(renewed)));
    assertThat(ProcedureCatalogue.on(LocalDate.of(2026, 12, 31), files).find(old.code()))
        .contains(old);
    assertThat(ProcedureCatalogue.on(LocalDate.of(2027, 1, 1), files).find(old.code()))
        .contains(renewed);
    assertThat(ProcedureCatalogue.on(LocalDate.of(2020, 1, 1), files).all()).isEmpty();
  }
}
