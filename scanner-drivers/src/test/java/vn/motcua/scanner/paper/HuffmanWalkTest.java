package vn.motcua.scanner.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.Test;

class HuffmanWalkTest {
  private static byte[] jpeg(int type, int width, int height, float quality, boolean progressive)
      throws IOException {
    BufferedImage picture = new BufferedImage(width, height, type);
    Graphics2D g = picture.createGraphics();
    Random random = new Random(width * 31L + height);
    for (int i = 0; i < 200; i++) {
      g.setColor(new Color(random.nextInt(1 << 24)));
      g.drawLine(
          random.nextInt(width),
          random.nextInt(height),
          random.nextInt(width),
          random.nextInt(height));
    }
    g.dispose();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam how = writer.getDefaultWriteParam();
      how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      how.setCompressionQuality(quality);
      how.setProgressiveMode(
          progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
      writer.setOutput(out);
      writer.write(null, new IIOImage(picture, null, null), how);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  @Test
  void wholePicturesOfAllSizesAreSound() throws IOException {
    for (int[] size : new int[][] {{1, 1}, {7, 9}, {64, 64}, {333, 217}, {640, 481}}) {
      for (float quality : new float[] {0.3f, 0.9f, 1}) {
        byte[] grey = jpeg(BufferedImage.TYPE_BYTE_GRAY, size[0], size[1], quality, false);
        byte[] colour = jpeg(BufferedImage.TYPE_INT_RGB, size[0], size[1], quality, false);
        assertThat(HuffmanWalk.isSound(grey)).as("grey %s", Arrays.toString(size)).isTrue();
        assertThat(HuffmanWalk.isSound(colour)).as("colour %s", Arrays.toString(size)).isTrue();
      }
    }
  }

  @Test
  void progressivePicturesAreLeftToADecoder() throws IOException {
    assertThat(HuffmanWalk.isSound(jpeg(BufferedImage.TYPE_INT_RGB, 200, 200, 0.8f, true)))
        .isFalse();
  }

  @Test
  void whateverIsCutIsInDoubt() throws IOException {
    byte[] whole = jpeg(BufferedImage.TYPE_INT_RGB, 160, 120, 0.8f, false);
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThat(HuffmanWalk.isSound(cut)).as("cut at %s", length).isFalse();
      byte[] closed = Arrays.copyOf(cut, length + 2);
      closed[length] = (byte) 0xFF;
      closed[length + 1] = (byte) 0xD9;
      if (length < whole.length - 3) {
        assertThat(HuffmanWalk.isSound(closed)).as("closed at %s", length).isFalse();
      }
    }
  }

  /** Whatever the walk clears, a decoder that looks at everything clears as well. */
  @Test
  void aClearedPictureDecodesWithoutAWarning() throws IOException {
    Random random = new Random(7);
    byte[] whole = jpeg(BufferedImage.TYPE_INT_RGB, 160, 120, 0.8f, false);
    int doubted = 0;
    for (int i = 0; i < 1000; i++) {
      byte[] spoilt = whole.clone();
      for (int n = 1 + random.nextInt(3); n > 0; n--) {
        spoilt[700 + random.nextInt(whole.length - 702)] ^= (byte) (1 << random.nextInt(8));
      }
      if (HuffmanWalk.isSound(spoilt)) {
        assertThat(JpegDoubt.isDamagedDecoded(spoilt)).as("spoilt %s", i).isFalse();
      } else {
        doubted++;
      }
    }
    assertThat(doubted).isGreaterThan(500);
  }
}
