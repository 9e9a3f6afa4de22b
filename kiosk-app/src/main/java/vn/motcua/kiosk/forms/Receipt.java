package vn.motcua.kiosk.forms;

import java.time.LocalDateTime;
import java.util.List;

/**
 * What stands on form 01. Every text may be empty; its line is then left out, or dotted where the
 * form wants something written by hand. Times are Vietnamese local time.
 *
 * @param authority above the centre, for example the commune's People's Committee
 * @param centre the one-stop centre
 * @param place in the line of the date, for example the commune's name
 * @param number the receipt's number
 * @param book the register's volume (quyển số)
 * @param dossierCode alone in the Code 128; ASCII
 * @param secret the lookup secret, printed for people
 * @param qrText what the QR carries: version, code and secret
 * @param applicant who handed it in
 * @param owner whose dossier it is; left out if empty or the applicant
 * @param address of the applicant
 * @param phone of the applicant
 * @param maskedId the identity number with all but its end hidden
 * @param procedure its name
 * @param papers in their order
 * @param sets copies of the whole dossier (bộ)
 * @param pagesScanned pages of paper that were scanned
 * @param processingTime as the rule says it, for example five working days
 * @param receivedAt when it was received
 * @param dueAt when the result is due
 * @param dueExplanation one plain line: how the date was found
 * @param channel how the result is handed over
 * @param fee fees and charges in words
 * @param counter where it was received
 * @param officer who received it
 * @param hotline whom to call
 */
public record Receipt(
    String authority,
    String centre,
    String place,
    String number,
    String book,
    String dossierCode,
    String secret,
    String qrText,
    String applicant,
    String owner,
    String address,
    String phone,
    String maskedId,
    String procedure,
    List<ReceiptPaper> papers,
    int sets,
    int pagesScanned,
    String processingTime,
    LocalDateTime receivedAt,
    LocalDateTime dueAt,
    String dueExplanation,
    String channel,
    String fee,
    String counter,
    String officer,
    String hotline) {
  public Receipt {
    papers = List.copyOf(papers);
  }
}
