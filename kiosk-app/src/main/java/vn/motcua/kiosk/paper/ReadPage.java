package vn.motcua.kiosk.paper;

import vn.motcua.kiosk.paper.ocr.PageText;
import vn.motcua.kiosk.paper.page.Orientation;

/**
 * What reading a page brought.
 *
 * @param orientation how the picture stands upright; the text may know better than the look
 * @param angle degrees, clockwise, by which the upright picture is turned to stand straight
 * @param text what was read on it
 */
record ReadPage(Orientation orientation, double angle, PageText text) {}
