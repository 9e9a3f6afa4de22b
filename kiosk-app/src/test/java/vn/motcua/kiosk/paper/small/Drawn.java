package vn.motcua.kiosk.paper.small;

import static org.bytedeco.leptonica.global.leptonica.*;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.leptonica.PIX;
import vn.motcua.kiosk.paper.page.BadPageException;
import vn.motcua.kiosk.paper.pix.ColourPix;
import vn.motcua.kiosk.paper.pix.GreyPix;
import vn.motcua.kiosk.paper.pix.JpegPixels;
import vn.motcua.kiosk.paper.pix.NativePix;

/** Shows a page's layers as a PDF viewer does. */
final class Drawn {
  private Drawn() {}

  /** A page as a scanner delivers it. */
  static MixedPage mixed(byte[] jpeg, double dpi) throws BadPageException {
    try (NativePix page = JpegPixels.decode(jpeg, 1)) {
      return MixedRaster.of(page, dpi);
    }
  }

  /** A PDF of one A4 page. */
  static PDDocument pdf(MixedPage page) throws IOException {
    PDDocument pdf = new PDDocument();
    PDPage sheet = new PDPage(PDRectangle.A4);
    pdf.addPage(sheet);
    float width = PDRectangle.A4.getWidth();
    float height = PDRectangle.A4.getHeight();
    try (PDPageContentStream content = new PDPageContentStream(pdf, sheet)) {
      for (Layer layer : page.layers()) {
        PDImageXObject image =
            switch (layer) {
              case JpegLayer jpeg ->
                  new PDImageXObject(
                      pdf,
                      new ByteArrayInputStream(jpeg.bytes()),
                      COSName.DCT_DECODE,
                      jpeg.width(),
                      jpeg.height(),
                      8,
                      jpeg.grey() ? PDDeviceGray.INSTANCE : PDDeviceRGB.INSTANCE);
              case MaskLayer mask -> {
                content.setNonStrokingColor(new Color(mask.rgb()));
                yield stencil(pdf, mask);
              }
            };
        Place at = layer.place();
        content.drawImage(
            image,
            (float) (at.left() * width),
            (float) ((1 - at.top() - at.height()) * height),
            (float) (at.width() * width),
            (float) (at.height() * height));
      }
    }
    return pdf;
  }

  private static PDImageXObject stencil(PDDocument pdf, MaskLayer mask) throws IOException {
    PDImageXObject image =
        new PDImageXObject(
            pdf,
            new ByteArrayInputStream(mask.bytes()),
            COSName.CCITTFAX_DECODE,
            mask.width(),
            mask.height(),
            1,
            PDDeviceGray.INSTANCE);
    COSDictionary how = new COSDictionary();
    how.setInt(COSName.K, -1);
    how.setInt(COSName.COLUMNS, mask.width());
    how.setInt(COSName.ROWS, mask.height());
    image.getCOSObject().setItem(COSName.DECODE_PARMS, how);
    image.getCOSObject().removeItem(COSName.COLORSPACE);
    image.setStencil(true);
    return image;
  }

  static BufferedImage render(MixedPage page, int dpi) throws IOException {
    try (PDDocument pdf = pdf(page)) {
      return new PDFRenderer(pdf).renderImageWithDPI(0, dpi);
    }
  }

  static BufferedImage scaled(BufferedImage image, int width, int height) {
    BufferedImage out = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = out.createGraphics();
    g.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    g.drawImage(image, 0, 0, width, height, null);
    g.dispose();
    return out;
  }

  static ColourPix pix(BufferedImage image) {
    BufferedImage rgb = scaled(image, image.getWidth(), image.getHeight());
    int[] words = ((DataBufferInt) rgb.getRaster().getDataBuffer()).getData().clone();
    for (int at = 0; at < words.length; at++) {
      words[at] <<= 8;
    }
    PIX pix = pixCreate(image.getWidth(), image.getHeight(), 32);
    try (IntPointer data = pixGetData(pix)) {
      data.put(words);
    }
    return new ColourPix(pix);
  }

  static GreyPix grey(BufferedImage image) {
    try (ColourPix colour = pix(image)) {
      return colour.luminance();
    }
  }

  static byte[] jpeg(BufferedImage image) throws IOException {
    BufferedImage bytes =
        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
    bytes.getGraphics().drawImage(image, 0, 0, null);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(bytes, "jpeg", out);
    return out.toByteArray();
  }
}
