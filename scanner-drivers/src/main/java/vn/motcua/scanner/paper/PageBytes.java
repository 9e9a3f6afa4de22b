package vn.motcua.scanner.paper;

import java.io.Serial;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.stream.ImageOutputStreamImpl;

/**
 * The bytes of a page while it is encoded, up to a cap. In pieces: a page of 600 dots per inch must
 * not be copied each time it grows.
 */
final class PageBytes extends ImageOutputStreamImpl {
  private static final int PIECE = 1 << 20;

  private final long cap;
  private final List<byte[]> pieces = new ArrayList<>();
  private long length;

  PageBytes(long cap) {
    this.cap = cap;
  }

  /** More was written than the cap allows. */
  static final class Full extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;

    Full() {
      super("larger than any page");
    }
  }

  @Override
  public void write(int b) {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int count) {
    bitOffset = 0;
    if (streamPos + count > cap) {
      throw new Full();
    }
    int done = 0;
    while (done < count) {
      int within = (int) (streamPos % PIECE);
      while (streamPos / PIECE >= pieces.size()) {
        pieces.add(new byte[PIECE]);
      }
      int part = Math.min(count - done, PIECE - within);
      System.arraycopy(bytes, offset + done, pieces.get((int) (streamPos / PIECE)), within, part);
      done += part;
      streamPos += part;
    }
    length = Math.max(length, streamPos);
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int count) {
    bitOffset = 0;
    if (streamPos >= length) {
      return -1;
    }
    int within = (int) (streamPos % PIECE);
    int part = (int) Math.min(Math.min(count, PIECE - within), length - streamPos);
    System.arraycopy(pieces.get((int) (streamPos / PIECE)), within, bytes, offset, part);
    streamPos += part;
    return part;
  }

  @Override
  public long length() {
    return length;
  }

  /** Everything that was written; the pieces are let go on the way. */
  byte[] take() {
    byte[] all = new byte[(int) length];
    for (int i = 0; i < pieces.size(); i++) {
      int at = i * PIECE;
      System.arraycopy(pieces.set(i, new byte[0]), 0, all, at, Math.min(PIECE, all.length - at));
    }
    pieces.clear();
    length = 0;
    return all;
  }
}
