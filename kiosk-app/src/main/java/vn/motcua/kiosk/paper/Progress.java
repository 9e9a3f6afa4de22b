package vn.motcua.kiosk.paper;

/** Hears how far the work is, on a thread of the work; must not block. */
@FunctionalInterface
public interface Progress {
  /** Nobody listens. */
  Progress NONE = (done, of) -> {};

  /**
   * @param done pages that are finished
   * @param of pages in all, as far as they are known
   */
  void pages(int done, int of);

  /** The file is complete on disk with all its pictures; its text is still being read. */
  default void picturesWritten() {}
}
