package vn.motcua.kiosk.forms;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.dossier.LookupSecret;
import vn.motcua.kiosk.dossier.Originals;
import vn.motcua.kiosk.forms.receipt.ReceiptClaim;
import vn.motcua.kiosk.forms.receipt.ReceiptContent;
import vn.motcua.kiosk.forms.receipt.SignedText;
import vn.motcua.kiosk.forms.receipt.SiteSigner;
import vn.motcua.kiosk.pdf.PdfFault;
import vn.motcua.kiosk.pdf.WholeFile;
import vn.motcua.scanner.FaultException;

/**
 * Form 01, "Giấy tiếp nhận hồ sơ và hẹn trả kết quả" (TT 03/2025/TT-VPCP, Phụ lục I), on A5 upright
 * (148 × 210 mm) as PDF/A-2b, by the template in force on the day of reception.
 */
public final class ReceiptForm {
  private final FormWriter writer;
  private final FormTemplates templates;
  private final Optional<SiteSigner> signer;

  /** With the templates of the program. */
  public ReceiptForm(Clock clock) {
    this(clock, FormTemplates.own());
  }

  public ReceiptForm(Clock clock, FormTemplates templates) {
    this(new FormWriter(clock), templates, Optional.empty());
  }

  private ReceiptForm(FormWriter writer, FormTemplates templates, Optional<SiteSigner> signer) {
    this.writer = writer;
    this.templates = templates;
    this.signer = signer;
  }

  /** The same form, whose receipts the site signs. */
  public ReceiptForm signedBy(SiteSigner site) {
    return new ReceiptForm(writer, templates, Optional.of(site));
  }

  /**
   * Writes the form; if there is a signer, its QR tells the page count, where the originals are and
   * what is printed, signed.
   *
   * @throws FaultException with a {@link PdfFault}; no file is written then
   */
  public void write(Receipt receipt, Originals originals, Path out) throws FaultException {
    FormData data = data(receipt).with("originals", whereabouts(originals));
    FormTemplate template = template(receipt);
    // The words of the page, which the signature covers, do not depend on what the QR says.
    writer.write(template, data, out);
    if (signer.isEmpty()) {
      return;
    }
    DossierCode code = new DossierCode(receipt.dossierCode());
    LookupSecret secret = LookupSecret.read(receipt.secret()).orElseThrow();
    try {
      String content = ReceiptContent.of(out).orElseThrow();
      ReceiptClaim claim =
          new ReceiptClaim(
              code, secret, receipt.pagesScanned(), originals, receipt.dueAt(), content);
      writer.write(template, data.with("qr", SignedText.of(claim, signer.get())), out);
    } catch (IOException e) {
      throw new FaultException(
          WholeFile.faultOf(e, Objects.requireNonNullElse(out.toAbsolutePath().getParent(), out)),
          e);
    }
  }

  static String whereabouts(Originals originals) {
    return switch (originals) {
      case NONE -> "Không nộp bản chính";
      case HELD -> "Trung tâm đang giữ";
      case GIVEN_BACK -> "Đã trả lại người nộp";
    };
  }

  /**
   * Writes the form. Equal receipts at an equal time give equal bytes.
   *
   * @throws FaultException with a {@link PdfFault}; no file is written then
   */
  public void write(Receipt receipt, Path out) throws FaultException {
    writer.write(template(receipt), data(receipt), out);
  }

  /** The version of the template in force on {@code day}. */
  public String version(LocalDate day) {
    return templates.inForce(FormKind.RECEIPT, day).version();
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
