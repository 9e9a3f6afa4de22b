package vn.motcua.kiosk.forms;

import java.util.regex.Pattern;

/**
 * Where a Vietnamese typesetter breaks no line: between a number and its unit or its noun ("05
 * ngày", "Điều 13", "thôn 4"), within times and dates in words, inside a telephone number, after a
 * title before a name, before a dash.
 */
final class NonBreaking {
  private static final char BLANK = '\u00A0';

  private static final Pattern NUMBER_AND_UNIT =
      Pattern.compile(
          "(?<=\\d) (?=(?:giờ|phút|ngày|tháng|năm|đồng|bộ|bản|trang|tờ|lần|quyển|%|m²|ha)"
              + "(?![\\p{L}\\p{M}]))");
  private static final Pattern NOUN_AND_NUMBER =
      Pattern.compile(
          "(?<![\\p{L}\\p{M}])((?i:số|ngày|tháng|năm|lúc|lần|thứ|quyển|điều|khoản|điểm|mục|chương"
              + "|thôn|xóm|ấp|tổ|ngõ|ngách|hẻm|kiệt|đường|phố|quầy|trang|quận|phường|mẫu|lô)) (?=\\d)");
  private static final Pattern TITLE =
      Pattern.compile(
          "(?<![\\p{L}\\p{M}])(Ông|Bà|ông|bà|TP\\.|Q\\.|P\\.|TT\\.|ThS\\.|TS\\.) (?=\\p{Lu})");
  private static final Pattern DASH = Pattern.compile(" (?=[–—-] )");
  private static final Pattern WEEKDAY =
      Pattern.compile("(?<=thứ|Chủ) (?=Hai|Ba|Tư|Năm|Sáu|Bảy|nhật)");

  /** Telephone numbers and amounts in groups. */
  private static final Pattern GROUPS = Pattern.compile("(?<=\\d{2}) (?=\\d{3,4}(?!\\d))");

  private NonBreaking() {}

  /** {@code text} with blanks that no line is broken at. */
  static String bind(String text) {
    String bound = NUMBER_AND_UNIT.matcher(text).replaceAll(String.valueOf(BLANK));
    bound = NOUN_AND_NUMBER.matcher(bound).replaceAll("$1" + BLANK);
    bound = TITLE.matcher(bound).replaceAll("$1" + BLANK);
    bound = DASH.matcher(bound).replaceAll(String.valueOf(BLANK));
    bound = GROUPS.matcher(bound).replaceAll(String.valueOf(BLANK));
    return WEEKDAY.matcher(bound).replaceAll(String.valueOf(BLANK));
  }

  /** The same with plain blanks, as it is set and copied out. */
  static String asBlanks(String text) {
    return text.replace(BLANK, ' ');
  }
}
