package vn.motcua.kiosk.bench.made;

import java.io.IOException;
import java.nio.file.Path;

/** A program of its own that makes pages, so that their making costs a bench no memory. */
public final class MakePages {
  private MakePages() {}

  /**
   * @param arguments seed, number of pages, folder
   */
  public static void main(String[] arguments) throws IOException {
    new MadePages(Long.parseLong(arguments[0]), Faces.installed())
        .write(Path.of(arguments[2]), Integer.parseInt(arguments[1]));
  }
}
