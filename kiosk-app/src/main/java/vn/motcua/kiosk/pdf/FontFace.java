package vn.motcua.kiosk.pdf;

/**
 * The faces that are shipped for documents. Tinos has the widths of Times New Roman (which NĐ
 * 30/2020 asks for) and every Vietnamese letter; SIL Open Font License 1.1.
 */
public enum FontFace {
  REGULAR("Tinos-Regular.ttf"),
  BOLD("Tinos-Bold.ttf"),
  ITALIC("Tinos-Italic.ttf"),
  BOLD_ITALIC("Tinos-BoldItalic.ttf");

  private final String file;

  FontFace(String file) {
    this.file = file;
  }

  String resource() {
    return "/vn/motcua/kiosk/fonts/" + file;
  }
}
