package vn.motcua.kiosk.paper.clean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.kiosk.paper.pix.GreyPix;

class SheetCropTest {
  private static final double DPI = 100;

  /** The glass, a sheet on it with some text, all in millimetres. */
  private static CleanPages glass(
      int lid, int paper, double x, double y, double width, double height, double lean) {
    CleanPages glass = new CleanPages(1, DPI, 210, 297, new Color(lid, lid, lid));
    glass
        .lean(lean, x + width / 2, y + height / 2)
        .box(x, y, width, height, new Color(paper, paper, paper));
    for (double line = y + 8; line < y + height - 4; line += 6) {
      String words = glass.sentence();
      glass.text(
          words.substring(0, (int) Math.min(words.length(), width / 2.6)),
          x + 4,
          line,
          CleanPages.TINOS,
          11,
          Color.BLACK);
    }
    return glass.noise(2);
  }

  @ParameterizedTest
  @CsvSource({
    // lid, paper, x, y, width, height, lean
    "20, 245, 5, 5, 148, 210, 0",
    "20, 245, 30, 40, 148, 210, 3.5",
    "20, 235, 40, 60, 148, 105, -8",
    "120, 245, 0, 0, 148, 210, 0",
    "150, 240, 50, 50, 80, 200, 2",
    "254, 240, 30, 40, 148, 210, 1.5",
    "254, 242, 0, 0, 148, 210, 0",
    "254, 236, 60, 30, 80, 180, -2.5",
    "20, 200, 60, 90, 85.6, 54, 5"
  })
  void findsTheSheetAndCutsNothingOff(
      int lid, int paper, double x, double y, double width, double height, double lean) {
    try (GreyPix picture = glass(lid, paper, x, y, width, height, lean).grey()) {
      SheetCrop crop = SheetCrop.of(picture, DPI);
      assertThat(crop.cropped()).as("%s", crop).isTrue();
      assertThat(crop.degrees()).isCloseTo(-lean, within(0.6));
      double scale = 25.4 / DPI;
      assertThat(crop.width() * scale).isBetween(width, width + 6);
      assertThat(crop.height() * scale).isBetween(height, height + 6);
      double turn = Math.toRadians(crop.degrees());
      double slant = Math.toRadians(lean);
      for (int corner = 0; corner < 4; corner++) {
        double u = (corner % 2 - 0.5) * width;
        double v = (corner < 2 ? -0.5 : 0.5) * height;
        double px =
            x + width / 2 + u * Math.cos(slant) - v * Math.sin(slant) - crop.centreX() * scale;
        double py =
            y + height / 2 + u * Math.sin(slant) + v * Math.cos(slant) - crop.centreY() * scale;
        double along = px * Math.cos(turn) - py * Math.sin(turn);
        double across = px * Math.sin(turn) + py * Math.cos(turn);
        assertThat(Math.abs(along)).isLessThanOrEqualTo(crop.width() * scale / 2 + 0.05);
        assertThat(Math.abs(across)).isLessThanOrEqualTo(crop.height() * scale / 2 + 0.05);
      }
    }
  }

  private static void untouched(CleanPages page) {
    try (GreyPix picture = page.grey()) {
      SheetCrop crop = SheetCrop.of(picture, page.dpi);
      assertThat(crop.cropped()).as("%s", crop).isFalse();
      assertThat(crop.width()).isEqualTo(picture.width());
      assertThat(crop.height()).isEqualTo(picture.height());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
  void leavesA4OnA4(int kind) {
    CleanPages page = CleanPages.a4(kind, DPI);
    switch (kind) {
      case 0 -> page.lines(30, 270, CleanPages.TINOS, 13, false);
      case 1 ->
          page.light((x, y) -> 1 - 0.25 * Math.exp(-x / 0.05) - 0.1 * Math.exp(-(1 - y) / 0.06));
      case 2 -> page.photo(60, 60, 86, 54);
      case 3 ->
          page.photo(60, 60, 86, 54)
              .photo(60, 130, 86, 54)
              .lines(220, 240, CleanPages.TINOS, 12, false);
      case 4 -> page.table(40, 20, 4, 9, 11).lean(1);
      case 5 -> page.box(0, 0, 4, 297, Color.BLACK).lines(30, 200, CleanPages.TINOS, 13, false);
      case 6 -> page.photo(0, 0, 210, 297);
      default -> page.stamp(120, 200, 36, new Color(200, 30, 40));
    }
    untouched(page.noise(2));
  }

  @Test
  void leavesThePictureIfTwoThingsLieOnTheGlass() {
    CleanPages two = glass(20, 240, 20, 30, 86, 54, 0);
    untouched(two.box(100, 150, 86, 54, new Color(220, 225, 220)));
  }
}
