package vn.motcua.kiosk.dossier;

/** How much of a procedure can be done online (mức độ cung cấp dịch vụ công). */
public enum ServiceLevel {
  /** Dịch vụ công trực tuyến toàn trình. */
  WHOLLY_ONLINE,
  /** Dịch vụ công trực tuyến một phần. */
  PARTLY_ONLINE,
  /** Dịch vụ cung cấp thông tin trực tuyến. */
  INFORMATION,
  /** The catalogue does not say. */
  UNKNOWN
}
