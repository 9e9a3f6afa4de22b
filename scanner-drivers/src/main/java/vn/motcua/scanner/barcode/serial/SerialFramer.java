package vn.motcua.scanner.barcode.serial;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.motcua.scanner.barcode.ScanGate;

/**
 * Cuts a stream of bytes into scans: one ends at CR, LF or CRLF, or when the line falls silent. A
 * flood without an end is swallowed up to the next silence and reported once. Pure logic: the
 * caller says when silence is.
 */
final class SerialFramer {
  private final ByteArrayOutputStream frame = new ByteArrayOutputStream(ScanGate.MAX_FRAME_BYTES);
  private boolean flooded;

  /** A piece of the stream. */
  sealed interface Piece {
    /** A scan without its end of line; never empty. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Frame(byte[] bytes) implements Piece {}

    /** Too much came without an end. */
    record Flood() implements Piece {}
  }

  /** Takes the first {@code length} of {@code bytes}; gives the scans that they complete. */
  List<Piece> feed(byte[] bytes, int length) {
    List<Piece> pieces = new ArrayList<>();
    for (int i = 0; i < length && !flooded; i++) {
      byte b = bytes[i];
      if (b == '\r' || b == '\n') {
        take().ifPresent(pieces::add);
      } else if (frame.size() >= ScanGate.MAX_FRAME_BYTES) {
        frame.reset();
        flooded = true;
        pieces.add(new Piece.Flood());
      } else {
        frame.write(b);
      }
    }
    return pieces;
  }

  /** The line has been silent: what is there is a scan, and a flood is over. */
  Optional<Piece> silence() {
    flooded = false;
    return take();
  }

  /** True if a silence would change anything. */
  boolean waiting() {
    return flooded || frame.size() > 0;
  }

  private Optional<Piece> take() {
    if (frame.size() == 0) {
      return Optional.empty(); // the LF of a CRLF, or an empty line
    }
    byte[] bytes = frame.toByteArray();
    frame.reset();
    return Optional.of(new Piece.Frame(bytes));
  }
}
