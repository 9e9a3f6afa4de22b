package vn.motcua.scanner.paper.simulated.escl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Every model's capabilities, read by a parser that goes by namespaces alone. */
class EsclModelTest {
  private static final String PWG = "http://www.pwg.org/schemas/2010/12/sm";
  private static final String ESCL = "http://schemas.hp.com/imaging/escl/2011/05/03";

  private static Document capabilities(EsclModel model) throws Exception {
    try (SimulatedEsclScanner scanner =
            SimulatedEsclScanner.builder().model(model).name("Máy & <quét>").start();
        EsclClient client = new EsclClient(scanner)) {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
      factory.setNamespaceAware(true);
      return factory
          .newDocumentBuilder()
          .parse(new ByteArrayInputStream(client.get("ScannerCapabilities").body()));
    }
  }

  private static List<String> texts(Document in, String namespace, String name) {
    NodeList found = in.getElementsByTagNameNS(namespace, name);
    return IntStream.range(0, found.getLength())
        .mapToObj(i -> found.item(i).getTextContent())
        .toList();
  }

  @ParameterizedTest
  @EnumSource(EsclModel.class)
  void saysWhatItHas(EsclModel model) throws Exception {
    Document read = capabilities(model);
    Element root = read.getDocumentElement();
    assertThat(root.getNamespaceURI()).isEqualTo(ESCL);
    assertThat(root.getLocalName()).isEqualTo("ScannerCapabilities");
    assertThat(texts(read, PWG, "Version")).containsExactly(model.version());
    assertThat(texts(read, PWG, "MakeAndModel")).containsExactly("Máy & <quét>");
    assertThat(texts(read, ESCL, "Platen")).hasSize(model.glass() ? 1 : 0);
    assertThat(texts(read, ESCL, "AdfSimplexInputCaps")).hasSize(model.feeder() ? 1 : 0);
    assertThat(texts(read, ESCL, "AdfDuplexInputCaps")).hasSize(model.duplex() ? 1 : 0);
    assertThat(texts(read, ESCL, "ColorMode")).containsAll(model.modes());
    assertThat(texts(read, PWG, "DocumentFormat")).containsAll(model.formats());
    boolean ranges = model == EsclModel.RANGED_RESOLUTIONS;
    assertThat(texts(read, ESCL, "XResolutionRange").isEmpty()).isEqualTo(!ranges);
    assertThat(texts(read, ESCL, "DiscreteResolution").isEmpty()).isEqualTo(ranges);
    assertThat(texts(read, ESCL, "DocumentFormatExt").isEmpty())
        .isEqualTo(model == EsclModel.OLD_2_0);
    assertThat(EsclModel.named(model.label())).hasValue(model);
    assertThat(Files.readString(Path.of("docs", "simulated-scanner.md")))
        .contains("| `" + model.label() + "` |");
  }

  @Test
  void aRangeTakesWhatLiesWithin() throws Exception {
    try (SimulatedEsclScanner scanner =
            SimulatedEsclScanner.builder()
                .pages(EsclPages.pile(1))
                .model(EsclModel.RANGED_RESOLUTIONS)
                .start();
        EsclClient client = new EsclClient(scanner)) {
      String at = "<scan:XResolution>%d</scan:XResolution>";
      assertThat(client.post(EsclClient.settings("Feeder", at.formatted(601))).statusCode())
          .isEqualTo(409);
      byte[] page =
          client.next(client.job(EsclClient.settings("Feeder", at.formatted(101)))).body();
      assertThat(vn.motcua.scanner.paper.PageImages.check(page).dpi()).hasValue(101);
    }
  }

  @Test
  void theOldOneHasNoPng() throws Exception {
    try (SimulatedEsclScanner scanner =
            SimulatedEsclScanner.builder()
                .pages(EsclPages.pile(1))
                .model(EsclModel.OLD_2_0)
                .start();
        EsclClient client = new EsclClient(scanner)) {
      for (String lacking :
          List.of(
              "<pwg:DocumentFormat>image/png</pwg:DocumentFormat>",
              "<scan:ColorMode>BlackAndWhite1</scan:ColorMode>",
              "<scan:XResolution>600</scan:XResolution>")) {
        assertThat(client.post(EsclClient.settings("Feeder", lacking)).statusCode())
            .as(lacking)
            .isEqualTo(409);
      }
    }
  }
}
