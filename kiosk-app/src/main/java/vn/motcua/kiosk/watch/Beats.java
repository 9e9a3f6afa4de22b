package vn.motcua.kiosk.watch;

/** What a watched process says on its standard output. Everything else there is no beat. */
final class Beats {
  /** The thread of the screen has just done something. */
  static final String BEAT = "beat";

  /** Begins a line that says where the thread of the screen hangs: names of methods only. */
  static final String HANGS = "hangs ";

  private Beats() {}
}
