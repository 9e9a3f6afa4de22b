package vn.motcua.kiosk.forms.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.OptionalInt;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.scanner.FaultException;

/** Paper that runs out in the middle: the rest of a slip comes out for nobody. */
class ReceiptPrinterTest {
  @TempDir Path folder;
  private Path slip;
  private int whole;

  @BeforeEach
  void slip() throws Exception {
    slip = folder.resolve("slip.pdf");
    try (PDDocument pdf = new PDDocument()) {
      pdf.addPage(new PDPage(new PDRectangle(204, 300)));
      pdf.save(slip.toFile());
    }
    try (TestReceiptPrinter plenty = new TestReceiptPrinter(100_000)) {
      plenty.printer().send(OptionalInt.empty(), slip);
      whole = plenty.rows();
      assertThat(plenty.cuts()).isEqualTo(1);
    }
    assertThat(whole).isGreaterThan(500);
  }

  @Test
  void theRestOfASlipDoesNotComeOutWithNewPaper() throws Exception {
    try (TestReceiptPrinter paper = new TestReceiptPrinter(300)) {
      ReceiptPrinter printer = paper.printer();
      assertFault(printer, new PrintFault.Unsure());
      int half = paper.rows();
      assertThat(half).isBetween(1, 300);
      paper.awaitForgotten();
      paper.paper(100_000);
      assertThat(paper.rows()).as("rows of the first one's slip").isEqualTo(half);
      printer.send(OptionalInt.empty(), slip);
      assertThat(paper.rows()).isEqualTo(half + whole);
      assertThat(paper.cuts()).isEqualTo(1);
    }
  }

  @Test
  void whatACrashLeftIsThrownAwayAtTheStart() throws Exception {
    try (TestReceiptPrinter paper = new TestReceiptPrinter(100)) {
      ReceiptPrinter crashed = paper.printer();
      // Sent, and killed before it could look.
      try (ReceiptLine line = ReceiptLine.to(paper.address())) {
        line.print(EscPos.pieces(slip, 576), false);
      }
      crashed.forgetAll();
      paper.awaitForgotten();
      paper.paper(100_000);
      // It answers in turn: what was sent before is done with.
      crashed.send(OptionalInt.empty(), slip);
      assertThat(paper.rows()).isEqualTo(whole);
    }
  }

  @Test
  void withoutPaperNothingIsSent() throws Exception {
    try (TestReceiptPrinter paper = new TestReceiptPrinter(0)) {
      assertFault(paper.printer(), new PrintFault.NoPaper());
      paper.paper(100_000);
      assertThat(paper.rows()).isZero();
    }
  }

  private void assertFault(ReceiptPrinter printer, PrintFault fault) {
    assertThatThrownBy(() -> printer.send(OptionalInt.empty(), slip))
        .isInstanceOfSatisfying(
            FaultException.class, told -> assertThat(told.fault()).isEqualTo(fault));
  }
}
