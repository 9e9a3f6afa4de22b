package vn.motcua.kiosk.paper;

import java.io.IOException;
import java.io.Serial;

/** A page's file turned out bad while it was read; only inside this package. */
final class BadPageException extends IOException {
  @Serial private static final long serialVersionUID = 1L;

  private final PaperFault.Defect defect;

  BadPageException(PaperFault.Defect defect, String detail) {
    super(detail);
    this.defect = defect;
  }

  BadPageException(PaperFault.Defect defect, Throwable cause) {
    super(cause);
    this.defect = defect;
  }

  PaperFault.Defect defect() {
    return defect;
  }
}
