package vn.motcua.kiosk.paper.sign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The lines of a mark can be set in several ways; nothing is left out in any. */
class MarkBlockTest {
  private static final List<String> LINES =
      List.of(
          "Sao y", "Ủy ban nhân dân phường Thử Nghiệm, thành phố Thử", "2026-11-26T07:00:00+07:00");

  private static List<MarkBlock> all(double most) {
    return MarkBlock.all(LINES, line -> line.length() * 5.0, most, new double[2]);
  }

  @Test
  void everyWayKeepsAllWordsAndTheFirstIsTheUsualOne() {
    List<MarkBlock> blocks = all(570);
    assertThat(blocks.getFirst().cost()).isZero();
    assertThat(blocks.getFirst().lines()).startsWith("Sao y");
    for (MarkBlock each : blocks) {
      assertThat(String.join(" ", each.lines()).replace("Sao y,", "Sao y").replace("Thử,", "Thử"))
          .isEqualTo(String.join(" ", LINES).replace("Thử,", "Thử"));
    }
  }

  @Test
  void aWideSheetAllowsOneLineAndANarrowOneNone() {
    assertThat(all(570)).anyMatch(block -> block.lines().size() == 1);
    assertThat(all(570).getLast().high()).isLessThan(15);
    assertThat(all(150)).allMatch(block -> block.wide() <= 150 && block.lines().size() > 3);
  }

  @Test
  void tightLinesAreOnlyALittleTighter() {
    assertThat(all(570)).extracting(MarkBlock::leading).containsOnly(12.0, 11.0);
  }

  @Test
  void tiedWordsStayTogether() {
    List<MarkBlock> blocks =
        MarkBlock.all(
            List.of("Chữ ký thử, không\u00a0có\u00a0giá\u00a0trị"),
            line -> line.length() * 6.0,
            120,
            new double[2]);
    assertThat(blocks).allMatch(b -> b.lines().equals(List.of("Chữ ký thử,", "không có giá trị")));
  }
}
