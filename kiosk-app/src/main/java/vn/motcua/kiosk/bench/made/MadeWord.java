package vn.motcua.kiosk.bench.made;

/**
 * A word that was drawn. Its box is in points of 1/72 inch from the upper left corner of the sheet
 * as it lay straight, before it was skewed: where a deskewed page shows it.
 *
 * @param text in NFC, no white space
 * @param left of its advance
 * @param top of its face's ascent
 * @param right of its advance
 * @param bottom of its face's descent
 */
public record MadeWord(String text, double left, double top, double right, double bottom) {}
