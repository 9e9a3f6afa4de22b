package vn.motcua.scanner.paper.escl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.motcua.scanner.paper.ColourMode;
import vn.motcua.scanner.paper.PaperSource;
import vn.motcua.scanner.paper.ScannerCapabilities;

/** Documents differ a lot from maker to maker. */
class EsclCapabilitiesTest {
  private static EsclCapabilities read(String document) throws NonsenseException {
    return read(document, StandardCharsets.UTF_8);
  }

  private static EsclCapabilities read(String document, Charset charset) throws NonsenseException {
    return EsclCapabilities.read(document.getBytes(charset));
  }

  private static ScannerCapabilities general(String document) throws NonsenseException {
    return read(document).general(EsclOverride.NONE);
  }

  @Test
  void glassAndFeederForBothSides() throws Exception {
    EsclCapabilities can = read(Documents.usual());
    assertThat(can.version()).isEqualTo("2.63");
    assertThat(can.model()).isEqualTo("Máy quét thử");
    assertThat(can.uuid()).isEqualTo("4509a320-00a0-008f-00b6-00559a327d32");
    ScannerCapabilities general = can.general(EsclOverride.NONE);
    assertThat(general.sources()).containsOnly(PaperSource.values());
    assertThat(general.modes()).containsOnly(ColourMode.values());
    assertThat(general.resolutions()).containsExactly(50, 100, 200, 300, 600);
    assertThat(general.widthMillimetres()).isBetween(215.8, 216.0);
    assertThat(general.heightMillimetres()).isBetween(355.5, 355.7);
    assertThat(can.general(EsclOverride.NONE.withNoDuplex()).sources())
        .containsOnly(PaperSource.FLATBED, PaperSource.FEEDER);
  }

  @Test
  void aFeederForOneSideOnly() throws Exception {
    ScannerCapabilities general = general(Documents.simplexOnly());
    assertThat(general.sources()).containsExactly(PaperSource.FEEDER);
    assertThat(general.modes()).containsExactly(ColourMode.COLOUR);
  }

  @Test
  void profilesThatStandElsewhereAndARange() throws Exception {
    EsclCapabilities can = read(Documents.profilesByReference());
    assertThat(can.model()).isEqualTo("Làng Nghề 9000");
    ScannerCapabilities general = can.general(EsclOverride.NONE);
    assertThat(general.modes()).containsExactly(ColourMode.COLOUR);
    assertThat(general.resolutions()).containsExactly(75, 100, 150, 200, 300, 400, 600);
    Resolutions range = can.sources().get(PaperSource.FLATBED).profiles().getFirst().resolutions();
    assertThat(range.has(125)).isTrue();
    assertThat(range.has(240)).isFalse();
    assertThat(range.has(625)).isFalse();
  }

  @Test
  void sloppyDocumentsAreReadAsWellAsCanBe() throws Exception {
    EsclCapabilities can = read(Documents.sloppy());
    assertThat(can.version()).isEqualTo("2.0");
    assertThat(can.model()).isEmpty();
    ScannerCapabilities general = can.general(EsclOverride.NONE);
    assertThat(general.modes()).containsOnly(ColourMode.COLOUR, ColourMode.GREY);
    assertThat(general.resolutions()).containsExactly(100, 150, 200, 240, 300);
    assertThat(general.heightMillimetres()).isZero();
  }

  @Test
  void profilesThatDiffer() throws Exception {
    ScannerCapabilities general = general(Documents.unevenProfiles());
    assertThat(general.modes()).containsOnly(ColourMode.values());
    assertThat(general.resolutions()).containsExactly(100, 200, 300, 600);
  }

  @Test
  void pdfIsNoPicture() throws Exception {
    assertThat(general(Documents.pdfOnly()).modes()).isEmpty();
  }

  @Test
  void otherCharactersThanUtf8() throws Exception {
    String latin = Documents.usual("Büro").replace("encoding=\"UTF-8\"", "encoding=\"ISO-8859-1\"");
    assertThat(read(latin, StandardCharsets.ISO_8859_1).model()).isEqualTo("Büro");
    String wide = "\ufeff" + Documents.usual().replace("encoding=\"UTF-8\"", "");
    assertThat(read(wide, StandardCharsets.UTF_16LE).model()).isEqualTo("Máy quét thử");
    assertThat(read(wide, StandardCharsets.UTF_16BE).model()).isEqualTo("Máy quét thử");
    // Said to be UTF-8, and is not: the name suffers, nothing else.
    assertThat(read(Documents.usual("Büro"), StandardCharsets.ISO_8859_1).sources().keySet())
        .isEqualTo(Set.of(PaperSource.values()));
  }

  @Test
  void namesMayBeShown() throws Exception {
    assertThat(read(Documents.usual("a\u202eb\u200bc" + "x".repeat(500))).model())
        .startsWith("a b c")
        .hasSize(100);
  }

  @Test
  void theFactorFollowsTheQuality() {
    EsclCapabilities.Compression range = new EsclCapabilities.Compression(10, 110, 5);
    assertThat(range.factor(100)).isEqualTo(10);
    assertThat(range.factor(92)).isEqualTo(15);
    assertThat(range.factor(50)).isEqualTo(60);
    assertThat(range.factor(1)).isEqualTo(105);
  }
}
