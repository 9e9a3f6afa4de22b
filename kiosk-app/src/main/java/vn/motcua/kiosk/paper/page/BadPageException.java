package vn.motcua.kiosk.paper.page;

import java.io.IOException;
import java.io.Serial;

/** A page's file turned out bad while it was read; the pipeline makes a {@link BadPage} of it. */
public final class BadPageException extends IOException {
  @Serial private static final long serialVersionUID = 1L;

  private final Defect defect;

  public BadPageException(Defect defect, String detail) {
    super(detail);
    this.defect = defect;
  }

  public BadPageException(Defect defect, Throwable cause) {
    super(cause);
    this.defect = defect;
  }

  public Defect defect() {
    return defect;
  }
}
