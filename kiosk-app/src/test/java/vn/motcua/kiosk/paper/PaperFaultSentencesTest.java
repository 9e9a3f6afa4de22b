package vn.motcua.kiosk.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import vn.motcua.kiosk.pdf.PdfFault;
import vn.motcua.scanner.Fault;
import vn.motcua.scanner.FaultSentence;
import vn.motcua.scanner.FaultSentences;

class PaperFaultSentencesTest {
  @Test
  void everyFaultHasItsSentencesInBothLanguages() {
    List<Fault> faults = new ArrayList<>();
    for (PaperFault.Defect defect : PaperFault.Defect.values()) {
      faults.add(new PaperFault.BadPage(defect, 1));
    }
    faults.add(new PaperFault.NoPages());
    faults.add(new PaperFault.Cancelled());
    faults.add(new PaperFault.LanguageMissing("fr"));
    faults.add(new PdfFault.DiskFull());
    faults.add(new PdfFault.NotWritable());
    FaultSentences sentences =
        new FaultSentences(List.of("vn.motcua.kiosk.paper.faults", "vn.motcua.kiosk.pdf.faults"));
    for (Fault fault : faults) {
      FaultSentence vi = sentences.find(fault.code(), Locale.of("vi")).orElseThrow();
      FaultSentence en = sentences.find(fault.code(), Locale.ENGLISH).orElseThrow();
      assertThat(vi.what()).as(fault.code()).isNotBlank().isNotEqualTo(en.what());
      assertThat(vi.todo()).as(fault.code()).isNotBlank().isNotEqualTo(en.todo());
    }
  }
}
