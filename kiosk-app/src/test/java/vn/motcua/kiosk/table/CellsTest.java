package vn.motcua.kiosk.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class CellsTest {
  @Test
  void textsBecomeOneLineInOneForm() {
    assertThat(Cells.text("  Hồ\u00a0 Thị\r\nBe\u0301 ", 40)).contains("Hồ Thị Bé");
    assertThat(Cells.text("", 40)).contains("");
    assertThat(Cells.text("=\"0912\"", 40)).contains("0912");
  }

  @Test
  void formulasOddCharactersAndTooMuchAreNoTexts() {
    for (String bad :
        List.of(
            "=1+1",
            " =cmd|'/c calc'!A1",
            "@SUM(A1)",
            "a\u0000",
            "a\u202eb",
            "a\ue000",
            "12345678901")) {
      assertThat(Cells.text(bad, 10)).as(bad).isEmpty();
    }
  }

  @Test
  void amountsAreWholeAndNeverNegative() {
    assertThat(Cells.amount("1.250.000", ".")).contains(1_250_000L);
    assertThat(Cells.amount("0", "")).contains(0L);
    for (String bad : List.of("1.50", "-1", "1e9", "", "9999999999999999", "1,000")) {
      assertThat(Cells.amount(bad, ".")).as(bad).isEmpty();
    }
  }

  @Test
  void datesAreReadInTheShapesThatAreGivenAndNoOther() {
    DateShapes shapes =
        DateShapes.of(
            List.of("yyyyMMddHHmmss", "dd/MM/yyyy HH:mm:ss", "dd/MM/yyyy", DateShapes.ISO));
    LocalDateTime moment = LocalDateTime.of(2026, 11, 26, 9, 30, 5);
    for (String text :
        List.of(
            "20261126093005",
            "26/11/2026 09:30:05",
            "2026-11-26T09:30:05",
            "2026-11-26T02:30:05Z",
            "2026-11-26T09:30:05+07:00")) {
      assertThat(shapes.read(text)).as(text).contains(moment);
    }
    assertThat(shapes.read("26/11/2026")).contains(LocalDateTime.of(2026, 11, 26, 0, 0));
    assertThat(shapes.read("2026-11-26")).contains(LocalDateTime.of(2026, 11, 26, 0, 0));
    for (String bad :
        List.of("31/02/2026", "29/02/2026", "11/26/2026", "", "x", "20261126253005")) {
      assertThat(shapes.read(bad)).as(bad).isEmpty();
    }
  }

  @Test
  void aShapeThatIsNoneIsRefused() {
    assertThatThrownBy(() -> DateShapes.of(List.of("dd/QQQQQQQQ")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> DateShapes.of(List.of())).isInstanceOf(IllegalArgumentException.class);
  }
}
