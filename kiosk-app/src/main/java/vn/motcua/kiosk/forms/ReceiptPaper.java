package vn.motcua.kiosk.forms;

/**
 * A paper that was handed in.
 *
 * @param name what it is
 * @param originals originals (bản chính)
 * @param copies copies (bản sao)
 */
public record ReceiptPaper(String name, int originals, int copies) {}
