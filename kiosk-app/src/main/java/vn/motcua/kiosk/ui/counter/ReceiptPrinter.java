package vn.motcua.kiosk.ui.counter;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import javax.print.DocFlavor;
import javax.print.DocPrintJob;
import javax.print.PrintException;
import javax.print.PrintService;
import javax.print.PrintServiceLookup;
import javax.print.SimpleDoc;
import javax.print.attribute.HashPrintRequestAttributeSet;
import javax.print.attribute.standard.JobName;
import javax.print.attribute.standard.MediaSizeName;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.printing.PDFPageable;
import vn.motcua.scanner.FaultException;

/** Prints a receipt on the printer that the system prefers. All methods block. */
final class ReceiptPrinter {
  private ReceiptPrinter() {}

  /** The printer's name; empty if the system has none. */
  static Optional<String> find() {
    return service().map(PrintService::getName);
  }

  private static Optional<PrintService> service() {
    return Optional.ofNullable(PrintServiceLookup.lookupDefaultPrintService());
  }

  /**
   * Prints every page of {@code pdf}.
   *
   * @return the printer's name
   * @throws FaultException if there is no printer or it refuses
   */
  static String print(Path pdf) throws FaultException {
    PrintService printer =
        service().orElseThrow(() -> new FaultException(new CounterFault.NoPrinter()));
    HashPrintRequestAttributeSet wishes = new HashPrintRequestAttributeSet();
    wishes.add(MediaSizeName.ISO_A5);
    wishes.add(new JobName("Motcua", null));
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      DocPrintJob job = printer.createPrintJob();
      job.print(
          new SimpleDoc(new PDFPageable(document), DocFlavor.SERVICE_FORMATTED.PAGEABLE, null),
          wishes);
      return printer.getName();
    } catch (PrintException | IOException e) {
      throw new FaultException(new CounterFault.PrintRefused(), e);
    }
  }
}
