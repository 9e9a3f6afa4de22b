package vn.motcua.kiosk.paper.split;

import java.util.ArrayList;
import java.util.List;
import vn.motcua.scanner.barcode.image.CodesInPicture;
import vn.motcua.scanner.barcode.image.FoundCode;
import vn.motcua.scanner.barcode.image.GrayPicture;
import vn.motcua.scanner.barcode.image.Symbology;

/** Reads the codes in parts of a page, each looked at from several distances until one is found. */
final class CodeSearch {
  /** Below so many pixels a module decoders see more on an enlarged picture. */
  private static final double FINE = 3.2;

  private static final double COARSE = 5;

  /** Rows of a bar code whose mean is taken: noise goes, bars stay. */
  private static final int ROWS = 4;

  private final CodesInPicture codes = new CodesInPicture("page");

  /** The QR codes in {@code area}. */
  List<FoundCode> squares(Ink ink, FinderAreas.Found place) {
    GrayPicture plain = ink.part(place.area());
    List<FoundCode> found = codes.onPart(plain, Symbology.QR);
    if (found.isEmpty() && place.module() <= FINE) {
      found = codes.onPart(doubled(plain, 2, 2), Symbology.QR);
    }
    if (found.isEmpty() && place.module() >= COARSE / 2) {
      found = codes.onPart(meaned(plain, 2, 2), Symbology.QR);
    }
    if (found.isEmpty() && place.module() >= COARSE) {
      found = codes.onPart(meaned(plain, 3, 3), Symbology.QR);
    }
    return found;
  }

  /** The Code 128 and PDF417 codes in {@code area}. */
  List<FoundCode> bars(Ink ink, Area area) {
    GrayPicture plain = ink.part(area);
    List<FoundCode> found = new ArrayList<>(codes.onPart(plain, Symbology.CODE_128));
    if (found.isEmpty()) {
      found.addAll(codes.onPart(doubled(meaned(plain, 1, ROWS), 2, 1), Symbology.CODE_128));
    }
    if (found.isEmpty()) {
      found.addAll(codes.onPart(doubled(meaned(plain, ROWS, 1), 1, 2), Symbology.CODE_128));
    }
    if (found.isEmpty()) {
      found.addAll(codes.onPart(plain, Symbology.PDF_417));
    }
    return found;
  }

  /** Smaller by whole factors: the mean of {@code across} × {@code down} pixels. */
  static GrayPicture meaned(GrayPicture picture, int across, int down) {
    int width = Math.max(1, picture.width() / across);
    int height = Math.max(1, picture.height() / down);
    byte[] pixels = new byte[width * height];
    byte[] from = picture.pixels();
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int sum = 0;
        int count = 0;
        for (int v = y * down; v < Math.min((y + 1) * down, picture.height()); v++) {
          for (int u = x * across; u < Math.min((x + 1) * across, picture.width()); u++) {
            sum += from[v * picture.width() + u] & 0xFF;
            count++;
          }
        }
        pixels[y * width + x] = (byte) (sum / count);
      }
    }
    return new GrayPicture(width, height, pixels);
  }

  /** Larger by whole factors, what lies between drawn straight. */
  static GrayPicture doubled(GrayPicture picture, int across, int down) {
    int width = picture.width() * across;
    int height = picture.height() * down;
    byte[] pixels = new byte[Math.multiplyExact(width, height)];
    byte[] from = picture.pixels();
    for (int y = 0; y < height; y++) {
      int y0 = y / down;
      int y1 = Math.min(picture.height() - 1, y0 + y % down);
      for (int x = 0; x < width; x++) {
        int x0 = x / across;
        int x1 = Math.min(picture.width() - 1, x0 + x % across);
        int sum =
            (from[y0 * picture.width() + x0] & 0xFF)
                + (from[y0 * picture.width() + x1] & 0xFF)
                + (from[y1 * picture.width() + x0] & 0xFF)
                + (from[y1 * picture.width() + x1] & 0xFF);
        pixels[y * width + x] = (byte) (sum >> 2);
      }
    }
    return new GrayPicture(width, height, pixels);
  }
}
