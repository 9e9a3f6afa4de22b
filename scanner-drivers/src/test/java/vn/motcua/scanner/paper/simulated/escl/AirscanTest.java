package vn.motcua.scanner.paper.simulated.escl;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.motcua.scanner.paper.TestPages;

/** The referee: an independent client scans from the simulated scanner. */
@Timeout(120)
class AirscanTest {
  private static final List<byte[]> PILE = EsclPages.pile(3);
  private static final String[] PAGE = {"--resolution=75", "-x", "210", "-y", "297"};

  private static String[] with(String... more) {
    String[] all = java.util.Arrays.copyOf(more, more.length + PAGE.length);
    System.arraycopy(PAGE, 0, all, more.length, PAGE.length);
    return all;
  }

  private static BufferedImage picture(Path page) throws IOException {
    return TestPages.decode(Files.readAllBytes(page));
  }

  private static void assertSame(Path page, byte[] expected) throws IOException {
    BufferedImage got = picture(page);
    BufferedImage sent = TestPages.decode(expected);
    assertThat(got.getWidth()).isEqualTo(sent.getWidth());
    assertThat(Math.abs(got.getHeight() - sent.getHeight())).isLessThanOrEqualTo(1);
    int height = Math.min(got.getHeight(), sent.getHeight());
    assertThat(
            TestPages.psnr(
                got.getSubimage(0, 0, got.getWidth(), height),
                sent.getSubimage(0, 0, sent.getWidth(), height)))
        .isGreaterThan(40);
  }

  @Test
  void scansTheGlassInColourAndInGrey() throws Exception {
    try (SimulatedEsclScanner scanner = SimulatedEsclScanner.builder().pages(PILE).start();
        Airscan airscan = Airscan.at(scanner.address().toString())) {
      Airscan.Scan colour = airscan.scan("png", with("--source=Flatbed", "--mode=Color"));
      assertThat(colour.code()).as(colour.words()).isZero();
      assertSame(colour.pages().getFirst(), PILE.getFirst());
      Airscan.Scan grey = airscan.scan("png", with("--source=Flatbed", "--mode=Gray"));
      assertThat(grey.code()).as(grey.words()).isZero();
      BufferedImage image = picture(grey.pages().getFirst());
      assertThat(image.getRaster().getNumBands()).isEqualTo(1);
      // The paper of the test page is (253, 252, 247).
      assertThat(image.getRaster().getSample(5, 5, 0)).isBetween(248, 255);
    }
  }

  @Test
  void emptiesTheFeeder() throws Exception {
    try (SimulatedEsclScanner scanner = SimulatedEsclScanner.builder().pages(PILE).start();
        Airscan airscan = Airscan.at(scanner.address().toString())) {
      Airscan.Scan scan = airscan.scan("png", with("--source=ADF", "--batch"));
      assertThat(scan.words()).contains("feeder out of documents");
      assertThat(scan.pages()).hasSize(3);
      for (int i = 0; i < 3; i++) {
        assertSame(scan.pages().get(i), PILE.get(i));
      }
      Airscan.Scan empty = airscan.scan("png", with("--source=ADF"));
      assertThat(empty.code()).isNotZero();
      assertThat(empty.words()).contains("feeder out of documents");
    }
  }

  @Test
  void readsBothSides() throws Exception {
    try (SimulatedEsclScanner scanner = SimulatedEsclScanner.builder().pages(PILE).start();
        Airscan airscan = Airscan.at(scanner.address().toString())) {
      Airscan.Scan scan = airscan.scan("png", with("--source=ADF Duplex", "--batch"));
      assertThat(scan.pages()).as(scan.words()).hasSize(4);
      assertSame(scan.pages().get(1), PILE.get(1));
      assertThat(picture(scan.pages().get(3)).getRGB(300, 400) & 0xffffff)
          .as("the back of the last sheet is white")
          .isGreaterThanOrEqualTo(0xfefefe);
    }
  }

  @Test
  void reportsAJam() throws Exception {
    try (SimulatedEsclScanner scanner =
            SimulatedEsclScanner.builder().pages(PILE).fault(PlannedFault.parse("jam@2")).start();
        Airscan airscan = Airscan.at(scanner.address().toString())) {
      Airscan.Scan scan = airscan.scan("png", with("--source=ADF", "--batch"));
      assertThat(scan.words()).contains("feeder jammed");
      assertThat(scan.pages()).hasSize(1);
    }
  }

  /** Ranges and other prefixes are beyond sane-airscan 0.99.27; EsclModelTest looks after them. */
  @ParameterizedTest
  @EnumSource(
      value = EsclModel.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"RANGED_RESOLUTIONS", "ODD_NAMESPACES", "DEFAULT_NAMESPACE"})
  void understandsEveryModel(EsclModel model) throws Exception {
    try (SimulatedEsclScanner scanner =
            SimulatedEsclScanner.builder().pages(PILE).model(model).start();
        Airscan airscan = Airscan.at(scanner.address().toString())) {
      Airscan.Scan scan =
          model.feeder()
              ? airscan.scan("png", with("--source=ADF", "--batch"))
              : airscan.scan("png", PAGE);
      assertThat(scan.pages()).as(scan.words()).hasSize(model.feeder() ? 3 : 1);
      assertSame(scan.pages().getFirst(), PILE.getFirst());
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = EsclFault.class,
      names = {"RELATIVE_LOCATION", "END_409", "CHUNKED", "CLOSE_DELIMITED", "WRONG_CONTENT_TYPE"})
  void bearsWhatItKnowsFromTheWorld(EsclFault fault) throws Exception {
    try (SimulatedEsclScanner scanner =
            SimulatedEsclScanner.builder().pages(PILE).fault(PlannedFault.of(fault)).start();
        Airscan airscan = Airscan.at(scanner.address().toString())) {
      Airscan.Scan scan = airscan.scan("png", with("--source=ADF", "--batch"));
      assertThat(scan.pages()).as(scan.words()).hasSize(3);
    }
  }

  @Test
  void scansBehindTls() throws Exception {
    try (SimulatedEsclScanner scanner =
            SimulatedEsclScanner.builder().pages(PILE).tls(true).start();
        Airscan airscan = Airscan.at(scanner.address().toString())) {
      Airscan.Scan scan = airscan.scan("png", with("--source=ADF", "--batch"));
      assertThat(scan.pages()).as(scan.words()).hasSize(3);
      assertSame(scan.pages().get(2), PILE.get(2));
    }
  }
}
