package vn.motcua.kiosk.paper;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import vn.motcua.kiosk.paper.ocr.Ocr;

/** Draws pages of invented Vietnamese text as a scanner would deliver them. */
public final class TestPages {
  static final List<String> LINES =
      List.of(
          "ĐƠN ĐỀ NGHỊ XÁC NHẬN NƠI Ở",
          "Kính gửi: Ủy ban nhân dân xã Suối Vàng",
          "Tôi tên là Đinh Thị Hơ Rê, sinh sống ở thôn Nước Trong đã mười chín năm.",
          "Mùa mưa vừa rồi, cây cầu gỗ trước nhà bị lũ cuốn nên thư từ hay thất lạc.",
          "Tôi kính mong quý cơ quan ghi nhận chỗ ở mới của gia đình tôi bên bờ đông,",
          "cách trường mẫu giáo chừng ba trăm bước, cạnh giếng nước của ông Y Bhăm.",
          "Nhà có bốn người: hai vợ chồng, một mẹ già và cháu nhỏ đang học lớp bảy.",
          "Giấy tờ kèm theo gồm sổ cũ, ảnh chụp căn nhà và lời xác nhận của xóm giềng.",
          "Những điều trên đều đúng sự thật; nếu sai, tôi xin chịu hoàn toàn trách nhiệm.",
          "Rất mong được giải quyết sớm để các cháu kịp nhập học vào đầu tháng tới.",
          "Xin trân trọng cảm ơn và kính chúc sức khỏe.");

  static final String TEXT = String.join("\n", LINES);

  private TestPages() {}

  /** A4 at {@code dpi}, turned clockwise by {@code skew} degrees. */
  public static BufferedImage draw(int dpi, double skew, boolean colour, boolean stamp) {
    int width = (int) Math.round(210 / 25.4 * dpi);
    int height = (int) Math.round(297 / 25.4 * dpi);
    BufferedImage page =
        new BufferedImage(
            width, height, colour ? BufferedImage.TYPE_3BYTE_BGR : BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D g = page.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    g.setColor(colour ? new Color(252, 250, 245) : Color.WHITE);
    g.fillRect(0, 0, width, height);
    g.rotate(Math.toRadians(skew), width / 2.0, height / 2.0);
    g.setColor(Color.BLACK);
    g.setFont(font((float) (13 / 72.0 * dpi)));
    double y = 1.3 * dpi;
    for (String line : LINES) {
      g.drawString(line, 0.95f * dpi, (float) y);
      y += 0.34 * dpi;
    }
    if (stamp) {
      g.setColor(new Color(222, 38, 44));
      g.setStroke(new BasicStroke(dpi * 0.03f));
      int side = (int) (1.5 * dpi);
      g.drawOval((int) (3.5 * dpi), (int) (2.3 * dpi), side, side);
      g.drawString("ĐÃ NHẬN", 3.8f * dpi, 3.1f * dpi);
    }
    g.dispose();
    return page;
  }

  private static Font font(float size) {
    try (InputStream in =
        Ocr.class.getResourceAsStream("/vn/motcua/kiosk/fonts/Tinos-Regular.ttf")) {
      return Font.createFont(Font.TRUETYPE_FONT, in).deriveFont(size);
    } catch (IOException | FontFormatException e) {
      throw new IllegalStateException(e);
    }
  }

  public static Path jpeg(Path file, BufferedImage page, int dpi) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam quality = writer.getDefaultWriteParam();
    quality.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    quality.setCompressionQuality(0.8f);
    IIOMetadata metadata =
        writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(page), quality);
    IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree("javax_imageio_jpeg_image_1.0");
    IIOMetadataNode jfif = (IIOMetadataNode) root.getElementsByTagName("app0JFIF").item(0);
    jfif.setAttribute("resUnits", "1");
    jfif.setAttribute("Xdensity", Integer.toString(dpi));
    jfif.setAttribute("Ydensity", Integer.toString(dpi));
    metadata.setFromTree("javax_imageio_jpeg_image_1.0", root);
    try (ImageOutputStream out = ImageIO.createImageOutputStream(fresh(file))) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(page, null, metadata), quality);
    } finally {
      writer.dispose();
    }
    return file;
  }

  /** Without a word on its resolution. */
  /**
   * A JPEG of four inks, all letters in black.
   *
   * @param transform what Adobe's marker says: 0 inks, 2 YCCK, both upside down; -1 for no marker
   */
  public static Path fourInks(Path file, BufferedImage page, int transform) throws IOException {
    java.awt.image.WritableRaster inks =
        java.awt.image.Raster.createInterleavedRaster(
            java.awt.image.DataBuffer.TYPE_BYTE, page.getWidth(), page.getHeight(), 4, null);
    for (int y = 0; y < page.getHeight(); y++) {
      for (int x = 0; x < page.getWidth(); x++) {
        int light = page.getRGB(x, y) & 0xFF;
        inks.setPixel(
            x,
            y,
            switch (transform) {
              case 0 -> new int[] {255, 255, 255, light};
              case 2 -> new int[] {0, 128, 128, light};
              default -> new int[] {0, 0, 0, 255 - light};
            });
      }
    }
    java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
    var writer = javax.imageio.ImageIO.getImageWritersByFormatName("jpeg").next();
    try (var out = new javax.imageio.stream.MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, new javax.imageio.IIOImage(inks, null, null), null);
    } finally {
      writer.dispose();
    }
    byte[] plain = bytes.toByteArray();
    java.io.ByteArrayOutputStream marked = new java.io.ByteArrayOutputStream();
    marked.write(plain, 0, 2);
    if (transform >= 0) {
      marked.write(new byte[] {(byte) 0xFF, (byte) 0xEE, 0, 14, 'A', 'd', 'o', 'b', 'e'});
      marked.write(new byte[] {0, 100, 0, 0, 0, 0, (byte) transform});
    }
    marked.write(plain, 2, plain.length - 2);
    return Files.write(file, marked.toByteArray());
  }

  public static Path png(Path file, BufferedImage page) throws IOException {
    ImageIO.write(page, "png", fresh(file));
    return file;
  }

  /** Black and white, CCITT G4, one picture a page. */
  static Path g4(Path file, List<BufferedImage> pages) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
    ImageWriteParam g4 = writer.getDefaultWriteParam();
    g4.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    g4.setCompressionType("CCITT T.6");
    try (ImageOutputStream out = ImageIO.createImageOutputStream(fresh(file))) {
      writer.setOutput(out);
      writer.prepareWriteSequence(null);
      for (BufferedImage page : pages) {
        writer.writeToSequence(
            new IIOImage(as(page, BufferedImage.TYPE_BYTE_BINARY), null, null), g4);
      }
      writer.endWriteSequence();
    } finally {
      writer.dispose();
    }
    return file;
  }

  public static BufferedImage as(BufferedImage page, int type) {
    BufferedImage other = new BufferedImage(page.getWidth(), page.getHeight(), type);
    Graphics2D g = other.createGraphics();
    g.drawImage(page, 0, 0, null);
    g.dispose();
    return other;
  }

  /** With a palette of 64 greys. */
  public static BufferedImage indexed(BufferedImage page) {
    byte[] greys = new byte[64];
    for (int i = 0; i < greys.length; i++) {
      greys[i] = (byte) (i * 255 / 63);
    }
    BufferedImage other =
        new BufferedImage(
            page.getWidth(),
            page.getHeight(),
            BufferedImage.TYPE_BYTE_INDEXED,
            new IndexColorModel(8, 64, greys, greys, greys));
    for (int y = 0; y < page.getHeight(); y++) {
      for (int x = 0; x < page.getWidth(); x++) {
        other.getRaster().setSample(x, y, 0, (page.getRGB(x, y) >> 16 & 0xFF) * 63 / 255);
      }
    }
    return other;
  }

  /** The picture as a sheet that lay turned clockwise by so many quarters in the scanner. */
  public static BufferedImage quarters(BufferedImage page, int quarters) {
    BufferedImage at = page;
    for (int i = 0; i < quarters; i++) {
      BufferedImage next = new BufferedImage(at.getHeight(), at.getWidth(), page.getType());
      Graphics2D g = next.createGraphics();
      g.translate(at.getHeight(), 0);
      g.rotate(Math.PI / 2);
      g.drawImage(at, 0, 0, null);
      g.dispose();
      at = next;
    }
    return at;
  }

  /** The JPEG with an Exif block that says how it is to be turned (tag 274). */
  public static Path exif(Path file, int orientation) throws IOException {
    byte[] jpeg = Files.readAllBytes(file);
    byte[] block = {
      (byte) 0xFF,
      (byte) 0xE1,
      0,
      34,
      'E',
      'x',
      'i',
      'f',
      0,
      0,
      'M',
      'M',
      0,
      42,
      0,
      0,
      0,
      8,
      0,
      1,
      0x01,
      0x12,
      0,
      3,
      0,
      0,
      0,
      1,
      0,
      (byte) orientation,
      0,
      0,
      0,
      0,
      0,
      0
    };
    byte[] both = new byte[jpeg.length + block.length];
    System.arraycopy(jpeg, 0, both, 0, 2);
    System.arraycopy(block, 0, both, 2, block.length);
    System.arraycopy(jpeg, 2, both, 2 + block.length, jpeg.length - 2);
    Files.write(file, both);
    return file;
  }

  /** Wrong letters in {@code read} for each letter in {@code truth}; NFC, spaces made equal. */
  public static double errorRate(String truth, String read) {
    String a = plain(truth);
    String b = plain(read);
    int[] before = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      before[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] now = new int[b.length() + 1];
      now[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = before[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        now[j] = Math.min(change, Math.min(now[j - 1], before[j]) + 1);
      }
      before = now;
    }
    return (double) before[b.length()] / a.length();
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC).replaceAll("\\s+", " ").strip();
  }

  private static java.io.File fresh(Path file) throws IOException {
    Files.deleteIfExists(file);
    return file.toFile();
  }
}
