package vn.motcua.scanner.barcode.hidpos;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;
import vn.motcua.scanner.barcode.ScanGate;

/**
 * Makes codes out of reports: a long code comes in several, each but the last marked as continued.
 * Pure logic: the caller says when so much time has passed that no more will come.
 */
final class ReportAssembler {
  /** Silences of a quarter of a second each. */
  private static final int PATIENCE = 8;

  private final ReportLayouts layouts;
  private final ByteArrayOutputStream code = new ByteArrayOutputStream();
  private boolean open;
  private boolean tooLong;

  /**
   * More than 0 after the beginning of a code was given up: what still comes of it is no code of
   * its own. So many silences later it will not come any more.
   */
  private int skipping;

  ReportAssembler(ReportLayouts layouts) {
    this.layouts = layouts;
  }

  /** A code, or what became of it. */
  sealed interface Piece {
    /** A whole code. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Code(byte[] bytes) implements Piece {}

    /** More than a code can hold; its end was waited for. */
    record TooLong() implements Piece {}

    /** Its end never came. */
    record Unfinished() implements Piece {}
  }

  /** Takes a report as it came; gives the code that it completes. */
  Optional<Piece> feed(byte[] report) {
    Optional<ReportLayout> layout = layouts.of(report).filter(ReportLayout::carriesCodes);
    if (layout.isEmpty()) {
      return Optional.empty(); // a state, a trigger
    }
    ScanReport part = layout.get().read(report);
    byte[] data = part.counted() || part.continued() ? part.data() : withoutPadding(part.data());
    if (!open && !part.continued() && data.length == 0) {
      return Optional.empty(); // "no code", which some devices say on starting
    }
    if (skipping > 0) {
      skipping = part.continued() ? PATIENCE : 0;
      return Optional.empty();
    }
    open = part.continued();
    tooLong |= code.size() + data.length > ScanGate.MAX_FRAME_BYTES;
    if (!tooLong) {
      code.writeBytes(data);
    }
    return open ? Optional.empty() : Optional.of(take());
  }

  /** Nothing came for so long that nothing will; told again and again, the rest neither. */
  Optional<Piece> silence() {
    if (!open) {
      skipping = Math.max(0, skipping - 1);
      return Optional.empty();
    }
    forget();
    skipping = PATIENCE;
    return Optional.of(new Piece.Unfinished());
  }

  /** True if a code has begun. */
  boolean waiting() {
    return open;
  }

  private Piece take() {
    Piece piece = tooLong ? new Piece.TooLong() : new Piece.Code(code.toByteArray());
    forget();
    return piece;
  }

  private void forget() {
    code.reset();
    open = false;
    tooLong = false;
  }

  private static byte[] withoutPadding(byte[] data) {
    int end = data.length;
    while (end > 0 && data[end - 1] == 0) {
      end--;
    }
    return Arrays.copyOf(data, end);
  }
}
