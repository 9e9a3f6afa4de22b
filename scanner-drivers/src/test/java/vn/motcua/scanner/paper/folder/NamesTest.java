package vn.motcua.scanner.paper.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NamesTest {
  @Test
  void theOrderIsThatOfPeople() {
    List<String> expected =
        List.of(
            "1.jpg",
            "02.jpg",
            "10.jpg",
            "A9.pdf",
            "a10.pdf",
            "scan.jpg",
            "scan (2).jpg",
            "scan (10).jpg",
            "scan99999999999999999999.tif",
            "scan100000000000000000000.tif",
            "scan_20261125_1.tif",
            "scan_20261125_12.tif");
    List<String> shuffled = new ArrayList<>(expected);
    Collections.shuffle(shuffled, new Random(1));
    shuffled.sort(Names.NATURAL);
    assertThat(shuffled).isEqualTo(expected);
  }

  @Test
  void namesOfFilesInTheMakingAreKnown() {
    for (String each :
        List.of("a.jpg.part", "A.PDF.TMP", "~$a.pdf", ".a.jpg.swp", "a.tif.filepart", "a.jpg~")) {
      assertThat(Names.inTheMaking(each)).as(each).isTrue();
    }
    assertThat(Names.inTheMaking("part.jpg")).isFalse();
    assertThat(Names.ofPages("SCAN.TIFF")).isTrue();
    assertThat(Names.ofPages("pdf")).isFalse();
  }

  @Test
  void aNumberStandsBeforeTheEndingAndLongNamesStayAllowed() {
    assertThat(Names.numbered(Path.of("đơn.pdf"), 2)).hasToString("đơn (2).pdf");
    assertThat(Names.numbered(Path.of("đơn"), 3)).hasToString("đơn (3)");
    for (String each : List.of("ệ".repeat(80) + ".jpg", "x".repeat(250), "a." + "y".repeat(250))) {
      String name = Names.numbered(Path.of(each), 12).toString();
      assertThat(name).contains(" (12)");
      assertThat(Names.beside(Path.of("/x", each)).getFileName().toString()).endsWith(".txt");
    }
    assertThat(
            Names.numbered(Path.of("ệ".repeat(80) + ".jpg"), 12)
                .toString()
                .getBytes(StandardCharsets.UTF_8)
                .length)
        .isLessThanOrEqualTo(255);
  }
}
