package vn.motcua.scanner.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JpegDoubtTest {
  private static final byte[] SOUND = TestPages.jpeg(TestPages.page(3, 1240, 1754));

  @Test
  void aSoundPageIsNotDoubted() {
    assertThat(JpegDoubt.isCutShort(SOUND)).isFalse();
    assertThat(JpegDoubt.isDamaged(SOUND)).isFalse();
  }

  /** Its segments are all there, and so is its end marker: only the picture knows. */
  @ParameterizedTest
  @ValueSource(ints = {30, 50, 90, 99})
  void aPartOfAPictureWithAnEndIsCutShort(int percent) throws Exception {
    byte[] part = Arrays.copyOf(SOUND, SOUND.length * percent / 100);
    if (part[part.length - 3] == (byte) 0xff) {
      part[part.length - 3] = 0;
    }
    part[part.length - 2] = (byte) 0xff;
    part[part.length - 1] = (byte) 0xd9;
    assertThat(PageImages.check(part).width()).isEqualTo(1240);
    assertThat(JpegDoubt.isCutShort(part)).isTrue();
  }

  /** Some scanners fill up to a round length before the end marker. */
  @Test
  void fillingBeforeTheEndIsNoDamage() {
    byte[] filled = Arrays.copyOf(SOUND, SOUND.length + 200);
    Arrays.fill(filled, SOUND.length - 2, filled.length - 2, (byte) 0);
    filled[filled.length - 2] = (byte) 0xff;
    filled[filled.length - 1] = (byte) 0xd9;
    assertThat(JpegDoubt.isCutShort(filled)).isFalse();
  }
}
