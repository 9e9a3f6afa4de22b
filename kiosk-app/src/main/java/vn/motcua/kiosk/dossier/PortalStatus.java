package vn.motcua.kiosk.dossier;

/** The ten statuses of Cổng Dịch vụ công quốc gia. */
public enum PortalStatus {
  /** 1 Mới đăng ký. */
  REGISTERED(1),
  /** 2 Được tiếp nhận. */
  ACCEPTED(2),
  /** 3 Không được tiếp nhận. */
  REFUSED(3),
  /** 4 Đang xử lý. */
  PROCESSING(4),
  /** 5 Yêu cầu bổ sung giấy tờ. */
  SUPPLEMENT_REQUESTED(5),
  /** 6 Yêu cầu thực hiện nghĩa vụ tài chính. */
  PAYMENT_REQUESTED(6),
  /** 7 Công dân yêu cầu rút hồ sơ. */
  WITHDRAWN(7),
  /** 8 Dừng xử lý. */
  STOPPED(8),
  /** 9 Đã xử lý xong. */
  FINISHED(9),
  /** 10 Đã trả kết quả. */
  RETURNED(10);

  private final int number;

  PortalStatus(int number) {
    this.number = number;
  }

  /** The number that the portal uses, 1 to 10. */
  public int number() {
    return number;
  }

  /**
   * The status with that number.
   *
   * @throws IllegalArgumentException unless 1 to 10
   */
  public static PortalStatus of(int number) {
    for (PortalStatus status : values()) {
      if (status.number == number) {
        return status;
      }
    }
    throw new IllegalArgumentException("portal status " + number);
  }

  /** Whether the clock stands still (5, 6, 8: the reports' group "tạm dừng"). */
  public boolean pausesClock() {
    return this == SUPPLEMENT_REQUESTED || this == PAYMENT_REQUESTED || this == STOPPED;
  }
}
