package vn.motcua.kiosk.cli;

/** What the program calls itself. */
public final class Version {
  /** Name and version, as {@code --version} prints them. */
  public static final String TEXT = "Một Cửa 0.1.0";

  private Version() {}
}
