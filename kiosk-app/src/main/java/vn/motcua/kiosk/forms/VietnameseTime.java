package vn.motcua.kiosk.forms;

import java.time.DayOfWeek;
import java.time.LocalDateTime;

/** Dates as Vietnamese papers write them (NĐ 30/2020, Phụ lục I, phần II.4: 0 before 1–9, 1–2). */
final class VietnameseTime {
  private VietnameseTime() {}

  /** For the head of a paper. */
  static String dateLine(LocalDateTime at) {
    return "ngày %02d tháng %s năm %d"
        .formatted(
            at.getDayOfMonth(),
            at.getMonthValue() < 3 ? "0" + at.getMonthValue() : "" + at.getMonthValue(),
            at.getYear());
  }

  /** For a moment within the text. */
  static String moment(LocalDateTime at) {
    return "%02d giờ %02d phút, ngày %s".formatted(at.getHour(), at.getMinute(), day(at));
  }

  /** For the appointment: short, so that it can be large. */
  static String appointment(LocalDateTime at) {
    return "%02d giờ %02d, %s %s"
        .formatted(at.getHour(), at.getMinute(), weekday(at.getDayOfWeek()), day(at));
  }

  static String day(LocalDateTime at) {
    return "%02d/%02d/%d".formatted(at.getDayOfMonth(), at.getMonthValue(), at.getYear());
  }

  private static String weekday(DayOfWeek day) {
    return switch (day) {
      case MONDAY -> "thứ Hai";
      case TUESDAY -> "thứ Ba";
      case WEDNESDAY -> "thứ Tư";
      case THURSDAY -> "thứ Năm";
      case FRIDAY -> "thứ Sáu";
      case SATURDAY -> "thứ Bảy";
      case SUNDAY -> "Chủ nhật";
    };
  }
}
