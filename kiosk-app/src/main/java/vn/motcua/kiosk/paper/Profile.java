package vn.motcua.kiosk.paper;

/** What becomes of a page's picture in the archive. */
public enum Profile {
  /** <em>Lưu trữ</em>: text sharp and small, the paper behind it coarse; the usual. */
  SMALL,
  /** <em>Gốc</em>: the scanner's own bytes wherever a PDF can carry them. */
  ORIGINAL,
  /** <em>Ảnh</em>: a good JPEG, for photographs and plans. */
  PHOTO
}
