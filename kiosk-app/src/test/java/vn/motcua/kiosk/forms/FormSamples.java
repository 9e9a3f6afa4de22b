package vn.motcua.kiosk.forms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Invented contents of all forms: everyday ones, and the longest and emptiest that may come. */
final class FormSamples {
  static final String CODE = "H48.025.16-261120-0007";
  static final String ENDLESS =
      "Hồ Thị Y Kr'Lăng Nguyễn Phương Thảo Quỳnh Anh Tuyết Nhung Hoàng Mai ".repeat(3).strip();
  private static final String ADDRESS =
      "Số nhà 12, ngõ 5, đường Nguyễn Thị Minh Khai, thôn 4, xã Suối Vàng, tỉnh Quảng Ngãi";

  private FormSamples() {}

  static FormData everyday() {
    return data(
        "Đinh Thị Mai",
        ADDRESS,
        "0900 000 007",
        "Đăng ký khai sinh",
        4,
        "Thiếu giấy chứng sinh bản chính.");
  }

  static FormData extreme() {
    return data(
        ENDLESS,
        (ADDRESS + "; ").repeat(4),
        "",
        "Đăng ký biến động quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất trong các"
            + " trường hợp chuyển đổi, chuyển nhượng, cho thuê, cho thuê lại, thừa kế, tặng cho",
        30,
        ("Thành phần hồ sơ chưa đúng mẫu quy định, phải được xác minh tại thôn 4 trong 05 ngày làm"
                + " việc; số liệu đo đạc chênh 1.250 m² so với sổ địa chính. ")
            .repeat(12));
  }

  static FormData nothing() {
    return new FormData(Map.of("code", CODE), Map.of());
  }

  private static FormData data(
      String name, String address, String phone, String procedure, int rows, String reason) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("authority", "ỦY BAN NHÂN DÂN XÃ SUỐI VÀNG");
    values.put("centre", "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG");
    values.put("centreStart", "Trung tâm Phục vụ hành chính công xã Suối Vàng");
    values.put("centreSentence", "Trung tâm Phục vụ hành chính công xã Suối Vàng");
    values.put("place", "Suối Vàng");
    values.put("date", "ngày 20 tháng 11 năm 2026");
    values.put("number", "0007");
    values.put("book", "2026");
    values.put("code", CODE);
    values.put("secret", "7K3MPX");
    values.put("qr", "MC1|" + CODE + "|7K3MPX");
    values.put("applicant", name);
    values.put("owner", name + " Con");
    values.put("address", address);
    values.put("phone", phone);
    values.put("email", "");
    values.put("id", "••••••••2345");
    values.put("procedure", procedure);
    values.put("sets", "01");
    values.put("pages", "12");
    values.put("limit", "04 ngày làm việc");
    values.put("received", "09 giờ 05 phút, ngày 20/11/2026");
    values.put("receivedDay", "20/11/2026");
    values.put("due", "15 giờ 30, thứ Sáu 27/11/2026");
    values.put("oldDue", "15 giờ 30, thứ Sáu 27/11/2026");
    values.put("newDue", "17 giờ 00, thứ Tư 02/12/2026");
    values.put("dueNote", "Không tính ngày nhận, thứ Bảy, Chủ nhật, Ngày Văn hóa Việt Nam.");
    values.put("fee", "8.000 đồng");
    values.put("feeHandling", "Đã thu 8.000 đồng, trả lại theo quy định");
    values.put("originals", "Trung tâm đang giữ");
    values.put("channel", "Tại quầy 3");
    values.put("counter", "Quầy 2");
    values.put("officer", "Y Bhăm Niê");
    values.put("signer", "Trần Văn Sáu");
    values.put("signerRole", "GIÁM ĐỐC TRUNG TÂM");
    values.put("hotline", "0255 000 0007");
    values.put("reason", reason);
    values.put("guidance", "Nộp tại Văn phòng đăng ký đất đai khu vực 2.");
    values.put("requested", "ngày 24/11/2026");
    values.put("stopped", "08 giờ 00 phút, ngày 25/11/2026");
    values.put("state", "Đang thẩm định, chưa có quyết định");
    values.put("unit", "Tư pháp – hộ tịch");
    values.put("from", "01/11/2026");
    values.put("to", "30/11/2026");
    values.put("made", "30/11/2026");
    values.put("count", Integer.toString(rows));
    List<Map<String, String>> papers = new ArrayList<>();
    List<Map<String, String>> handovers = new ArrayList<>();
    List<Map<String, String>> dossiers = new ArrayList<>();
    for (int i = 1; i <= rows; i++) {
      papers.add(
          Map.of(
              "name",
              "Giấy tờ thứ " + i + " theo danh mục của thủ tục",
              "originals",
              "01",
              "copies",
              "–",
              "count",
              "01 bản chính"));
      handovers.add(
          Map.of(
              "unit",
              "Bộ phận Tư pháp – hộ tịch xã Suối Vàng",
              "time",
              "09 giờ 15 phút, ngày 20/11/2026",
              "giver",
              "Y Bhăm Niê",
              "receiver",
              i == 1 ? name : "Đinh Thị Mai",
              "pages",
              "12",
              "result",
              "Đúng hạn",
              "note",
              ""));
      dossiers.add(
          Map.of(
              "code",
              "H48.025.16-2611%02d-%04d".formatted(i % 28 + 1, i),
              "procedure",
              i == 1 ? procedure : "Đăng ký khai sinh",
              "sets",
              "01",
              "applicant",
              i == 1 ? name : "Đinh Thị Mai",
              "address",
              i == 1 ? address : ADDRESS,
              "phone",
              phone,
              "unit",
              "Tư pháp – hộ tịch",
              "received",
              "20/11/2026",
              "due",
              "27/11/2026",
              "channel",
              "Tại quầy"));
    }
    return new FormData(
        values,
        Map.of("papers", papers, "missing", papers, "handovers", handovers, "dossiers", dossiers));
  }
}
