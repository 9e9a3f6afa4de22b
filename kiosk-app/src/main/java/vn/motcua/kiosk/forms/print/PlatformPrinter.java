package vn.motcua.kiosk.forms.print;

import java.awt.print.PrinterException;
import java.awt.print.PrinterJob;
import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalInt;
import javax.print.PrintService;
import javax.print.PrintServiceLookup;
import javax.print.attribute.HashPrintRequestAttributeSet;
import javax.print.attribute.standard.JobName;
import javax.print.attribute.standard.PrinterIsAcceptingJobs;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.printing.PDFPageable;
import vn.motcua.scanner.FaultException;

/**
 * A printer of the platform's own print service, for Windows: the spooler takes the pages and tells
 * no more of them. Where there is CUPS, {@link IppPrinter} knows more.
 */
public final class PlatformPrinter implements Printer {
  private final String name;

  /**
   * @param name as the platform calls it; empty for its usual printer
   */
  public PlatformPrinter(String name) {
    this.name = name;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public OptionalInt open(String token) throws FaultException {
    service();
    return OptionalInt.empty();
  }

  @Override
  public void send(OptionalInt job, Path pdf) throws FaultException {
    PrintService service = service();
    boolean begun = false;
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      PrinterJob order = PrinterJob.getPrinterJob();
      order.setPrintService(service);
      order.setPageable(new PDFPageable(document));
      HashPrintRequestAttributeSet attributes = new HashPrintRequestAttributeSet();
      attributes.add(new JobName("Một Cửa", null));
      begun = true;
      order.print(attributes);
    } catch (PrinterException | IOException trouble) {
      throw new FaultException(begun ? new PrintFault.Unsure() : new PrintFault.Refused(), trouble);
    }
  }

  @Override
  public Progress progress(int job) {
    return Progress.UNKNOWN;
  }

  @Override
  public void cancel(int job) {
    // The spooler has it.
  }

  private PrintService service() throws FaultException {
    PrintService usual = PrintServiceLookup.lookupDefaultPrintService();
    PrintService found = name.isEmpty() ? usual : null;
    for (PrintService each : PrintServiceLookup.lookupPrintServices(null, null)) {
      if (each.getName().equals(name)) {
        found = each;
      }
    }
    if (found == null) {
      throw new FaultException(new PrintFault.Unknown());
    }
    if (PrinterIsAcceptingJobs.NOT_ACCEPTING_JOBS.equals(
        found.getAttribute(PrinterIsAcceptingJobs.class))) {
      throw new FaultException(new PrintFault.Stopped());
    }
    return found;
  }
}
