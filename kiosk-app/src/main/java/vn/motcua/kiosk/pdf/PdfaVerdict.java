package vn.motcua.kiosk.pdf;

import java.util.List;

/**
 * What the validator said about a file.
 *
 * @param conforms whether the file keeps every rule of the flavour that it claims
 * @param flavour the flavour that it claims, for example {@code 2b}; empty if none
 * @param broken the clauses that it breaks, each with its count, for example {@code 6.2.11.4.1-1
 *     ×3}
 */
public record PdfaVerdict(boolean conforms, String flavour, List<String> broken) {
  public PdfaVerdict {
    broken = List.copyOf(broken);
  }

  /** Whether this is a valid PDF/A-2b. */
  public boolean isPdfA2b() {
    return conforms && flavour.equals("2b");
  }
}
