package vn.motcua.kiosk.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SeparatorCodeTest {
  @Test
  void bothItsCodesLeadBackToIt() {
    SeparatorCode code = new SeparatorCode("1.001193-02", "Giấy chứng sinh");
    assertThat(code.qrText()).isEqualTo("MCS1|1.001193-02|Giấy chứng sinh");
    assertThat(SeparatorCode.strict(code.qrText())).contains(code);
    assertThat(code.barText()).contains("MCS-1.001193-02");
    assertThat(SeparatorCode.strict("MCS-1.001193-02"))
        .contains(new SeparatorCode("1.001193-02", ""));
    assertThat(SeparatorCode.strict(SeparatorCode.PLAIN.qrText())).contains(SeparatorCode.PLAIN);
    assertThat(SeparatorCode.PLAIN.barText()).isEmpty();
  }

  @Test
  void otherTextsAreNoSeparators() {
    for (String text :
        List.of(
            "",
            "MCS1",
            "MCS1|",
            "MCS1|A",
            "MCS1|A|B|C",
            "MCS2|A|B",
            "mcs1|A|B",
            "MCS1|A B|x",
            "MCS1|../x|y",
            "MCS1|-A|x",
            "MCS-",
            "MCS-Ấ",
            "MCS1|A|x\u202ey",
            "MCS1|A|x\ny",
            "MCS1|A|" + "x".repeat(121),
            "MCS-" + "A".repeat(33),
            "H48-261120-0007")) {
      assertThat(SeparatorCode.strict(text)).as(text).isEmpty();
    }
    assertThatThrownBy(() -> new SeparatorCode("A|B", ""))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void everyPaperOfAProcedureHasOne() {
    Procedure procedure =
        new Procedure(
            "1.001193",
            "2026-11-20",
            "Đăng ký khai sinh",
            "Khai sinh",
            "Birth",
            "Tư pháp",
            List.of(),
            List.of(
                new RequiredPaper("Tờ khai", 1, 0, true),
                new RequiredPaper("Giấy | chứng ".repeat(20), 1, 0, true)),
            0,
            0,
            false,
            true);
    assertThat(SeparatorCode.of(procedure, 1))
        .isEqualTo(new SeparatorCode("1.001193-01", "Tờ khai"));
    SeparatorCode cut = SeparatorCode.of(procedure, 2);
    assertThat(cut.title()).startsWith("Giấy   chứng").endsWith("…").hasSize(120);
    assertThat(SeparatorCode.strict(cut.qrText())).contains(cut);
  }
}
