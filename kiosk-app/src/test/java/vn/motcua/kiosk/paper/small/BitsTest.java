package vn.motcua.kiosk.paper.small;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** The quick steps do what slow ones would. */
class BitsTest {
  private final Bits bits = random();

  private static Bits random() {
    Random random = new Random(9);
    Bits bits = new Bits(149, 41);
    for (int i = 0; i < 1500; i++) {
      bits.set(random.nextInt(149), random.nextInt(41));
    }
    return bits;
  }

  private boolean ink(int x, int y) {
    return x >= 0 && y >= 0 && x < 149 && y < 41 && bits.at(x, y);
  }

  @Test
  void halvesAndCounts() {
    Bits any = bits.half(false);
    Bits all = bits.half(true);
    for (int y = 0; y < 20; y++) {
      for (int x = 0; x < 74; x++) {
        int count = 0;
        for (int i = 0; i < 4; i++) {
          count += ink(2 * x + i % 2, 2 * y + i / 2) ? 1 : 0;
        }
        assertThat(any.at(x, y)).isEqualTo(count > 0);
        assertThat(all.at(x, y)).isEqualTo(count == 4);
        assertThat(bits.covered(x, y)).isEqualTo(count);
      }
    }
    assertThat(any.width).isEqualTo(75);
    assertThat(any.height).isEqualTo(21);
  }

  @Test
  void growsAllRoundAndNotBeyondTheEdge() {
    Bits grown = bits.grown();
    for (int y = 0; y < 41; y++) {
      for (int x = 0; x < 149; x++) {
        boolean near = false;
        for (int i = 0; i < 9; i++) {
          near |= ink(x + i % 3 - 1, y + i / 3 - 1);
        }
        assertThat(grown.at(x, y)).isEqualTo(near);
      }
    }
    for (int y = 0; y < 41; y++) {
      assertThat(grown.words[y * grown.stride + 2] & -1L >>> 21).isZero();
    }
  }

  @Test
  void keepsWhatLiesWithinAPart() {
    Bits part = new Bits(75, 21);
    for (int i = 0; i < 700; i++) {
      part.set(i * 37 % 75, i * 11 % 21);
    }
    Bits within = bits.within(part);
    for (int y = 0; y < 41; y++) {
      for (int x = 0; x < 149; x++) {
        assertThat(within.at(x, y)).isEqualTo(ink(x, y) && part.at(x / 2, y / 2));
      }
    }
  }

  @Test
  void countsEdges() {
    Bits stripes = new Bits(64, 16);
    for (int y = 0; y < 16; y++) {
      for (int x = 1; x < 16; x += 4) {
        stripes.set(x, y);
      }
    }
    assertThat(stripes.edges()).containsExactly(16 * 8, 0, 0, 0);
  }
}
