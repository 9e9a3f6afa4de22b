package vn.motcua.kiosk.forms;

import vn.motcua.kiosk.pdf.PageContent;

/** A piece of a form that stands on one page. Heights in points, at the scale of the form. */
interface Block {
  double height();

  /**
   * @param top the y of its upper edge
   */
  void draw(PageContent page, double top);

  /** Empty space. */
  static Block gap(double height) {
    return new Block() {
      @Override
      public double height() {
        return height;
      }

      @Override
      public void draw(PageContent page, double top) {
        // nothing to see
      }
    };
  }
}
