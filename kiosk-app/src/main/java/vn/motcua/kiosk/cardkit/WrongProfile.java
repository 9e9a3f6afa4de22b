package vn.motcua.kiosk.cardkit;

import java.io.Serial;

/** A profile that cannot be understood; says where and why. */
public final class WrongProfile extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  private final String key;
  private final String problem;

  WrongProfile(String key, String problem) {
    super(key + ": " + problem);
    this.key = key;
    this.problem = problem;
  }

  /** The key with its parents, for example {@code citizen.birth}; the file's name if none fits. */
  public String key() {
    return key;
  }

  /** What is wrong with it, in English. */
  public String problem() {
    return problem;
  }
}
