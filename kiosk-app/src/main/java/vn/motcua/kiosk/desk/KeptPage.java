package vn.motcua.kiosk.desk;

import java.nio.file.Path;

/**
 * A page that is safe on the disk.
 *
 * @param number its number in the pile, 1 for the first page ever scanned into it; numbers of pages
 *     that were lost are not given again
 * @param file its picture
 * @param sha256 of the file, hexadecimal
 * @param width pixels
 * @param height pixels
 * @param dpi dots per inch
 * @param paper the paper that it belongs to, empty if none is known
 */
public record KeptPage(
    int number, Path file, String sha256, int width, int height, int dpi, String paper) {
  /** The same page as one of another paper. */
  KeptPage forPaper(String name) {
    return new KeptPage(number, file, sha256, width, height, dpi, name);
  }
}
