package vn.motcua.scanner.paper.camera;

import java.awt.image.BufferedImage;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/** Varied shots from one seed each, the same every time. */
final class ShotSet {
  private final Map<PaperTexture, BufferedImage> textures = new HashMap<>();
  private final double scale;

  /**
   * @param scale pixels a millimetre of the drawn sheets
   */
  ShotSet(double scale) {
    this.scale = scale;
  }

  BufferedImage texture(PaperTexture kind) {
    return textures.computeIfAbsent(kind, each -> each.draw(210, 297, scale, new Random(42)));
  }

  /** A shot with everything varied that does not spoil it. */
  SyntheticShot varied(int seed) {
    Random random = new Random(1_000_003L * seed + 17);
    SyntheticShot shot = new SyntheticShot();
    PaperTexture[] kinds = PaperTexture.values();
    TableTop[] tops = TableTop.values();
    shot.seed = seed;
    shot.texture = texture(kinds[seed % (kinds.length - 1)]);
    shot.table = tops[seed % tops.length];
    shot.turn = Math.toRadians(-12 + 24 * random.nextDouble()) + (seed % 5 == 0 ? Math.PI / 2 : 0);
    shot.tiltX = Math.toRadians(-18 + 36 * random.nextDouble());
    shot.tiltY = Math.toRadians(-14 + 28 * random.nextDouble());
    shot.fill = 0.62 + 0.2 * random.nextDouble();
    shot.middleX = 0.45 + 0.1 * random.nextDouble();
    shot.middleY = 0.48 + 0.04 * random.nextDouble();
    shot.light = 0.7 + 0.27 * random.nextDouble();
    shot.lightFall = 0.5 * random.nextDouble();
    shot.lightAngle = 2 * Math.PI * random.nextDouble();
    shot.shadow = seed % 3 == 0 ? 0.15 + 0.3 * random.nextDouble() : 0;
    double warm = 0.12 * random.nextDouble();
    shot.cast = new double[] {1, 1 - warm / 2, 1 - warm};
    shot.lens = 0.35 + 0.4 * random.nextDouble();
    shot.noise = 1 + 3 * random.nextDouble();
    shot.jpeg = 0.75 + 0.2 * random.nextDouble();
    shot.hand = seed % 4 == 1;
    shot.second = seed % 7 == 2;
    return shot;
  }
}
