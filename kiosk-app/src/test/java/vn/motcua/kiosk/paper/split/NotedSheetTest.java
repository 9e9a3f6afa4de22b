package vn.motcua.kiosk.paper.split;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.motcua.kiosk.paper.pix.GreyPix;

@Timeout(120)
class NotedSheetTest {
  private static final int DPI = 150;

  /** A sheet of text; the seed of the words, and how it lies. */
  private static GreyPix page(long words, double skew, DrawnPages.Drawing... more) {
    DrawnPages.Scan scan = new DrawnPages.Scan(DPI, skew, 0, 0.7, 5, false);
    DrawnPages.Drawing[] drawings = new DrawnPages.Drawing[more.length + 1];
    drawings[0] = DrawnPages.text(30, 260, new Random(words));
    System.arraycopy(more, 0, drawings, 1, more.length);
    return DrawnPages.scanned(scan, new Random(words + 7), drawings);
  }

  private static final DrawnPages.Drawing NOTE =
      pen -> {
        Color ink = pen.getColor();
        pen.setColor(new Color(235, 235, 235));
        pen.fill(new Rectangle2D.Double(90, 110, 76, 76));
        pen.setColor(ink);
        pen.setFont(pen.getFont().deriveFont(9f));
        pen.drawString("bo sung", 95, 140);
        pen.drawString("ban chinh!", 95, 160);
      };

  @Test
  void theSameSheetWithAndWithoutItsNoteIsProposed() {
    for (long words = 0; words < 2; words++) {
      try (GreyPix with = page(words, 0.4, NOTE);
          GreyPix without = page(words, -0.3)) {
        assertThat(NotedSheet.compare(with, without, DPI))
            .as("words %d", words)
            .hasValueSatisfying(part -> {
              assertThat(part.left()).isBetween(0.25, 0.55);
              assertThat(part.top()).isBetween(0.25, 0.45);
              assertThat(part.width()).isBetween(0.25, 0.6);
              assertThat(part.height()).isBetween(0.2, 0.45);
            });
      }
    }
  }

  @Test
  void otherSheetsAndTheSameSheetTwiceAreNot() {
    try (GreyPix one = page(11, 0.2);
        GreyPix again = page(11, -0.3);
        GreyPix other = page(12, 0.1);
        GreyPix noted = page(12, 0.1, NOTE);
        GreyPix blank = DrawnPages.scanned(DrawnPages.Scan.clean(DPI), new Random(1), pen -> {})) {
      assertThat(NotedSheet.compare(one, again, DPI)).isEmpty();
      assertThat(NotedSheet.compare(one, other, DPI)).isEmpty();
      assertThat(NotedSheet.compare(one, noted, DPI)).isEmpty();
      assertThat(NotedSheet.compare(one, blank, DPI)).isEmpty();
      assertThat(NotedSheet.compare(blank, blank, DPI)).isEmpty();
    }
  }

  /** The same form, filled in by two people. */
  @Test
  void aFormThatWasFilledInTwiceIsTwoSheets() {
    try (GreyPix one = form(0.2, 1);
        GreyPix other = form(0.1, 100)) {
      assertThat(NotedSheet.compare(one, other, DPI)).isEmpty();
    }
  }

  /** Printed lines, and between them answers that depend on {@code person}. */
  private static GreyPix form(double skew, long person) {
    return DrawnPages.scanned(
        new DrawnPages.Scan(DPI, skew, 0, 0.7, 5, false),
        new Random(8),
        DrawnPages.text(30, 55, new Random(21)),
        DrawnPages.text(70, 85, new Random(person)),
        DrawnPages.text(100, 125, new Random(22)),
        DrawnPages.text(140, 155, new Random(person + 1)),
        DrawnPages.text(170, 195, new Random(23)),
        DrawnPages.text(210, 225, new Random(person + 2)),
        DrawnPages.text(240, 260, new Random(24)));
  }
}
