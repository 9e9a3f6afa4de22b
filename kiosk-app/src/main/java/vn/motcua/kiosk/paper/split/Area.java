package vn.motcua.kiosk.paper.split;

/** A rectangle of a page, in pixels. */
record Area(int x, int y, int width, int height) {
  int right() {
    return x + width;
  }

  int bottom() {
    return y + height;
  }

  long pixels() {
    return (long) width * height;
  }

  Area grown(int across, int down) {
    return new Area(x - across, y - down, width + 2 * across, height + 2 * down);
  }

  /** The part of it on a page of that size; at least one pixel. */
  Area within(int pageWidth, int pageHeight) {
    int left = Math.clamp(x, 0, pageWidth - 1);
    int top = Math.clamp(y, 0, pageHeight - 1);
    return new Area(
        left,
        top,
        Math.clamp(right() - left, 1, pageWidth - left),
        Math.clamp(bottom() - top, 1, pageHeight - top));
  }

  boolean touches(Area other) {
    return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
  }

  Area and(Area other) {
    int left = Math.min(x, other.x);
    int top = Math.min(y, other.y);
    return new Area(
        left,
        top,
        Math.max(right(), other.right()) - left,
        Math.max(bottom(), other.bottom()) - top);
  }
}
