package vn.motcua.kiosk.paper.split;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.motcua.kiosk.dossier.DossierCode;

class DocumentNameTest {
  private static final Optional<DossierCode> CODE =
      Optional.of(new DossierCode("H48.025.16-261122-0003"));

  @Test
  void dossierNumberAndPaperInPlainLetters() {
    DocumentName names = new DocumentName();
    assertThat(names.of(CODE, 1, "Tờ khai đăng ký khai sinh"))
        .isEqualTo("H48.025.16-261122-0003_01_to-khai-dang-ky-khai-sinh.pdf");
    assertThat(names.of(CODE, 12, "1.001193-02")).endsWith("_12_1-001193-02.pdf");
    assertThat(names.of(Optional.empty(), 3, "")).isEqualTo("chua-co-ma_03_giay-to.pdf");
    SplitDocument titled = new SplitDocument("KS-02", "Giấy chứng sinh", CODE, List.of(1));
    assertThat(names.of(titled, 2)).endsWith("_02_giay-chung-sinh.pdf");
    SplitDocument coded = new SplitDocument("KS-02", "", CODE, List.of(1));
    assertThat(names.of(coded, 3)).endsWith("_03_ks-02.pdf");
  }

  @Test
  void whateverThePaperIsCalledTheNameIsSafeAndNew() {
    DocumentName names = new DocumentName();
    Set<String> given = new HashSet<>();
    List<String> papers =
        List.of(
            "",
            " ",
            ".",
            "..",
            "CON",
            "nul.",
            "a/b\\c:d*e?f\"g<h>i|j",
            "x\u0000y\n",
            "Ấp Đồng Ỷ ",
            "漢字",
            "🙂",
            "-".repeat(300),
            "Ằ".repeat(300),
            "../../etc/passwd",
            "COM1",
            "a.",
            "%00");
    for (int round = 0; round < 3; round++) {
      for (String paper : papers) {
        for (Optional<DossierCode> code : List.of(CODE, Optional.<DossierCode>empty())) {
          String name = names.of(code, 1, paper);
          assertThat(name)
              .matches("[A-Za-z0-9][A-Za-z0-9._-]*[A-Za-z0-9]\\.pdf")
              .hasSizeLessThan(150)
              .doesNotContain("..");
          assertThat(given.add(name.toLowerCase(Locale.ROOT))).as(name).isTrue();
        }
      }
    }
  }
}
