package vn.motcua.kiosk.paper.pix;

import static org.bytedeco.leptonica.global.leptonica.*;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.MultiPixelPackedSampleModel;
import java.util.function.UnaryOperator;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.leptonica.PIX;
import vn.motcua.kiosk.paper.page.Orientation;

/** A grey picture, 8 bits a pixel, 0 for black. */
public final class GreyPix extends NativePix {
  /** Takes {@code made} over: 8 bits a pixel, no palette. */
  public GreyPix(PIX made) {
    super(made);
  }

  /** A black and white picture as grey. */
  public static GreyPix ofBitonal(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    byte[] bits = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    int stride = ((MultiPixelPackedSampleModel) image.getSampleModel()).getScanlineStride();
    PIX pix = pixCreate(width, height, 1);
    if (isNull(pix)) {
      throw new IllegalStateException("no native memory for a page");
    }
    IntPointer words = pixGetData(pix);
    int[] line = new int[pix.wpl()];
    for (int y = 0; y < height; y++) {
      for (int w = 0; w < line.length; w++) {
        int word = 0;
        for (int b = 0; b < 4; b++) {
          int at = w * 4 + b;
          // Leptonica's 1 is ink, the JDK's is light.
          int octet = at < stride ? ~bits[y * stride + at] & 0xFF : 0;
          word = word << 8 | octet;
        }
        line[w] = word;
      }
      words.position((long) y * line.length).put(line, 0, line.length);
    }
    PIX grey = pixConvertTo8(pix, 0);
    pixDestroy(pix);
    return new GreyPix(grey);
  }

  /** The same pixels, to be closed by themselves; nobody may write to them. */
  public GreyPix shared() {
    return step(p -> pixClone(p));
  }

  /** Scaled by these factors; smaller by averaging. */
  public GreyPix scaled(double x, double y) {
    return step(p ->
        x < 0.7 && y < 0.7
            ? pixScaleAreaMap(p, (float) x, (float) y)
            : pixScale(p, (float) x, (float) y));
  }

  /** Turned clockwise about its middle, same size, the corners filled with paper. */
  public GreyPix turned(double degrees) {
    return step(p ->
        pixRotate(p, (float) Math.toRadians(degrees), L_ROTATE_AREA_MAP, L_BRING_IN_WHITE, 0, 0));
  }

  public GreyPix upright(Orientation orientation) {
    return switch (orientation) {
      case UPRIGHT -> shared();
      case MIRRORED -> step(p -> pixFlipLR(null, p));
      case UPSIDE_DOWN -> step(p -> pixRotateOrth(p, 2));
      case FLIPPED -> step(p -> pixFlipTB(null, p));
      case TURN_RIGHT -> step(p -> pixRotateOrth(p, 1));
      case TURN_LEFT -> step(p -> pixRotateOrth(p, 3));
      case TRANSPOSED -> step(p -> inPlace(pixRotateOrth(p, 1), true));
      case TRANSVERSED -> step(p -> inPlace(pixRotateOrth(p, 1), false));
    };
  }

  private static PIX inPlace(PIX turned, boolean leftRight) {
    if (leftRight) {
      pixFlipLR(turned, turned);
    } else {
      pixFlipTB(turned, turned);
    }
    return turned;
  }

  private GreyPix step(UnaryOperator<PIX> change) {
    PIX made = change.apply(pix());
    // A clone comes back as the very same Java object, which closing would empty for both.
    return new GreyPix(made == pix() ? new PIX(made) : made);
  }
}
