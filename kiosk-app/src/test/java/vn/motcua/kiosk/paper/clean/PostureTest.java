package vn.motcua.kiosk.paper.clean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.motcua.kiosk.paper.page.Orientation;
import vn.motcua.kiosk.paper.pix.GreyPix;

class PostureTest {
  private static final List<Orientation> LYING =
      List.of(
          Orientation.UPRIGHT,
          Orientation.UPSIDE_DOWN,
          Orientation.TURN_LEFT,
          Orientation.TURN_RIGHT);

  /** The kinds of pages that come over the counter. */
  static List<UnaryOperator<CleanPages>> kinds(String font) {
    List<UnaryOperator<CleanPages>> kinds = new ArrayList<>();
    kinds.add(p -> p.lines(30, 270, font, 13, false));
    kinds.add(p -> p.lines(30, 270, font, 9, false));
    kinds.add(p -> p.lines(40, 200, font, 14, true));
    kinds.add(p -> p.lines(40, 62, font, 13, false));
    kinds.add(p -> p.lines(40, 43, font, 16, true));
    kinds.add(p -> p.table(30, 24, 5, 9, 11));
    kinds.add(p -> p.lines(30, 70, font, 13, false).table(80, 14, 4, 10, 12));
    kinds.add(p -> {
      p.lines(30, 60, font, 13, false);
      for (int i = 0; i < 8; i++) {
        p.text(
            "Họ và tên: ......................................",
            25,
            75 + i * 11,
            font,
            12,
            java.awt.Color.BLACK);
        p.scribble(55, 69 + i * 11, 80, 6, 0.4, new java.awt.Color(25, 40, 150));
      }
      return p;
    });
    kinds.add(p -> p.photo(60, 60, 86, 54).lines(40, 50, font, 12, false));
    kinds.add(p -> p.photo(10, 10, 190, 277));
    kinds.add(p ->
        p.lines(30, 130, font, 13, false).stamp(120, 140, 36, new java.awt.Color(205, 30, 40)));
    kinds.add(p -> p);
    return kinds;
  }

  private static int turns(int seeds, StringBuilder told) {
    int wrong = 0;
    for (int seed = 0; seed < seeds; seed++) {
      String font = CleanPages.FONTS.get(seed % CleanPages.FONTS.size());
      List<UnaryOperator<CleanPages>> kinds = kinds(font);
      for (int kind = 0; kind < kinds.size(); kind++) {
        double lean = (seed * 7 + kind * 3) % 11 - 5 + 0.37;
        CleanPages page = CleanPages.a4(seed * 100L + kind, 200).lean(lean);
        try (GreyPix grey = kinds.get(kind).apply(page).noise(3).grey()) {
          for (Orientation lying : LYING) {
            try (GreyPix turned = grey.upright(lying)) {
              Posture posture = Posture.of(turned, 200);
              boolean right = lying.then(posture.turn()) == Orientation.UPRIGHT;
              String verdict = posture.sure() ? right ? "right" : "WRONG" : "left";
              told.append(
                  "%s kind %d %s %s %.2f (%.2f)%n"
                      .formatted(font, kind, lying, verdict, posture.degrees(), -lean));
              wrong += posture.sure() && !right ? 1 : 0;
            }
          }
        }
      }
    }
    return wrong;
  }

  @Test
  void turnsNoPageTheWrongWay() {
    StringBuilder told = new StringBuilder();
    assertThat(turns(1, told)).as(told.toString()).isZero();
  }

  @Test
  @Tag("long")
  void turnsNoPageTheWrongWayInManyFonts() {
    StringBuilder told = new StringBuilder();
    assertThat(turns(15, told)).as(told.toString()).isZero();
  }

  @Test
  void seesEachWayInWhichATextMayLie() {
    CleanPages page = CleanPages.a4(3, 200).lean(1.3).lines(30, 250, CleanPages.TINOS, 13, false);
    try (GreyPix grey = page.noise(3).grey()) {
      for (Orientation lying : LYING) {
        try (GreyPix turned = grey.upright(lying)) {
          Posture posture = Posture.of(turned, 200);
          assertThat(posture.sure()).isTrue();
          assertThat(lying.then(posture.turn())).isEqualTo(Orientation.UPRIGHT);
          assertThat(posture.degrees()).isCloseTo(-1.3, within(0.06));
        }
      }
    }
  }
}
