package vn.motcua.kiosk.paper.sign;

/** The kinds of copy that NĐ 30/2020/NĐ-CP Đ25 knows, and the plain electronic copy. */
public enum CopyKind {
  /** The whole content of an original, set out as it is. */
  SAO_Y("Sao y"),
  /** A copy of a copy (sao y). */
  SAO_LUC("Sao lục"),
  /** A part of the content. */
  TRICH_SAO("Trích sao"),
  /** An electronic copy from an original paper, where no kind of NĐ 30/2020 applies. */
  BAN_SAO_DIEN_TU("Bản sao điện tử");

  private final String words;

  CopyKind(String words) {
    this.words = words;
  }

  /** As it stands on the page: lower case but for the first letter. */
  public String words() {
    return words;
  }
}
