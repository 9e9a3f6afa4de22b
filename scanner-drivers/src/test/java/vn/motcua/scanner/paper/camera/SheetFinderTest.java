package vn.motcua.scanner.paper.camera;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class SheetFinderTest {
  private static final ShotSet SET = new ShotSet(5);

  private static SyntheticShot small(int seed) {
    SyntheticShot shot = SET.varied(seed);
    shot.width = 840;
    shot.height = 630;
    return shot;
  }

  private static double error(SyntheticShot shot) {
    SyntheticShot.Shot taken = shot.take();
    return SheetFinder.find(taken.picture())
        .map(found -> found.corners().farthest(taken.corners()))
        .orElse(Double.POSITIVE_INFINITY);
  }

  @Test
  void cornersAreFoundToAPixelOnEveryKindOfTable() {
    List<Double> errors = new ArrayList<>();
    for (int seed = 0; seed < 18; seed++) {
      errors.add(error(small(seed)));
    }
    Collections.sort(errors);
    assertThat(errors.get(errors.size() / 2)).isLessThan(0.5);
    assertThat(errors.getLast()).isLessThan(1.5);
  }

  @Test
  void whitePaperOnALightTableIsFound() {
    SyntheticShot shot = small(0);
    shot.table = TableTop.LIGHT;
    shot.texture = SET.texture(PaperTexture.SPARSE);
    assertThat(error(shot)).isLessThan(1.5);
  }

  @Test
  void anEmptyTableHasNoSheet() {
    for (TableTop table : TableTop.values()) {
      SyntheticShot shot = small(3);
      shot.width = 560;
      shot.height = 420;
      shot.table = table;
      shot.sheet = false;
      shot.second = false;
      assertThat(SheetFinder.find(shot.take().picture())).as(table.name()).isEmpty();
    }
    assertThat(SheetFinder.find(Picture.black(640, 480))).isEmpty();
    assertThat(SheetFinder.find(Picture.black(3, 2))).isEmpty();
  }

  @Test
  void aSheetThatJutsOutIsCutOff() {
    SyntheticShot shot = small(0);
    shot.hand = false;
    shot.turn = 0.04;
    shot.tiltX = 0;
    shot.tiltY = 0;
    shot.fill = 0.95;
    shot.middleY = 0.72;
    FoundSheet found = SheetFinder.find(shot.take().picture()).orElseThrow();
    assertThat(found.cutOff()).isTrue();
    shot.middleY = 0.5;
    assertThat(SheetFinder.find(shot.take().picture()).orElseThrow().cutOff()).isFalse();
  }

  @Test
  void theSheetIsFoundInALargePictureToo() {
    SyntheticShot shot = SET.varied(1);
    shot.width = 2000;
    shot.height = 1500;
    assertThat(error(shot)).isLessThan(2);
  }
}
