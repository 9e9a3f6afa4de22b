package vn.motcua.kiosk.paper.ocr;

/**
 * One recognised word. Points (1/72 inch) from the upper left of the straightened page, y
 * downwards.
 *
 * @param text in NFC, not blank
 * @param left of its box
 * @param right of its box
 * @param baseline where its letters stand
 * @param lineHeight of the whole line that it stands in
 * @param line the line's number on the page, from 0, in reading order
 * @param block the block's number on the page, from 0
 * @param confidence 0 to 100
 */
public record Word(
    String text,
    double left,
    double right,
    double baseline,
    double lineHeight,
    int line,
    int block,
    double confidence) {}
