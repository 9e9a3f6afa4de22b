package vn.motcua.kiosk.desk;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import vn.motcua.kiosk.citizen.CitizenNumber;
import vn.motcua.kiosk.dossier.Dossier;
import vn.motcua.kiosk.dossier.DueDate;
import vn.motcua.kiosk.dossier.LookupSecret;
import vn.motcua.kiosk.dossier.Party;
import vn.motcua.kiosk.dossier.ReturnChannel;
import vn.motcua.kiosk.forms.Receipt;
import vn.motcua.kiosk.forms.ReceiptPaper;

/** Puts a received dossier into the words of form 01, which is always Vietnamese. */
final class ReceiptText {
  private ReceiptText() {}

  static Receipt of(
      Dossier dossier,
      LookupSecret secret,
      Centre centre,
      String officer,
      String counter,
      int number) {
    String code = dossier.code().value();
    Party applicant = dossier.applicant();
    DueDate due = dossier.due().orElseThrow();
    return new Receipt(
        "Ủy ban nhân dân " + lowerFirst(centre.name()),
        centre.kind(),
        centre.name(),
        "%04d".formatted(number),
        Integer.toString(dossier.received().getYear()),
        code,
        secret.value(),
        ScannedCode.receiptText(dossier.code(), secret),
        applicant.name(),
        dossier.owner().equals(applicant) ? "" : dossier.owner().name(),
        applicant.address(),
        applicant.phone(),
        applicant.number().map(own -> new CitizenNumber(own).masked()).orElse(""),
        dossier.procedure().name(),
        dossier.papers().stream()
            .map(paper -> new ReceiptPaper(paper.name(), paper.originals(), paper.copies()))
            .toList(),
        1,
        dossier.pages(),
        limit(dossier.procedure().workingDays()),
        dossier.received(),
        due.at(),
        explanation(due),
        channel(dossier.channel(), centre),
        fee(dossier.fee()),
        counter,
        officer,
        centre.hotline());
  }

  private static String limit(int workingDays) {
    return workingDays == 0 ? "Trong ngày" : workingDays + " ngày làm việc";
  }

  /** What is not counted, in one line. */
  private static String explanation(DueDate due) {
    Set<String> off = new LinkedHashSet<>();
    for (DueDate.Day day : due.days()) {
      if (!day.counted()) {
        off.add(day.note().isEmpty() ? "thứ Bảy, Chủ nhật" : day.note());
      }
    }
    String text = off.isEmpty() ? "" : "Không tính ngày nhận, " + String.join(", ", off) + ".";
    return due.provisional() ? (text + " Ngày tạm tính.").strip() : text;
  }

  private static String channel(ReturnChannel channel, Centre centre) {
    return switch (channel) {
      case COUNTER -> "Tại quầy " + centre.returnCounter();
      case POST -> "Qua bưu chính";
      case ELECTRONIC -> "Bản điện tử";
    };
  }

  private static String fee(long fee) {
    if (fee == 0) {
      return "Không thu";
    }
    DecimalFormatSymbols dots = new DecimalFormatSymbols(Locale.ROOT);
    dots.setGroupingSeparator('.');
    return new DecimalFormat("#,##0", dots).format(fee) + " đồng";
  }

  private static String lowerFirst(String name) {
    return name.isEmpty()
        ? name
        : name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }
}
