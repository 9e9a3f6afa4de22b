package vn.motcua.scanner.paper;

/**
 * Names a device: the driver's name, a colon, and whatever the driver needs to find it again, for
 * example {@code sane:127.0.0.1:6566/pnm:0}.
 *
 * @param driver the driver's name, without a colon
 * @param address the rest
 */
public record ScannerId(String driver, String address) {
  public ScannerId {
    if (driver.isEmpty() || driver.indexOf(':') >= 0) {
      throw new IllegalArgumentException("driver: " + driver);
    }
  }

  /**
   * Reads {@code driver:address}.
   *
   * @throws IllegalArgumentException if there is no colon or nothing before it
   */
  public static ScannerId parse(String text) {
    int colon = text.indexOf(':');
    if (colon < 1) {
      throw new IllegalArgumentException("device: " + text);
    }
    return new ScannerId(text.substring(0, colon), text.substring(colon + 1));
  }

  @Override
  public String toString() {
    return driver + ":" + address;
  }
}
