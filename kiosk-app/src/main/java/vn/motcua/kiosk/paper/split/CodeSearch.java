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

  /** At so many pixels a module they see best. */
  private static final double BEST = 3.5;

  /** Rows of a bar code whose mean is taken: noise goes, bars stay. */
  private static final int ROWS = 4;

  private final CodesInPicture codes = new CodesInPicture("page");

  /** The QR codes in {@code area}. */
  List<FoundCode> squares(Ink ink, FinderAreas.Found place) {
    GrayPicture plain = ink.part(place.area());
    List<FoundCode> found = codes.onPart(plain, Symbology.QR);
    if (found.isEmpty() && place.module() <= FINE) {
      found = codes.onPart(scaled(plain, 2, 2), Symbology.QR);
    }
    if (found.isEmpty()) {
      found = codes.onPart(softened(plain), Symbology.QR);
    }
    // From farther away noise and the seams of coarse print are not seen.
    int farther = (int) Math.round(place.module() / BEST);
    if (found.isEmpty() && farther > 1) {
      found = codes.onPart(meaned(plain, farther, farther), Symbology.QR);
    }
    return found;
  }

  /** The Code 128 and PDF417 codes in {@code area}. */
  List<FoundCode> bars(Ink ink, Area area) {
    GrayPicture plain = ink.part(area);
    List<FoundCode> found = new ArrayList<>(codes.onPart(plain, Symbology.CODE_128));
    if (found.isEmpty()) {
      found.addAll(codes.onPart(scaled(meaned(plain, 1, ROWS), 2, 1), Symbology.CODE_128));
    }
    if (found.isEmpty()) {
      found.addAll(codes.onPart(scaled(meaned(plain, ROWS, 1), 1, 2), Symbology.CODE_128));
    }
    // Its rows are thick, so that the mean of three is still sharp.
    for (int rows = 1; found.isEmpty() && rows <= 3; rows += 2) {
      found.addAll(codes.onPart(meaned(plain, 1, rows), Symbology.PDF_417));
    }
    if (found.isEmpty()) {
      found.addAll(codes.onPart(meaned(plain, 2, 2), Symbology.PDF_417));
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

  /** Every pixel the mean of itself and its neighbours: specks fade. */
  static GrayPicture softened(GrayPicture picture) {
    int width = picture.width();
    int height = picture.height();
    byte[] from = picture.pixels();
    byte[] pixels = from.clone();
    for (int y = 1; y < height - 1; y++) {
      for (int x = 1; x < width - 1; x++) {
        int sum = 0;
        for (int v = y - 1; v <= y + 1; v++) {
          for (int u = x - 1; u <= x + 1; u++) {
            sum += from[v * width + u] & 0xFF;
          }
        }
        pixels[y * width + x] = (byte) (sum / 9);
      }
    }
    return new GrayPicture(width, height, pixels);
  }

  /** Larger by whole factors, what lies between drawn straight. */
  static GrayPicture scaled(GrayPicture picture, int across, int down) {
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
