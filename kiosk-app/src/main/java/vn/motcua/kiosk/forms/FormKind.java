package vn.motcua.kiosk.forms;

import java.util.Optional;

/** The seven forms of TT 03/2025/TT-VPCP, Phụ lục I. */
public enum FormKind {
  /** Giấy tiếp nhận hồ sơ và hẹn trả kết quả. */
  RECEIPT("01"),
  /** Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ. */
  SUPPLEMENT("02"),
  /** Phiếu từ chối tiếp nhận giải quyết hồ sơ. */
  REFUSAL("03"),
  /** Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết. */
  APOLOGY("04"),
  /** Thông báo dừng giải quyết hồ sơ. */
  STOP("05"),
  /** Phiếu kiểm soát quá trình giải quyết hồ sơ. */
  CONTROL("06"),
  /** Sổ theo dõi hồ sơ. */
  REGISTER("07");

  private final String number;

  FormKind(String number) {
    this.number = number;
  }

  /** Its number as it is written: 01 to 07. */
  public String number() {
    return number;
  }

  /** The form with that number; {@code 1} is {@code 01}. */
  public static Optional<FormKind> of(String number) {
    String two = number.length() == 1 ? "0" + number : number;
    for (FormKind kind : values()) {
      if (kind.number.equals(two)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
