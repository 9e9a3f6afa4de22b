package vn.motcua.kiosk.forms.receipt;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.dossier.LookupSecret;
import vn.motcua.kiosk.dossier.Originals;

/**
 * What a centre says with a receipt.
 *
 * @param code the dossier
 * @param secret opens it
 * @param pages pages that were scanned, 0 to 99,999
 * @param originals where the originals are
 * @param due when the result is due, to the minute
 * @param content {@link ReceiptContent} of the printed receipt: 32 letters and digits
 */
public record ReceiptClaim(
    DossierCode code,
    LookupSecret secret,
    int pages,
    Originals originals,
    LocalDateTime due,
    String content) {
  public ReceiptClaim {
    if (pages < 0 || pages > 99_999) {
      throw new IllegalArgumentException("pages: " + pages);
    }
    if (Base32.decode(content, ReceiptContent.BYTES).isEmpty()) {
      throw new IllegalArgumentException("content");
    }
    due = due.truncatedTo(ChronoUnit.MINUTES);
  }
}
