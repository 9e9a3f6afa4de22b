package vn.motcua.kiosk.bench.digitise;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.kiosk.bench.made.Faces;
import vn.motcua.kiosk.bench.made.MadePages;
import vn.motcua.kiosk.bench.made.MadeWord;
import vn.motcua.kiosk.bench.made.PageKind;
import vn.motcua.kiosk.cli.Bench.Goal;

class ReportTest {
  private static final List<PlacedWord> PLACED = List.of(new PlacedWord("hồ", 10, 10, 30, 22));
  private static final List<MadeWord> WORDS =
      List.of(new MadeWord("hồ", 10, 10, 30, 22), new MadeWord("sơ", 34, 10, 50, 22));

  @TempDir Path folder;

  @Test
  void figuresAndGoalsFollowFromBothSides() throws Exception {
    MadePages pages = new MadePages(3, Faces.shipped());
    Path first = pages.page(1, PageKind.PHOTOCOPY).write(folder);
    Path second = pages.page(2, PageKind.PHOTOCOPY).write(folder);
    Samples samples =
        new Samples(
            "made",
            List.of(
                new Sample(first, Optional.of("hồ sơ bốn tờ"), WORDS, "letter", Sample.Size.TEXT),
                new Sample(second, Optional.of(""), List.of(), "blank", Sample.Size.OTHER)));
    Path pdf = folder.resolve("both.pdf");
    Bundle.write(samples, pdf);
    Side ours = side(pdf, 2, "hồ sơ bốn tờ", "hồ sơ bốn to", "");
    Side theirs = side(pdf, 30, "ho so bốn tờ", "ho so bon tờ", "rác");

    Map<String, Object> figures = new LinkedHashMap<>();
    List<Goal> goals = new ArrayList<>();
    new Report(new Comparison.Outcome(samples, ours, theirs, pdf), figures, goals).write();

    assertThat(figures)
        .containsEntry("made pages", 2)
        .containsEntry("made pages with text", 1L)
        .containsEntry("made pages a minute", 60.0)
        .containsEntry("made pages a minute, ocrmypdf", 4.0)
        .containsEntry("made CPU seconds a page, ratio", 0.067)
        .containsEntry("made character error % of its own text", 0.0)
        .containsEntry("made character error % by pdftotext", 8.333)
        .containsEntry("made words read right %, ocrmypdf", 25.0)
        .containsEntry("made characters invented on blank pages, ocrmypdf", 3)
        .containsEntry("made words found within 2 mm %", 50.0);
    assertThat(goal(goals, "times ocrmypdf's pages a minute").met()).isTrue();
    assertThat(goal(goals, "times ocrmypdf's pages a minute").value()).isEqualTo(15);
    // Ours at its worse against theirs at its better.
    assertThat(goal(goals, "character error %").value()).isEqualTo(8.333);
    assertThat(goal(goals, "share of ocrmypdf's character error").value()).isEqualTo(0.5);
    assertThat(goal(goals, "share of ocrmypdf's bytes").met()).isFalse();
    assertThat(goal(goals, "text page kB, median").value()).isPositive();
    assertThat(goal(goals, "SSIM of the text at 200 %, median").value()).isEqualTo(1);
  }

  private static Goal goal(List<Goal> goals, String name) {
    return goals.stream().filter(goal -> goal.name().equals("made " + name)).findFirst().get();
  }

  private static Side side(Path pdf, double seconds, String own, String found, String blank) {
    return new Side(
        new Spent(seconds, 2 * seconds),
        pdf,
        100_000_000,
        List.of(own, blank),
        List.of(found, blank),
        List.of(PLACED, List.of()));
  }
}
