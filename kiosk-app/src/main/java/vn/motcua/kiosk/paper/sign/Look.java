package vn.motcua.kiosk.paper.sign;

import java.nio.file.Path;

/** How a signature shows on the first page. */
public sealed interface Look {
  /**
   * A paper copied to electronic form (NĐ 30/2020/NĐ-CP, appendix I): no image; kind, agency and
   * time in the top right corner.
   *
   * @param kind which copy
   * @param agency who copies
   */
  record Copy(CopyKind kind, String agency) implements Look {}

  /**
   * An incoming paper that was digitised (TT 01/2019/TT-BNV Đ6.2.c): the agency's red seal in its
   * real size in the top right corner, with name and time below.
   *
   * @param picture a PNG; its own density gives the size, without one it is drawn 36 mm wide
   * @param agency whose seal
   */
  record Seal(Path picture, String agency) implements Look {}

  /**
   * Signer and time as text, for the signatures of a line of officers.
   *
   * @param agency a line below the name; empty for none
   */
  record Text(String agency) implements Look {}

  /** Nothing to be seen. */
  record Invisible() implements Look {}
}
