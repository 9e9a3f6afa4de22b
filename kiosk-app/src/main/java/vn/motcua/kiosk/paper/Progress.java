package vn.motcua.kiosk.paper;

/** Hears how far the work is. Called on the thread that asked for the work. */
@FunctionalInterface
public interface Progress {
  /** Nobody listens. */
  Progress NONE = (done, of) -> {};

  /**
   * @param done pages that are finished
   * @param of pages in all
   */
  void pages(int done, int of);
}
