package vn.motcua.kiosk.paper.readback;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.kiosk.paper.PageTexts;
import vn.motcua.kiosk.paper.TestPages;
import vn.motcua.kiosk.paper.ocr.PageText;
import vn.motcua.scanner.Cancellation;

/** How honest the confidence is, on drawn and worn pages that went through Tesseract. */
@Tag("long")
class CalibrationTest {
  static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-25T03:00:00Z"), ZoneOffset.UTC);
  private static final int PAGES = Integer.getInteger("readback.pages", 48);
  private static final long SEED = Long.getLong("readback.seed", 77_001);

  @TempDir private Path folder;

  @Test
  void ofTheSureOnesAtLeastNinetyEightInAHundredAreRight() throws Exception {
    PaperReader reader = new PaperReader(PaperKinds.shipped(), CLOCK);
    Score score = new Score();
    try (PageTexts texts = new PageTexts()) {
      for (int i = 0; i < PAGES; i++) {
        Random random = new Random(SEED + i);
        Sheet sheet = sheet(random, i);
        SheetReading.Wear wear =
            new SheetReading.Wear(
                random.nextBoolean() ? 200 : 300,
                random.nextDouble() * 4 - 2,
                random.nextDouble() * 14,
                random.nextInt(3) == 0 ? random.nextDouble() * 0.1 : 0,
                0.55 + random.nextDouble() * 0.45);
        BufferedImage picture = SheetReading.picture(sheet, wear, random);
        Path file = TestPages.jpeg(folder.resolve("p.jpg"), picture, wear.dpi());
        List<PageText> read = texts.read(file, new Cancellation());
        if (Boolean.getBoolean("readback.show")) {
          System.err.println("== " + i + " " + sheet.kind + "\n" + read.getFirst().text());
        }
        score.add(sheet, reader.read(read));
      }
    }
    System.err.println(score.table());
    score.surelyWrong.forEach(line -> System.err.println("WRONG " + line));
    score.missed.forEach(line -> System.err.println("MISSED " + line));
    assertTrue(score.sureRight() >= 0.98, score.table());
    assertTrue(score.recall() >= 0.85, score.table());
  }

  /** Known fonts and words of labels. */
  static Sheet sheet(Random random, int i) {
    return sheet(random, i, false);
  }

  /**
   * @param unseen with fonts, words of labels and numbering that nothing was tuned on
   */
  static Sheet sheet(Random random, int i, boolean unseen) {
    List<String> fonts =
        unseen
            ? List.of(
                "DejaVu Sans",
                "DejaVu Sans",
                "Tinos-Italic.ttf",
                "Tinos-BoldItalic.ttf",
                "BeVietnamPro_500Medium.ttf",
                "BeVietnamPro_700Bold.ttf",
                "DejaVu Sans Condensed",
                "DejaVu Sans Condensed")
            : List.of(
                "Tinos-Regular.ttf",
                "Tinos-Bold.ttf",
                "BeVietnamPro_400Regular.ttf",
                "BeVietnamPro_600SemiBold.ttf",
                "DejaVu Serif",
                "DejaVu Serif");
    int font = random.nextInt(fonts.size() / 2) * 2;
    SheetMaker.Style[] styles = SheetMaker.Style.values();
    SheetMaker maker =
        new SheetMaker(
            random,
            styles[random.nextInt(styles.length)],
            fonts.get(font),
            fonts.get(font + 1),
            unseen);
    return switch (i % 6) {
      case 0 -> maker.application();
      case 1 -> maker.certificate();
      case 2 -> maker.card();
      case 3 -> maker.receipt();
      case 4 -> maker.request();
      default -> maker.unknown();
    };
  }
}
