package vn.motcua.scanner.paper.camera;

import vn.motcua.scanner.Fault;

/** Hears from a {@link CameraSession}, on its thread. Returns at once and throws nothing. */
public interface CameraListener {
  /** A new frame, with what was found in it. */
  void preview(Preview preview);

  /** The session ended because of {@code fault}; nothing follows. */
  void stopped(Fault fault);
}
