package vn.motcua.kiosk.forms;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.motcua.kiosk.pdf.PdfFault;
import vn.motcua.scanner.FaultException;

/**
 * Form 01, "Giấy tiếp nhận hồ sơ và hẹn trả kết quả" (TT 03/2025/TT-VPCP, Phụ lục I), on A5 upright
 * (148 × 210 mm) as PDF/A-2b, by the template in force on the day of reception.
 */
public final class ReceiptForm {
  private final FormWriter writer;
  private final FormTemplates templates;

  /** With the templates of the program. */
  public ReceiptForm(Clock clock) {
    this(clock, FormTemplates.own());
  }

  public ReceiptForm(Clock clock, FormTemplates templates) {
    writer = new FormWriter(clock);
    this.templates = templates;
  }

  /**
   * Writes the form. Equal receipts at an equal time give equal bytes.
   *
   * @throws FaultException with a {@link PdfFault}; no file is written then
   */
  public void write(Receipt receipt, Path out) throws FaultException {
    writer.write(template(receipt), data(receipt), out);
  }

  /** The template by which {@code receipt} is made. */
  public FormTemplate template(Receipt receipt) {
    return templates.inForce(FormKind.RECEIPT, receipt.receivedAt().toLocalDate());
  }

  static FormData data(Receipt receipt) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("authority", receipt.authority());
    values.put("centre", receipt.centre());
    values.put("place", receipt.place());
    values.put("number", receipt.number());
    values.put("book", receipt.book());
    values.put("code", receipt.dossierCode());
    values.put("secret", receipt.secret());
    values.put("qr", receipt.qrText());
    values.put("applicant", receipt.applicant());
    String owner = Typesetting.clean(receipt.owner());
    values.put("owner", owner.equals(Typesetting.clean(receipt.applicant())) ? "" : owner);
    values.put("address", receipt.address());
    values.put("phone", receipt.phone());
    values.put("id", receipt.maskedId());
    values.put("procedure", receipt.procedure());
    values.put("sets", "%02d".formatted(receipt.sets()));
    values.put("pages", Integer.toString(receipt.pagesScanned()));
    values.put("limit", receipt.processingTime());
    values.put("received", VietnameseTime.moment(receipt.receivedAt()));
    values.put("date", VietnameseTime.dateLine(receipt.receivedAt()));
    values.put("due", VietnameseTime.appointment(receipt.dueAt()));
    values.put("dueNote", receipt.dueExplanation());
    values.put("channel", receipt.channel());
    values.put("fee", receipt.fee());
    values.put("counter", receipt.counter());
    values.put("officer", receipt.officer());
    values.put("hotline", receipt.hotline());
    List<Map<String, String>> papers = new ArrayList<>();
    for (ReceiptPaper paper : receipt.papers()) {
      papers.add(
          Map.of(
              "name", paper.name(),
              "originals", count(paper.originals()),
              "copies", count(paper.copies())));
    }
    return new FormData(values, Map.of("papers", papers));
  }

  /** Papers of a kind, as the forms count them. */
  static String count(int papers) {
    return papers == 0 ? "–" : "%02d".formatted(papers);
  }
}
