package vn.motcua.scanner.paper.escl;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import javax.net.ssl.SSLException;

/**
 * The body of an answer (RFC 9112 §6): by length, in chunks, or until the peer closes. The end is
 * only reported where it is due; a line that breaks earlier is an {@link EOFException}.
 */
final class HttpBody {
  /** How its end is told. */
  enum Framing {
    LENGTH,
    CHUNKS,
    CLOSE
  }

  private static final int MOST_TRAILER = 8 * 1024;

  private final InputStream in;
  private final Framing framing;
  private long left;
  private boolean first = true;

  HttpBody(InputStream in, HttpHead head) throws NonsenseException {
    this.in = in;
    long length = head.length();
    boolean none = head.status() == 204 || head.status() == 304;
    this.framing =
        none
            ? Framing.LENGTH
            : head.chunked() ? Framing.CHUNKS : length < 0 ? Framing.CLOSE : Framing.LENGTH;
    this.left = none || framing != Framing.LENGTH ? 0 : length;
  }

  Framing framing() {
    return framing;
  }

  /** Reads at least one byte, or gives -1 at the due end. */
  int read(byte[] into, int offset, int most) throws IOException {
    if (framing == Framing.CLOSE) {
      return untilClosed(into, offset, most);
    }
    if (left <= 0 && (framing == Framing.LENGTH || !nextChunk())) {
      return -1;
    }
    int got = in.read(into, offset, (int) Math.min(most, left));
    if (got < 0) {
      throw new EOFException("closed " + left + " bytes too early");
    }
    left -= got;
    return got;
  }

  /** Over TLS many devices close without saying so first; who reads must see to what is missing. */
  private int untilClosed(byte[] into, int offset, int most) throws IOException {
    try {
      return in.read(into, offset, most);
    } catch (EOFException | SSLException e) {
      return -1;
    }
  }

  private boolean nextChunk() throws IOException {
    if (left < 0) {
      return false;
    }
    HttpHead.Lines lines = new HttpHead.Lines(in, MOST_TRAILER);
    if (!first) {
      lines.next(); // the line end behind the data
    }
    first = false;
    String size = lines.next().split(";", 2)[0].strip();
    if (!size.matches("[0-9A-Fa-f]{1,15}")) {
      throw new NonsenseException("chunk without a size");
    }
    left = Long.parseLong(size, 16);
    if (left > 0) {
      return true;
    }
    left = -1; // trailers, if any, are nobody's concern: the connection is closed behind them
    return false;
  }
}
