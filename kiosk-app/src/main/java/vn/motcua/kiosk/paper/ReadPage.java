package vn.motcua.kiosk.paper;

import vn.motcua.kiosk.paper.ocr.PageText;
import vn.motcua.kiosk.paper.page.Orientation;

/**
 * What reading a page brought.
 *
 * @param turn how the page stands upright, beyond what its file says; the text may know better than
 *     the look
 * @param text what was read on it
 */
record ReadPage(Orientation turn, PageText text) {}
