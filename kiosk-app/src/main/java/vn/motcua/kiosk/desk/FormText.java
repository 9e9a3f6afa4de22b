package vn.motcua.kiosk.desk;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.motcua.kiosk.dossier.Apology;
import vn.motcua.kiosk.dossier.Custody;
import vn.motcua.kiosk.dossier.Dossier;
import vn.motcua.kiosk.dossier.DossierEvent;
import vn.motcua.kiosk.dossier.DueDate;
import vn.motcua.kiosk.dossier.Move;
import vn.motcua.kiosk.dossier.Moves;
import vn.motcua.kiosk.dossier.Originals;
import vn.motcua.kiosk.dossier.PortalStatus;
import vn.motcua.kiosk.dossier.ReceivedPaper;
import vn.motcua.kiosk.dossier.Stage;
import vn.motcua.kiosk.forms.FormData;
import vn.motcua.kiosk.forms.FormDates;
import vn.motcua.kiosk.forms.FormKind;

/** Puts a dossier into the words of forms 02 to 06, which are always Vietnamese. */
final class FormText {
  /**
   * What a form is made of.
   *
   * @param before the dossier before the move that the form tells of
   * @param after as it stands now
   * @param note what the officer wrote
   * @param number of the form
   */
  record Facts(
      FormKind kind,
      Dossier before,
      Dossier after,
      List<DossierEvent> history,
      List<Custody> custody,
      String officer,
      String note,
      int number,
      LocalDateTime at) {
    Facts {
      history = List.copyOf(history);
      custody = List.copyOf(custody);
    }
  }

  private FormText() {}

  /** How the kept files of a form are called. */
  static String prefix(FormKind kind) {
    return "Mẫu " + kind.number() + " ";
  }

  /** Whether a dossier is in a state that the form tells of. */
  static boolean fits(FormKind kind, Dossier dossier) {
    return switch (kind) {
      case RECEIPT, REGISTER -> false;
      case SUPPLEMENT -> dossier.status() == PortalStatus.SUPPLEMENT_REQUESTED;
      case REFUSAL -> dossier.status() == PortalStatus.REFUSED;
      case APOLOGY -> dossier.apology().isPresent() && isOpen(dossier.status());
      // Until form 05 is issued by its own move, a stopped dossier may still go on.
      case STOP -> dossier.handling().stopIssued();
      case CONTROL -> true;
    };
  }

  private static boolean isOpen(PortalStatus status) {
    return status != PortalStatus.FINISHED && !Moves.isEnd(status);
  }

  /** What the officer wrote when the dossier came into that state. */
  static String note(FormKind kind, List<DossierEvent> history) {
    return history.reversed().stream()
        .filter(event -> FormDesk.formOf(event.move()).filter(kind::equals).isPresent())
        .findFirst()
        .map(DossierEvent::note)
        .orElse("");
  }

  static FormData of(Facts facts, Centre centre) {
    Dossier dossier = facts.after();
    Map<String, String> values = head(centre, facts.number(), facts.officer(), facts.at());
    String code = dossier.code().value();
    values.put("code", code);
    // The secret is nowhere but on the receipt: this QR leads to the dossier, it opens nothing.
    values.put("qr", code);
    values.put("applicant", dossier.applicant().name());
    boolean other = !dossier.owner().equals(dossier.applicant());
    boolean control = facts.kind() == FormKind.CONTROL;
    values.put("owner", other || control ? dossier.owner().name() : "");
    values.put("address", dossier.applicant().address());
    values.put("phone", dossier.applicant().phone());
    values.put("procedure", dossier.procedure().name());
    values.put("unit", dossier.procedure().unit());
    values.put("received", FormDates.moment(dossier.received()));
    values.put("receivedDay", FormDates.day(dossier.received()));
    values.put("due", dossier.due().map(due -> FormDates.appointment(due.at())).orElse(""));
    values.put("reason", facts.note().isBlank() ? dossier.reason() : facts.note());
    values.put("originals", originals(facts.before().originals(), dossier.originals()));
    values.put("requested", FormDates.moment(facts.at()));
    values.put("stopped", FormDates.moment(facts.at()));
    values.put("state", "Đang ở bước " + stage(dossier.stage()) + ", chưa có quyết định");
    values.put("feeHandling", dossier.fee() == 0 ? "Không thu" : "");
    if (dossier.apology().isPresent()) {
      Apology apology = dossier.apology().get();
      values.put("oldDue", facts.before().due().map(FormText::due).orElse(""));
      if (facts.before().equals(dossier)) {
        values.put("oldDue", FormDates.day(apology.oldDate().atStartOfDay()));
      }
      values.put("newDue", dossier.due().map(FormText::due).orElse(""));
      boolean provisional = dossier.due().map(DueDate::provisional).orElse(false);
      values.put("dueNote", provisional ? "Ngày tạm tính: lịch nghỉ của năm đó chưa công bố." : "");
      if (facts.kind() == FormKind.APOLOGY) {
        values.put("reason", apology.reason());
      }
    }
    return new FormData(
        values,
        Map.of(
            "papers", papers(dossier),
            "missing", missing(dossier),
            "handovers", handovers(facts, centre)));
  }

  /** What stands on all forms. */
  static Map<String, String> head(Centre centre, int number, String officer, LocalDateTime at) {
    Map<String, String> values = new LinkedHashMap<>();
    String name = centre.name();
    String small =
        name.isEmpty() ? name : name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    values.put("authority", "Ủy ban nhân dân " + small);
    values.put("centre", centre.kind());
    values.put("centreStart", centre.kind() + " " + small);
    values.put("centreSentence", centre.kind() + " " + small);
    values.put("place", name);
    values.put("date", FormDates.dateLine(at));
    values.put("number", "%04d/%d".formatted(number, at.getYear()));
    values.put("book", Integer.toString(at.getYear()));
    values.put("officer", officer);
    values.put("signerRole", "THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ");
    values.put("hotline", centre.hotline());
    return values;
  }

  static String stage(Stage stage) {
    return switch (stage) {
      case RECEPTION -> "tiếp nhận";
      case APPRAISAL -> "thẩm định";
      case APPROVAL -> "phê duyệt";
      case SIGNING -> "ký số";
      case RETURN -> "trả kết quả";
    };
  }

  private static String due(DueDate due) {
    return FormDates.appointment(due.at());
  }

  private static String originals(Originals before, Originals now) {
    if (before == Originals.HELD && now == Originals.GIVEN_BACK) {
      return "Trả lại cho người nộp cùng phiếu này";
    }
    return switch (now) {
      case NONE -> "Không nộp bản chính";
      case HELD -> "Trung tâm đang giữ";
      case GIVEN_BACK -> "Đã trả lại người nộp";
    };
  }

  private static List<Map<String, String>> papers(Dossier dossier) {
    List<Map<String, String>> rows = new ArrayList<>();
    for (ReceivedPaper paper : dossier.papers()) {
      rows.add(
          Map.of(
              "name", paper.name(),
              "originals", count(paper.originals()),
              "copies", count(paper.copies())));
    }
    return rows;
  }

  private static String count(int papers) {
    return papers == 0 ? "–" : "%02d".formatted(papers);
  }

  private static List<Map<String, String>> missing(Dossier dossier) {
    List<Map<String, String>> rows = new ArrayList<>();
    dossier.missing().forEach(name -> rows.add(Map.of("name", name, "count", "01")));
    return rows;
  }

  /** A row for every event after which somebody else had the dossier. */
  private static List<Map<String, String>> handovers(Facts facts, Centre centre) {
    List<Map<String, String>> rows = new ArrayList<>();
    String last = "";
    for (DossierEvent event : facts.history()) {
      if (event.holder().equals(last) && event.move() != Move.FINISH) {
        continue;
      }
      last = event.holder();
      Optional<Custody> given =
          facts.custody().stream().filter(each -> each.at().equals(event.at())).findFirst();
      rows.add(
          Map.of(
              "unit", unit(event.stage(), facts.after(), centre) + ", bước " + stage(event.stage()),
              "time", FormDates.moment(event.at()),
              "giver", event.move() == Move.RECEIVE ? "Người nộp hồ sơ" : event.actor(),
              "receiver", event.holder(),
              "pages", Integer.toString(given.map(Custody::pages).orElse(facts.after().pages())),
              "result", result(facts.after(), event),
              "note", note(event, given)));
    }
    return rows;
  }

  private static String unit(Stage stage, Dossier dossier, Centre centre) {
    return switch (stage) {
      case RECEPTION, RETURN -> centre.kind();
      case APPRAISAL, APPROVAL, SIGNING -> dossier.procedure().unit();
    };
  }

  /** What was said of it, and whether its receiver has counted. */
  private static String note(DossierEvent event, Optional<Custody> given) {
    String counted =
        given
            .map(each ->
                each.confirmed()
                    .map(by ->
                        each.differs()
                            ? by.who() + " đếm được " + by.pages() + "/" + each.pages() + " trang"
                            : each.pages() == 0
                                ? by.who() + " đã nhận"
                                : by.who() + " nhận đủ " + each.pages() + " trang")
                    .orElse("Chưa xác nhận đã nhận"))
            .orElse("");
    return event.note().isEmpty() || counted.isEmpty()
        ? event.note() + counted
        : event.note() + ". " + counted;
  }

  private static String result(Dossier dossier, DossierEvent event) {
    if (event.status() != PortalStatus.FINISHED || dossier.due().isEmpty()) {
      return "";
    }
    DueDate due = dossier.due().get();
    if (event.at().toLocalDate().isBefore(due.date())) {
      return "Trước hạn";
    }
    return event.at().isAfter(due.at()) ? "Quá hạn" : "Đúng hạn";
  }
}
