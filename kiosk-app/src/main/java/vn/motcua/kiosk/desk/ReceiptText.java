package vn.motcua.kiosk.desk;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.LinkedHashSet;
import java.util.Locale;
import vn.motcua.kiosk.citizen.CitizenNumber;
import vn.motcua.kiosk.dossier.Dossier;
import vn.motcua.kiosk.dossier.DueDate;
import vn.motcua.kiosk.dossier.LookupSecret;
import vn.motcua.kiosk.dossier.Party;
import vn.motcua.kiosk.dossier.Procedure;
import vn.motcua.kiosk.dossier.ReturnChannel;
import vn.motcua.kiosk.dossier.TimeLimit;
import vn.motcua.kiosk.dossier.WorkingCalendar;
import vn.motcua.kiosk.forms.FormDates;
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
        limit(dossier.procedure()),
        dossier.received(),
        due.at(),
        explanation(due),
        channel(dossier.channel(), centre),
        fee(dossier.fee()),
        counter.matches("[0-9]+") ? "Quầy " + counter : counter,
        officer,
        centre.hotline());
  }

  private static String limit(Procedure procedure) {
    if (procedure.limit() instanceof TimeLimit.Hours hours) {
      return hours.hours() + " giờ làm việc";
    }
    int workingDays = procedure.workingDays();
    return workingDays == 0 ? "Trong ngày" : workingDays + " ngày làm việc";
  }

  /** What is not counted, in one line. */
  static String explanation(DueDate due) {
    LinkedHashSet<String> off = new LinkedHashSet<>();
    String late = "";
    for (DueDate.Day day : due.days()) {
      switch (day.note()) {
        case WorkingCalendar.SAME_DAY -> late = "Nhận sau giờ nên trả trong ngày làm việc sau. ";
        case WorkingCalendar.AFTER_HOURS ->
            late =
                "Nhận ngoài giờ nên coi là nhận " + FormDates.day(day.date().atStartOfDay()) + ". ";
        case "" -> {
          if (!day.counted()) {
            off.add("thứ Bảy, Chủ nhật");
          }
        }
        default -> {
          if (!day.counted()) {
            off.add(day.note());
          }
        }
      }
    }
    boolean ofDays = due.workingDays() > 0;
    if (ofDays) {
      off.addFirst("ngày nhận");
    }
    String text = late + (off.isEmpty() ? "" : "Không tính " + String.join(", ", off) + ".");
    return (due.provisional() ? text + " Ngày tạm tính." : text).strip();
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
