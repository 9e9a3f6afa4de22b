package vn.motcua.kiosk.ui.counter;

import java.util.ArrayList;
import java.util.List;
import vn.motcua.kiosk.paper.ocr.PageText;
import vn.motcua.kiosk.paper.ocr.Word;

/** A page as a machine read it that was quite sure. */
final class Typewriter {
  private static final double LETTER = 6;
  private static final double LINE = 26;

  private Typewriter() {}

  static PageText page(String... lines) {
    List<Word> words = new ArrayList<>();
    for (int line = 0; line < lines.length; line++) {
      double x = 72;
      for (String word : lines[line].split(" ", -1)) {
        double right = x + word.length() * LETTER;
        words.add(new Word(word, x, right, 100 + line * LINE, 13, line, 0, 96));
        x = right + LETTER;
      }
    }
    return new PageText(words, false, true);
  }

  /** The form that an invented applicant filled in. */
  static PageText form(String name, String number, String phone) {
    return page(
        "TỜ KHAI ĐĂNG KÝ KHAI SINH",
        "Kính gửi: Ủy ban nhân dân xã Suối Đá",
        "Họ, chữ đệm, tên người yêu cầu: " + name,
        "Số định danh cá nhân: " + number,
        "Số điện thoại: " + phone);
  }
}
