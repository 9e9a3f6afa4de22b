package vn.motcua.scanner.paper.sane;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.scanner.paper.ColourMode;
import vn.motcua.scanner.paper.PaperSource;

/** Wordings of backends in the field; a dash stands for "none fits". */
class SaneWordsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Flatbed|Automatic Document Feeder; Flatbed; Automatic Document Feeder; -",
        "ADF Front|ADF Back|ADF Duplex; -; ADF Front; ADF Duplex",
        "FlatBed|Automatic Document Feeder(left aligned)|Automatic Document Feeder(left aligned,"
            + "Duplex); FlatBed; Automatic Document Feeder(left aligned); Automatic Document"
            + " Feeder(left aligned,Duplex)",
        "Flatbed|ADF|ADF Duplex; Flatbed; ADF; ADF Duplex",
        "Flatbed|ADF Front|ADF Back|ADF Duplex|Card Front|Card Back|Card Duplex; Flatbed; ADF"
            + " Front; ADF Duplex",
        "Document Table|ADF Simplex|ADF Duplex; Document Table; ADF Simplex; ADF Duplex",
        "Flatbed|Transparency Adapter; Flatbed; -; -",
      })
  void sources(String values, String flatbed, String feeder, String duplex) {
    List<String> offered = Arrays.asList(values.split("\\|"));
    assertThat(SaneWords.source(offered, PaperSource.FLATBED).orElse("-")).isEqualTo(flatbed);
    assertThat(SaneWords.source(offered, PaperSource.FEEDER).orElse("-")).isEqualTo(feeder);
    assertThat(SaneWords.source(offered, PaperSource.FEEDER_DUPLEX).orElse("-")).isEqualTo(duplex);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Lineart|Gray|Color; Color; Gray; Lineart",
        "Lineart|Halftone|Gray|Color; Color; Gray; Lineart",
        "Black & White|Gray[Error Diffusion]|True Gray|24bit Color[Fast]|24bit Color; 24bit Color;"
            + " True Gray; Black & White",
        "Binary|Grayscale|Color; Color; Grayscale; Binary",
        "Monochrome|Grayscale|Color; Color; Grayscale; Monochrome",
        "Gray|Color; Color; Gray; -",
        "Color|Gray|48 bits color|16 bits gray; Color; Gray; -",
      })
  void modes(String values, String colour, String grey, String blackWhite) {
    List<String> offered = Arrays.asList(values.split("\\|"));
    assertThat(SaneWords.mode(offered, ColourMode.COLOUR).orElse("-")).isEqualTo(colour);
    assertThat(SaneWords.mode(offered, ColourMode.GREY).orElse("-")).isEqualTo(grey);
    assertThat(SaneWords.mode(offered, ColourMode.BLACK_WHITE).orElse("-")).isEqualTo(blackWhite);
  }
}
