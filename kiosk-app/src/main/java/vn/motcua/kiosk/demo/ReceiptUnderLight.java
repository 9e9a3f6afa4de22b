package vn.motcua.kiosk.demo;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** What a barcode reader sees on a printed receipt: the page is drawn and its code is read. */
final class ReceiptUnderLight {
  private static final float DPI = 200;

  private ReceiptUnderLight() {}

  /** The text of the QR code on page 1. */
  static String qr(Path receipt) throws IOException {
    return read(receipt, BarcodeFormat.QR_CODE);
  }

  /** The text of the Code 128 on page 1. */
  static String code128(Path receipt) throws IOException {
    return read(receipt, BarcodeFormat.CODE_128);
  }

  private static String read(Path receipt, BarcodeFormat format) throws IOException {
    BufferedImage page;
    try (PDDocument document = Loader.loadPDF(receipt.toFile())) {
      page = new PDFRenderer(document).renderImageWithDPI(0, DPI, ImageType.RGB);
    }
    int width = page.getWidth();
    int height = page.getHeight();
    int[] pixels = page.getRGB(0, 0, width, height, null, 0, width);
    Map<DecodeHintType, Object> hints = new EnumMap<>(DecodeHintType.class);
    hints.put(DecodeHintType.POSSIBLE_FORMATS, List.of(format));
    hints.put(DecodeHintType.TRY_HARDER, true);
    try {
      return new MultiFormatReader()
          .decode(
              new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels))),
              hints)
          .getText();
    } catch (NotFoundException e) {
      throw new IOException("no " + format + " on the receipt", e);
    }
  }
}
