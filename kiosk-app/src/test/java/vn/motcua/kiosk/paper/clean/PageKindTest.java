package vn.motcua.kiosk.paper.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import org.junit.jupiter.api.Test;
import vn.motcua.kiosk.paper.clean.PageKind.Kind;
import vn.motcua.kiosk.paper.clean.PageKind.Reason;
import vn.motcua.kiosk.paper.pix.ColourPix;
import vn.motcua.kiosk.paper.pix.GreyPix;

class PageKindTest {
  private static final double DPI = 150;

  private static CleanPages page(Color paper) {
    return new CleanPages(3, DPI, 210, 297, paper).lines(30, 200, CleanPages.TINOS, 12, false);
  }

  private static CleanPages page() {
    return page(new Color(249, 247, 240));
  }

  private static PageKind kind(CleanPages page) {
    try (ColourPix colour = page.noise(2).colour()) {
      return PageKind.of(colour, DPI);
    }
  }

  /** The red channel half a pixel to the left, the blue one to the right, as worn scanners do. */
  private static CleanPages fringed(CleanPages page) {
    int[] pixels = page.pixels();
    int[] kept = pixels.clone();
    for (int i = 1; i < pixels.length - 1; i++) {
      pixels[i] = (kept[i - 1] & 0xFF0000) | (kept[i] & 0xFF00) | (kept[i + 1] & 0xFF);
    }
    return page;
  }

  @Test
  void blackTextIsBitonalOnAnyPaper() {
    for (Color paper :
        new Color[] {
          new Color(255, 255, 255),
          new Color(249, 247, 240),
          new Color(236, 222, 182),
          new Color(226, 238, 224),
          new Color(205, 203, 200)
        }) {
      assertThat(kind(page(paper)).kind()).as("%s", paper).isEqualTo(Kind.BITONAL);
    }
    try (GreyPix grey = page().noise(2).grey()) {
      assertThat(PageKind.of(grey, DPI).kind()).isEqualTo(Kind.BITONAL);
    }
  }

  @Test
  void aScannersFringesAreNoColour() {
    assertThat(kind(fringed(page())).kind()).isEqualTo(Kind.BITONAL);
    assertThat(kind(fringed(page().table(205, 7, 4, 9, 11))).kind()).isEqualTo(Kind.BITONAL);
  }

  @Test
  void aShadowIsNoColourAndNoPicture() {
    CleanPages page =
        page().light((x, y) -> 1 - 0.16 * Math.exp(-x / 0.05) - 0.1 * Math.exp(-(1 - y) / 0.06));
    assertThat(kind(page).kind()).isIn(Kind.BITONAL, Kind.GREY);
  }

  @Test
  void colouredInkIsColour() {
    assertThat(kind(page().stamp(120, 205, 20, new Color(205, 60, 70))).reasons())
        .contains(Reason.COLOURED_INK);
    assertThat(kind(page().stamp(120, 205, 34, new Color(225, 130, 135))).kind())
        .isEqualTo(Kind.COLOUR);
    assertThat(kind(page().scribble(120, 215, 45, 14, 0.5, new Color(30, 45, 150))).kind())
        .isEqualTo(Kind.COLOUR);
    assertThat(kind(page().box(40, 60, 50, 5, new Color(250, 240, 110))).kind())
        .isEqualTo(Kind.COLOUR);
  }

  @Test
  void tonesAreGrey() {
    assertThat(kind(page().box(30, 210, 60, 20, new Color(170, 170, 170))).kind())
        .isEqualTo(Kind.GREY);
    try (GreyPix grey = page().photo(30, 210, 40, 60).grey()) {
      assertThat(PageKind.of(grey, DPI).kind()).isEqualTo(Kind.GREY);
    }
  }

  @Test
  void aPhotographIsAPhoto() {
    CleanPages photo = new CleanPages(4, DPI, 150, 100, Color.WHITE).photo(0, 0, 150, 100);
    assertThat(kind(photo)).isEqualTo(new PageKind(Kind.PHOTO, java.util.Set.of(Reason.PICTURE)));
    CleanPages framed = new CleanPages(4, DPI, 150, 100, Color.WHITE).photo(8, 8, 134, 84);
    assertThat(kind(framed).kind()).isEqualTo(Kind.PHOTO);
  }
}
