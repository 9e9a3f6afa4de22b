package vn.motcua.kiosk.paper.pix;

import static org.bytedeco.leptonica.global.leptonica.*;

import org.bytedeco.leptonica.PIX;
import org.jspecify.annotations.Nullable;

/**
 * A picture in Leptonica's memory, outside the Java heap; {@link #close} gives it back at once. A
 * step answers a new picture and leaves the old one to its owner. One thread at a time.
 */
public abstract sealed class NativePix implements AutoCloseable permits BitPix, ColourPix, GreyPix {
  static {
    // Its complaints about spoiled pictures reach us as return values; the console is not the
    // place.
    setMsgSeverity(L_SEVERITY_NONE);
  }

  private final PIX pix;

  NativePix(@Nullable PIX made) {
    if (made == null || isNull(made)) {
      throw new IllegalStateException("no native memory for a page");
    }
    this.pix = made;
  }

  /** Pixels across. */
  public final int width() {
    return pix.w();
  }

  /** Pixels down. */
  public final int height() {
    return pix.h();
  }

  /** Leptonica's own handle, for those that know its functions; still owned by this object. */
  public final PIX pix() {
    return pix;
  }

  /** JavaCPP answers a C null with null or with an empty pointer, as it likes. */
  public static boolean isNull(@Nullable PIX pix) {
    return pix == null || pix.isNull();
  }

  @Override
  public final void close() {
    pixDestroy(pix);
  }
}
