package vn.motcua.kiosk.oldsystem;

import vn.motcua.kiosk.dossier.PortalStatus;

/** What Cổng Dịch vụ công quốc gia calls the ten statuses: every system knows these words. */
final class PortalWords {
  private PortalWords() {}

  static String of(PortalStatus status) {
    return switch (status) {
      case REGISTERED -> "Mới đăng ký";
      case ACCEPTED -> "Được tiếp nhận";
      case REFUSED -> "Không được tiếp nhận";
      case PROCESSING -> "Đang xử lý";
      case SUPPLEMENT_REQUESTED -> "Yêu cầu bổ sung giấy tờ";
      case PAYMENT_REQUESTED -> "Yêu cầu thực hiện nghĩa vụ tài chính";
      case WITHDRAWN -> "Công dân yêu cầu rút hồ sơ";
      case STOPPED -> "Dừng xử lý";
      case FINISHED -> "Đã xử lý xong";
      case RETURNED -> "Đã trả kết quả";
    };
  }
}
