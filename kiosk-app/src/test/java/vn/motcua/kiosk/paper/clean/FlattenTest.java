package vn.motcua.kiosk.paper.clean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.bytedeco.leptonica.global.leptonica.*;

import java.awt.Color;
import org.junit.jupiter.api.Test;
import vn.motcua.kiosk.paper.TestPages;
import vn.motcua.kiosk.paper.ocr.Ocr;
import vn.motcua.kiosk.paper.pix.ColourPix;
import vn.motcua.kiosk.paper.pix.GreyPix;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.FaultException;

class FlattenTest {
  private static final String FIRST = "Tôi tên là Đinh Thị Hơ Rê, sinh sống ở thôn Nước Trong";
  private static final String SECOND = "Mùa mưa vừa rồi, cây cầu gỗ trước nhà bị lũ cuốn";

  private static int at(GreyPix picture, double x, double y) {
    int[] value = new int[1];
    pixGetPixel(picture.pix(), (int) (x / 25.4 * 100), (int) (y / 25.4 * 100), value);
    return value[0];
  }

  private static CleanPages letter() {
    CleanPages page = new CleanPages(5, 200, 150, 60, new Color(246, 246, 246));
    return page.text(FIRST, 10, 20, CleanPages.TINOS, 13, Color.BLACK)
        .text(SECOND, 10, 32, CleanPages.TINOS, 13, Color.BLACK);
  }

  @Test
  void leavesAnEvenScanAlone() {
    try (GreyPix clean =
            CleanPages.a4(1, 100).lines(30, 250, CleanPages.TINOS, 13, false).noise(2).grey();
        GreyPix stamped =
            CleanPages.a4(1, 100).stamp(100, 100, 40, Color.GRAY).photo(20, 150, 60, 50).grey();
        GreyPix photo = CleanPages.a4(1, 100).box(0, 0, 210, 297, new Color(40, 40, 40)).grey()) {
      assertThat(Flatten.of(clean, 100).needed()).isFalse();
      assertThat(Flatten.of(stamped, 100).needed()).isFalse();
      assertThat(Flatten.of(photo, 100).needed()).isFalse();
    }
  }

  @Test
  void takesAShadowAway() {
    CleanPages page =
        CleanPages.a4(1, 100).light((x, y) -> x < 0.5 ? 1 - 1.4 * x : 0.3 + 1.2 * (x - 0.5));
    try (GreyPix dark = page.noise(2).grey()) {
      Flatten flatten = Flatten.of(dark, 100);
      assertThat(flatten.needed()).isTrue();
      try (GreyPix flat = flatten.apply(dark)) {
        for (double x = 5; x < 205; x += 13) {
          assertThat(at(flat, x, 150)).as("at %s", x).isCloseTo(245, within(14));
        }
      }
    }
  }

  @Test
  void keepsRedRedAndYellowPaperYellow() {
    CleanPages page = new CleanPages(1, 100, 210, 297, new Color(238, 226, 190));
    page.box(60, 60, 3, 3, new Color(200, 40, 45)).light((x, y) -> 1 - 0.6 * y);
    try (ColourPix colour = page.colour();
        GreyPix grey = colour.luminance();
        ColourPix flat = Flatten.of(grey, 100).apply(colour);
        GreyPix red = flat.red();
        GreyPix blue = new GreyPix(pixGetRGBComponent(flat.pix(), COLOR_BLUE))) {
      assertThat(at(red, 61.5, 61.5) - at(blue, 61.5, 61.5)).isGreaterThan(120);
      assertThat(at(red, 120, 250) - at(blue, 120, 250)).isBetween(30, 70);
      assertThat(flat.width()).isEqualTo(colour.width());
    }
  }

  @Test
  void makesTextInAShadowReadable() throws FaultException {
    CleanPages page =
        letter().light((x, y) -> x < 0.45 ? 0.95 : Math.max(0.2, 0.95 - 4 * (x - 0.45)));
    String truth = FIRST + " " + SECOND;
    try (Ocr ocr = new Ocr(Ocr.SHIPPED);
        GreyPix dark = page.noise(2).grey();
        GreyPix flat = Flatten.of(dark, 200).apply(dark)) {
      assertThat(Flatten.of(dark, 200).needed()).isTrue();
      double after = TestPages.errorRate(truth, read(ocr, flat));
      assertThat(after)
          .isLessThan(0.05)
          .isLessThanOrEqualTo(TestPages.errorRate(truth, read(ocr, dark)));
    }
  }

  private static String read(Ocr ocr, GreyPix page) {
    return ocr.read(page, 1, 1, new Cancellation()).text();
  }
}
