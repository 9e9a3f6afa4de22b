package vn.motcua.kiosk.paper;

/**
 * Has the garbage collected before the heap grows. Pages leave tens of megabytes each, which the
 * collector would rather let grow to all that it may have; a counter's computer has other things to
 * run. A collection takes about a tenth of a second, every few pages.
 */
final class HeapGuard {
  /** Bytes of garbage that are let lie. */
  private static final long GARBAGE = 128L << 20;

  private long lastLive;

  /** To be called after each page. */
  synchronized void tidy() {
    Runtime runtime = Runtime.getRuntime();
    if (used(runtime) - lastLive > GARBAGE) {
      System.gc();
      lastLive = used(runtime);
    }
  }

  private static long used(Runtime runtime) {
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
