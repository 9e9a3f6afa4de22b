package vn.motcua.kiosk.forms;

import java.time.LocalDateTime;

/** Dates in the words of the forms (NĐ 30/2020, Phụ lục I). */
public final class FormDates {
  private FormDates() {}

  /** "ngày 05 tháng 02 năm 2026": for the head of a paper. */
  public static String dateLine(LocalDateTime at) {
    return VietnameseTime.dateLine(at);
  }

  /** "09 giờ 05 phút, ngày 20/11/2026". */
  public static String moment(LocalDateTime at) {
    return VietnameseTime.moment(at);
  }

  /** "17 giờ 00, thứ Sáu 27/11/2026". */
  public static String appointment(LocalDateTime at) {
    return VietnameseTime.appointment(at);
  }

  /** "20/11/2026". */
  public static String day(LocalDateTime at) {
    return VietnameseTime.day(at);
  }
}
