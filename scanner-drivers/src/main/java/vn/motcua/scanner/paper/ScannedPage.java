package vn.motcua.scanner.paper;

/**
 * One page as the scanner gave it.
 *
 * @param number 1 for the first page of the job
 * @param format how {@code image} is encoded
 * @param image the encoded picture, at most {@link PageImages#MAX_BYTES}; the receiver must not
 *     change it
 * @param width pixels
 * @param height pixels
 * @param dpi dots per inch that were really used
 */
@SuppressWarnings("ArrayRecordComponent") // megabytes that are handed on, never compared
public record ScannedPage(
    int number, ImageFormat format, byte[] image, int width, int height, int dpi) {}
