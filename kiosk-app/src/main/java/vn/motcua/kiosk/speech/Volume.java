package vn.motcua.kiosk.speech;

/**
 * How loud: five steps, each about 5 dB.
 *
 * @param step 1 to 5
 */
public record Volume(int step) {
  /** How many there are. */
  public static final int STEPS = 5;

  /** What a machine begins with. */
  public static final Volume USUAL = new Volume(4);

  private static final double DECIBEL_A_STEP = 5;

  public Volume {
    if (step < 1 || step > STEPS) {
      throw new IllegalArgumentException("volume: " + step);
    }
  }

  /** One step louder, if there is one. */
  public Volume louder() {
    return new Volume(Math.min(STEPS, step + 1));
  }

  /** One step softer, if there is one. */
  public Volume softer() {
    return new Volume(Math.max(1, step - 1));
  }

  /** What samples are multiplied with. */
  public double factor() {
    return Math.pow(10, (step - STEPS) * DECIBEL_A_STEP / 20);
  }
}
