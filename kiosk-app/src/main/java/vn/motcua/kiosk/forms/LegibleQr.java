package vn.motcua.kiosk.forms;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.EncodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.QRCode;
import java.util.EnumMap;
import java.util.Map;

/**
 * QR codes (ISO/IEC 18004) that readers find. Some drawn patterns happen to look like finders; a
 * bank's application, or our own terminal, would search in vain.
 */
public final class LegibleQr {
  /** Light modules around a QR (ISO/IEC 18004 §9.1). */
  private static final int QUIET = 4;

  private static final int DARK = 0xFF000000;
  private static final int LIGHT = 0xFFFFFFFF;

  /** Pixels a module of the picture in which it is looked for. */
  private static final int TRIED = 3;

  private LegibleQr() {}

  /**
   * The modules of {@code text}, quiet zone included: of the usual mask and the eight others the
   * first that a reader finds in a picture.
   *
   * @throws IllegalArgumentException if it does not fit into a QR
   */
  public static BitMatrix of(String text) {
    BitMatrix usual = encode(text, Map.of());
    if (isFound(usual, text)) {
      return usual;
    }
    for (int mask = 0; mask < QRCode.NUM_MASK_PATTERNS; mask++) {
      BitMatrix other = encode(text, Map.of(EncodeHintType.QR_MASK_PATTERN, mask));
      if (isFound(other, text)) {
        return other;
      }
    }
    return usual;
  }

  private static BitMatrix encode(String text, Map<EncodeHintType, Object> more) {
    Map<EncodeHintType, Object> hints = new EnumMap<>(EncodeHintType.class);
    hints.put(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M);
    hints.put(EncodeHintType.CHARACTER_SET, "UTF-8");
    hints.put(EncodeHintType.MARGIN, QUIET);
    hints.putAll(more);
    try {
      return new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 1, 1, hints);
    } catch (WriterException e) {
      throw new IllegalArgumentException("too much text for a QR", e);
    }
  }

  private static boolean isFound(BitMatrix matrix, String text) {
    int side = matrix.getWidth() * TRIED;
    int[] pixels = new int[side * side];
    for (int at = 0; at < pixels.length; at++) {
      pixels[at] = matrix.get(at % side / TRIED, at / side / TRIED) ? DARK : LIGHT;
    }
    try {
      return new QRCodeReader()
          .decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(side, side, pixels))))
          .getText()
          .equals(text);
    } catch (ReaderException no) {
      return false;
    }
  }
}
