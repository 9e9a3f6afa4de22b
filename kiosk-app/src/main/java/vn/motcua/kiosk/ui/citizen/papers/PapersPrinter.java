package vn.motcua.kiosk.ui.citizen.papers;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.motcua.scanner.FaultException;

/** Prints what a citizen takes along from this room; given by whoever has a printer. */
public interface PapersPrinter {
  /**
   * A slip.
   *
   * @param title its first line
   * @param lines what stands under it
   * @param qr the text of a QR code on it
   */
  record Sheet(String title, List<String> lines, Optional<String> qr) {
    public Sheet {
      lines = List.copyOf(lines);
    }

    /** Never the text: it may hold the code of a draft. */
    @Override
    public String toString() {
      return "Sheet[" + lines.size() + " lines]";
    }
  }

  /** Prints; blocks until the printer has the job. */
  void print(Sheet sheet, Locale language) throws FaultException;
}
