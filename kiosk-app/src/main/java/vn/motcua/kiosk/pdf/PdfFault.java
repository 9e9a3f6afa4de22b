package vn.motcua.kiosk.pdf;

import vn.motcua.scanner.Fault;

/** What can go wrong when a PDF is written. The target is then as it was before. */
public sealed interface PdfFault extends Fault {
  /** No room left on the disk, or the quota is used up. */
  record DiskFull() implements PdfFault {
    @Override
    public String code() {
      return "PDF-DISK-FULL";
    }
  }

  /** The folder cannot be written to (read-only, missing rights, not a folder, device gone). */
  record NotWritable() implements PdfFault {
    @Override
    public String code() {
      return "PDF-WRITE";
    }
  }
}
