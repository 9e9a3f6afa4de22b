package vn.motcua.scanner.paper.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.Test;
import vn.motcua.scanner.Fault;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.paper.ImageFormat;
import vn.motcua.scanner.paper.PageImages;
import vn.motcua.scanner.paper.ScanFault;

class PhonePictureTest {
  private static final Picture SHOT = shot();

  private static Picture shot() {
    SyntheticShot shot = new SyntheticShot();
    shot.width = 900;
    shot.height = 1200;
    shot.fill = 1.1;
    shot.tiltX = 0.15;
    shot.texture = new ShotSet(5).texture(PaperTexture.LETTER);
    return shot.take().picture();
  }

  /** A red and a green pixel block over a blue and a white one, with an orientation in its Exif. */
  private static byte[] blocks(int orientation, boolean little) throws Exception {
    Picture picture = Picture.black(64, 32);
    for (int y = 0; y < 32; y++) {
      for (int x = 0; x < 64; x++) {
        int at = (y * 64 + x) * 3;
        picture.bgr()[at] = (byte) (y >= 16 ? 255 : 0);
        picture.bgr()[at + 1] = (byte) (x >= 32 ? 255 : 0);
        picture.bgr()[at + 2] = (byte) (y < 16 == x < 32 ? 255 : 0);
      }
    }
    return withExif(SyntheticShot.encoded(picture, 0.98), orientation, little);
  }

  private static byte[] withExif(byte[] jpeg, int orientation, boolean little) throws Exception {
    byte[] tiff =
        little
            ? new byte[] {'I', 'I', 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, 0, 0, 0, 0}
            : new byte[] {'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 0, 0, 0};
    tiff[little ? 18 : 19] = (byte) orientation;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(jpeg, 0, 2);
    out.write(new byte[] {(byte) 0xff, (byte) 0xe1, 0, (byte) (8 + tiff.length + 4)});
    out.write("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
    out.write(tiff);
    out.write(new byte[4]);
    out.write(jpeg, 2, jpeg.length - 2);
    return out.toByteArray();
  }

  private static String corners(Picture picture) {
    StringBuilder text = new StringBuilder();
    int w = picture.width();
    int h = picture.height();
    for (int[] at : new int[][] {{4, 4}, {w - 5, 4}, {4, h - 5}, {w - 5, h - 5}}) {
      int pixel = (at[1] * w + at[0]) * 3;
      int blue = picture.bgr()[pixel] & 0xff;
      int green = picture.bgr()[pixel + 1] & 0xff;
      int red = picture.bgr()[pixel + 2] & 0xff;
      text.append(
          blue > 128 ? (green > 128 ? 'W' : 'B') : green > 128 ? 'G' : red > 128 ? 'R' : 'K');
    }
    return text.toString();
  }

  @Test
  void everyOrientationIsHonoured() throws Exception {
    // Upper left, upper right, lower left, lower right of what a person should see (Exif 4.6.4).
    String[] seen = {"RGBW", "GRWB", "WBGR", "BWRG", "RBGW", "BRWG", "WGBR", "GWRB"};
    for (int orientation = 1; orientation <= 8; orientation++) {
      for (boolean little : new boolean[] {true, false}) {
        Picture picture = PhonePicture.decode(blocks(orientation, little));
        assertThat(corners(picture))
            .as("orientation %s", orientation)
            .isEqualTo(seen[orientation - 1]);
        assertThat(picture.width()).isEqualTo(orientation >= 5 ? 32 : 64);
      }
    }
    assertThat(corners(PhonePicture.decode(blocks(77, true)))).isEqualTo("RGBW");
  }

  private static byte[] progressive(Picture picture) throws Exception {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam how = writer.getDefaultWriteParam();
      how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
      writer.setOutput(out);
      writer.write(null, new IIOImage(picture.image(), null, null), how);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  @Test
  void aPhotographBecomesAnUprightPage() throws Exception {
    for (byte[] file : new byte[][] {SyntheticShot.encoded(SHOT, 0.9), progressive(SHOT)}) {
      ProposedPage proposed = PhonePicture.read(file);
      assertThat(proposed.page().format()).isEqualTo(ImageFormat.JPEG);
      PageImages.Facts facts = PageImages.check(proposed.page().image());
      assertThat((double) facts.height() / facts.width()).isBetween(1.40, 1.43);
      assertThat(facts.dpi()).hasValue(proposed.page().dpi());
      assertThat(proposed.doubts()).containsExactly(new Doubt.TooSmall(proposed.page().dpi()));
    }
  }

  @Test
  void aPictureWithoutASheetIsThePageWithADoubt() throws Exception {
    ProposedPage proposed = PhonePicture.read(SyntheticShot.encoded(Picture.black(640, 480), 0.9));
    assertThat(proposed.page().width()).isBetween(600, 680);
    assertThat(proposed.doubts()).contains(new Doubt.NoSheet());
  }

  private static void refused(byte[] file, Fault fault) {
    assertThatThrownBy(() -> PhonePicture.read(file))
        .isInstanceOfSatisfying(FaultException.class, e -> assertThat(e.fault()).isEqualTo(fault));
  }

  @Test
  void whatCannotBeReadIsRefusedByName() throws Exception {
    byte[] heic = new byte[200];
    System.arraycopy("....ftypheic".getBytes(StandardCharsets.US_ASCII), 0, heic, 0, 12);
    refused(heic, new CameraFault.PictureKind());
    refused(new byte[0], new CameraFault.PictureKind());
    byte[] whole = SyntheticShot.encoded(SHOT, 0.9);
    refused(Arrays.copyOf(whole, whole.length / 2), new ScanFault.BadImage());
    byte[] fourComponents = whole.clone();
    for (int i = 2; i < 700; i++) {
      if ((fourComponents[i] & 0xff) == 0xff && (fourComponents[i + 1] & 0xff) == 0xc0) {
        fourComponents[i + 9] = 4;
      }
    }
    refused(fourComponents, new CameraFault.PictureKind());
  }
}
