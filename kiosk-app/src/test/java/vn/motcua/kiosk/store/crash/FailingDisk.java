package vn.motcua.kiosk.store.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Lets calls of this process fail, if it runs under {@code recorder.c}. */
final class FailingDisk {
  private final Path root;

  FailingDisk(Path root) {
    this.root = root;
  }

  /**
   * Gives the order.
   *
   * @param calls which, see {@link CrashLab}
   * @param from from which one, counted from now
   * @param count how many; 0 all that follow
   */
  void fail(int calls, int from, int count, int error) {
    try {
      Files.createDirectory(root.resolve(".fail-%d-%d-%d-%d".formatted(calls, from, count, error)));
      throw new IllegalStateException("this process is not watched");
    } catch (IOException heard) {
      // A folder of that name is never made.
    }
  }

  void heal() {
    fail(0, 0, 0, 0);
  }
}
