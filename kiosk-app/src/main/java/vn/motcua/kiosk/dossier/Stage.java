package vn.motcua.kiosk.dossier;

/** The five stages that a citizen can see, in their order. */
public enum Stage {
  /** Tiếp nhận. */
  RECEPTION,
  /** Thẩm định. */
  APPRAISAL,
  /** Phê duyệt. */
  APPROVAL,
  /** Ký số. */
  SIGNING,
  /** Trả kết quả. */
  RETURN
}
