package vn.motcua.scanner.paper.simulated.escl;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.motcua.scanner.paper.ColourMode;
import vn.motcua.scanner.paper.ImageFormat;
import vn.motcua.scanner.paper.PageImages;
import vn.motcua.scanner.paper.TestPages;

class PageMakerTest {
  private static final ScanTicket.Region A4 = new ScanTicket.Region(0, 0, 2480, 3508);

  private static ScanTicket ticket(ColourMode mode, int dpi, PageForm form) {
    return new ScanTicket(true, false, mode, dpi, A4, form, 5);
  }

  /** Two inches square. */
  private static ScanTicket corner(ColourMode mode, int dpi) {
    return new ScanTicket(
        true, false, mode, dpi, new ScanTicket.Region(0, 0, 600, 600), PageForm.PNG, 5);
  }

  /** A4 at 150 dpi of one grey. */
  private static BufferedImage plain(int type, int grey) {
    BufferedImage image = new BufferedImage(1240, 1754, type);
    Arrays.fill(((DataBufferByte) image.getRaster().getDataBuffer()).getData(), (byte) grey);
    return image;
  }

  @ParameterizedTest
  @EnumSource(
      value = ColourMode.class,
      names = {"COLOUR", "GREY"})
  void greysStayAsTheyAre(ColourMode mode) throws Exception {
    for (int type : new int[] {BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_3BYTE_BGR}) {
      byte[] picture = PictureWriter.write(plain(type, 100), PageForm.PNG, 150, 0);
      for (int dpi : new int[] {50, 75, 150, 300}) {
        BufferedImage page =
            TestPages.decode(PageMaker.scan(picture, corner(mode, dpi), false).bytes());
        assertThat(page.getRaster().getSample(page.getWidth() / 2, page.getHeight() / 2, 0))
            .as("%s from %d at %d dpi", mode, type, dpi)
            .isBetween(98, 102);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(PageForm.class)
  void blackAndWhiteInEveryForm(PageForm form) throws Exception {
    BufferedImage half = plain(BufferedImage.TYPE_3BYTE_BGR, 200);
    Graphics2D g = half.createGraphics();
    g.setColor(new Color(60, 60, 60));
    g.fillRect(0, 0, half.getWidth(), half.getHeight() / 2);
    g.dispose();
    PageMaker.Page page =
        PageMaker.scan(TestPages.png(half), ticket(ColourMode.BLACK_WHITE, 300, form), false);
    PageImages.Facts facts = PageImages.check(page.bytes());
    assertThat(facts.format()).isEqualTo(form.format());
    assertThat(facts.dpi()).hasValue(300);
    assertThat(facts.width()).isEqualTo(2480).isEqualTo(page.width());
    BufferedImage read = TestPages.decode(page.bytes());
    assertThat(read.getRGB(1000, 500) & 0xff).isLessThan(8);
    assertThat(read.getRGB(1000, 3000) & 0xff).isGreaterThan(247);
    if (form != PageForm.JPEG) {
      assertThat(read.getColorModel().getPixelSize()).isEqualTo(1);
    }
  }

  @Test
  void onlyAJpegThatNeedsNoChangeIsPassedThrough() throws Exception {
    byte[] colour =
        PictureWriter.write(plain(BufferedImage.TYPE_3BYTE_BGR, 90), PageForm.JPEG, 150, 10);
    byte[] grey =
        PictureWriter.write(plain(BufferedImage.TYPE_BYTE_GRAY, 90), PageForm.JPEG, 150, 10);
    assertThat(given(colour, ColourMode.COLOUR, 150, PageForm.JPEG)).isEqualTo(colour);
    assertThat(given(grey, ColourMode.GREY, 150, PageForm.JPEG)).isEqualTo(grey);
    assertThat(given(colour, ColourMode.GREY, 150, PageForm.JPEG)).isNotEqualTo(colour);
    assertThat(given(grey, ColourMode.COLOUR, 150, PageForm.JPEG)).isNotEqualTo(grey);
    assertThat(given(colour, ColourMode.COLOUR, 75, PageForm.JPEG)).isNotEqualTo(colour);
    assertThat(PageImages.check(given(colour, ColourMode.COLOUR, 150, PageForm.TIFF)).format())
        .isEqualTo(ImageFormat.TIFF);
    ScanTicket wider =
        new ScanTicket(
            true, false, ColourMode.COLOUR, 150, ScanTicket.Region.FEEDER, PageForm.JPEG, 5);
    BufferedImage padded = TestPages.decode(PageMaker.scan(colour, wider, false).bytes());
    assertThat(padded.getWidth()).isEqualTo(1275);
    assertThat(padded.getHeight()).isEqualTo(2100);
    assertThat(padded.getRGB(600, 2000) & 0xff).as("white below the page").isGreaterThan(247);
    assertThat(padded.getRGB(600, 1000) & 0xff).isBetween(85, 95);
  }

  private static byte[] given(byte[] picture, ColourMode mode, int dpi, PageForm form)
      throws IOException, vn.motcua.scanner.FaultException {
    return PageMaker.scan(picture, ticket(mode, dpi, form), false).bytes();
  }
}
