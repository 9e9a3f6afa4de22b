package vn.motcua.kiosk.paper;

import vn.motcua.scanner.Fault;

/**
 * What can go wrong with a pile of pages as a whole. A single page has its {@code BadPage}; faults
 * of writing are {@code PdfFault}s.
 */
public sealed interface PaperFault extends Fault {
  /** No page was given, or none was left. */
  record NoPages() implements PaperFault {
    @Override
    public String code() {
      return "PDF-NO-PAGES";
    }
  }

  /** Somebody asked to stop; no file was written. */
  record Cancelled() implements PaperFault {
    @Override
    public String code() {
      return "PDF-CANCELLED";
    }
  }
}
