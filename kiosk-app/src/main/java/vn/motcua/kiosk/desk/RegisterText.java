package vn.motcua.kiosk.desk;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.motcua.kiosk.dossier.Dossier;
import vn.motcua.kiosk.dossier.PortalStatus;
import vn.motcua.kiosk.dossier.ReturnChannel;
import vn.motcua.kiosk.forms.FormData;
import vn.motcua.kiosk.forms.FormDates;

/** Puts the dossiers of a period into the words of form 07. */
final class RegisterText {
  private RegisterText() {}

  static FormData of(
      List<Dossier> dossiers,
      LocalDate from,
      LocalDate to,
      Centre centre,
      int number,
      String officer,
      LocalDateTime at) {
    Map<String, String> values = FormText.head(centre, number, officer, at);
    values.put("from", FormDates.day(from.atStartOfDay()));
    values.put("to", FormDates.day(to.atStartOfDay()));
    values.put("made", FormDates.day(at));
    values.put("count", Integer.toString(dossiers.size()));
    values.put("empty", dossiers.isEmpty() ? "Trong thời gian này không tiếp nhận hồ sơ nào." : "");
    List<Map<String, String>> rows = new ArrayList<>();
    for (Dossier dossier : dossiers) {
      Map<String, String> row = new LinkedHashMap<>();
      row.put("code", dossier.code().value());
      row.put("procedure", dossier.procedure().name());
      row.put("sets", "01");
      row.put("applicant", dossier.applicant().name());
      row.put("address", dossier.applicant().address());
      row.put("phone", dossier.applicant().phone());
      row.put("unit", dossier.procedure().unit());
      row.put("received", FormDates.day(dossier.received()));
      row.put("due", dossier.due().map(due -> FormDates.day(due.at())).orElse(""));
      // Once it is handed out, it has been with its owner since.
      row.put(
          "returned",
          dossier.status() == PortalStatus.RETURNED ? FormDates.day(dossier.since()) : "");
      row.put("channel", channel(dossier.channel()));
      row.put("note", note(dossier));
      rows.add(row);
    }
    return new FormData(values, Map.of("dossiers", rows));
  }

  private static String channel(ReturnChannel channel) {
    return switch (channel) {
      case COUNTER -> "Tại quầy";
      case POST -> "Bưu chính";
      case ELECTRONIC -> "Điện tử";
    };
  }

  private static String note(Dossier dossier) {
    return switch (dossier.status()) {
      case REFUSED -> "Không tiếp nhận";
      case WITHDRAWN -> "Rút hồ sơ";
      case STOPPED -> "Dừng xử lý";
      case SUPPLEMENT_REQUESTED -> "Chờ bổ sung";
      case PAYMENT_REQUESTED -> "Chờ nộp tiền";
      case REGISTERED, ACCEPTED, PROCESSING, FINISHED, RETURNED ->
          dossier.apology().isPresent() ? "Đã gia hạn" : "";
    };
  }
}
