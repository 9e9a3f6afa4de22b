package vn.motcua.scanner.paper;

/**
 * One page as the scanner gave it.
 *
 * @param number 1 for the first page of the job
 * @param format how {@code image} is encoded
 * @param image the encoded picture; the receiver must not change it
 * @param width pixels
 * @param height pixels
 * @param dpi dots per inch that were really used
 */
public record ScannedPage(
    int number, ImageFormat format, byte[] image, int width, int height, int dpi) {}
