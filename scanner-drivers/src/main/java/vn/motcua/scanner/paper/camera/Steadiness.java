package vn.motcua.scanner.paper.camera;

import java.util.Optional;

/** Watches a sheet from frame to frame until it lies still. */
final class Steadiness {
  /** The part of the frame's width by which a still sheet seems to move. */
  private static final double QUIVER = 0.006;

  private static final int FRAMES = 3;

  private Optional<Quad> last = Optional.empty();
  private int quiet;
  private boolean seen;

  /** Whether the sheet has lain in one place for some frames, this one among them. */
  boolean still(Picture frame) {
    Optional<Quad> now = SheetFinder.find(frame).map(FoundSheet::corners);
    seen |= now.isPresent();
    boolean moved =
        now.isEmpty() || last.isEmpty() || now.get().farthest(last.get()) > QUIVER * frame.width();
    quiet = moved ? (now.isPresent() ? 1 : 0) : quiet + 1;
    last = now;
    return quiet >= FRAMES;
  }

  /** Whether there was a sheet at all. */
  boolean seen() {
    return seen;
  }
}
