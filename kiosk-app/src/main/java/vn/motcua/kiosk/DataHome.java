package vn.motcua.kiosk;

import java.nio.file.Path;
import java.util.Locale;

/** Where this system keeps the data of an application. The only place that knows systems apart. */
final class DataHome {
  private DataHome() {}

  /** The usual data folder of the user who runs this. */
  static Path usual() {
    Path home = Path.of(System.getProperty("user.home"));
    if (System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("win")) {
      String local = System.getenv("LOCALAPPDATA");
      return (local == null ? home : Path.of(local)).resolve("MotCua");
    }
    String share = System.getenv("XDG_DATA_HOME");
    return (share == null || share.isBlank()
            ? home.resolve(".local").resolve("share")
            : Path.of(share))
        .resolve("motcua");
  }
}
