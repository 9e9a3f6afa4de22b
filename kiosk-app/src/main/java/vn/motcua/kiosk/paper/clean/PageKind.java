package vn.motcua.kiosk.paper.clean;

import static org.bytedeco.leptonica.global.leptonica.*;

import java.util.EnumSet;
import java.util.Set;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.leptonica.PIX;
import vn.motcua.kiosk.paper.clean.Marks.Mark;
import vn.motcua.kiosk.paper.pix.ColourPix;
import vn.motcua.kiosk.paper.pix.GreyPix;

/**
 * What a page needs to be kept as it is: told by its content, not by how it was scanned.
 *
 * @param kind the least that keeps all
 * @param reasons what was seen; never empty
 */
public record PageKind(Kind kind, Set<Reason> reasons) {
  /** From the smallest to the largest. */
  public enum Kind {
    /** Black ink on paper: one bit a pixel keeps it. */
    BITONAL,
    /** Tones between black and paper: pencil, grey fields, a grey photograph on a text page. */
    GREY,
    /** A coloured stamp, signature or mark. */
    COLOUR,
    /** Mostly a picture. */
    PHOTO
  }

  /** What was seen. */
  public enum Reason {
    ONLY_BLACK_INK,
    GREY_TONES,
    COLOURED_INK,
    COLOURED_FIELD,
    PICTURE
  }

  /** Low enough that the coloured fringes of a scanner's letters mix back to grey. */
  private static final double DPI = 50;

  /** How far the channels part, after the paper's own tint is taken off; of 255. */
  private static final int COLOURED = 34;

  /** So much of a pixel's colour must be left in its neighbourhood's. */
  private static final double FRINGE = 0.24;

  private static final double FIELD_SHARE = 0.4;
  private static final double LEAST_COLOURED = 5;

  /** Square millimetres in tones that letters do not have. */
  private static final double LEAST_GREY = 60;

  private static final double PHOTO_SHARE = 0.3;

  public PageKind {
    reasons = Set.copyOf(reasons);
  }

  /**
   * Of a colour page.
   *
   * @param dpi of the picture, from 50
   */
  public static PageKind of(ColourPix page, double dpi) {
    int reduction = Raster.reduction(page.width(), page.height(), dpi, DPI);
    PIX small = pixScaleAreaMap(page.pix(), 1f / reduction, 1f / reduction);
    if (GreyPix.isNull(small)) {
      return new PageKind(Kind.COLOUR, EnumSet.of(Reason.COLOURED_INK));
    }
    try {
      int width = small.w();
      int height = small.h();
      int[] rgb = new int[width * height];
      IntPointer data = pixGetData(small);
      data.get(rgb, 0, rgb.length);
      return new Look(rgb, width, height, dpi / reduction).judge();
    } finally {
      pixDestroy(small);
    }
  }

  /** Of a grey page: never a colour. */
  public static PageKind of(GreyPix page, double dpi) {
    Raster small = Raster.of(page, dpi, DPI);
    int[] rgb = new int[small.light().length];
    for (int i = 0; i < rgb.length; i++) {
      int light = small.light()[i] & 0xFF;
      rgb[i] = light << 24 | light << 16 | light << 8;
    }
    return new Look(rgb, small.width(), small.height(), small.dpi()).judge();
  }

  private static final class Look {
    private final int[] rgb;
    private final int width;
    private final int height;
    private final double dpi;
    private final int[] paper = new int[3];

    private Look(int[] rgb, int width, int height, double dpi) {
      this.rgb = rgb;
      this.width = width;
      this.height = height;
      this.dpi = dpi;
    }

    private PageKind judge() {
      findPaper();
      int[] reds = untinted(0);
      int[] greens = untinted(1);
      int[] blues = untinted(2);
      boolean[] coloured = new boolean[rgb.length];
      int[] warm = new int[rgb.length];
      int[] cold = new int[rgb.length];
      byte[] light = new byte[rgb.length];
      for (int i = 0; i < rgb.length; i++) {
        int red = reds[rgb[i] >>> 24];
        int green = greens[rgb[i] >> 16 & 0xFF];
        int blue = blues[rgb[i] >> 8 & 0xFF];
        int most = Math.max(red, Math.max(green, blue));
        int least = Math.min(red, Math.min(green, blue));
        warm[i] = red - green;
        cold[i] = blue - green;
        coloured[i] = most - least > COLOURED;
        light[i] = (byte) ((red * 2 + green * 5 + blue) / 8);
      }
      dropFringes(coloured, warm, cold);
      boolean[] toned = Tones.of(light, width, height, dpi);
      int tones = 0;
      for (boolean tone : toned) {
        tones += tone ? 1 : 0;
      }
      double page = (double) width * height;
      int colour = area(coloured, LEAST_COLOURED / 2);
      if (tones > PHOTO_SHARE * page) {
        return new PageKind(Kind.PHOTO, EnumSet.of(Reason.PICTURE));
      }
      Set<Reason> reasons = EnumSet.noneOf(Reason.class);
      if (millimetres(colour) >= LEAST_COLOURED) {
        reasons.add(colour > FIELD_SHARE * page ? Reason.COLOURED_FIELD : Reason.COLOURED_INK);
      }
      if (millimetres(area(toned, 12)) >= LEAST_GREY) {
        reasons.add(Reason.GREY_TONES);
      }
      if (reasons.isEmpty()) {
        return new PageKind(Kind.BITONAL, EnumSet.of(Reason.ONLY_BLACK_INK));
      }
      boolean grey = reasons.equals(EnumSet.of(Reason.GREY_TONES));
      return new PageKind(grey ? Kind.GREY : Kind.COLOUR, reasons);
    }

    /** What a channel's values become when the paper's tint is taken off. */
    private int[] untinted(int which) {
      int[] values = new int[256];
      for (int i = 0; i < values.length; i++) {
        values[i] = Math.min(255, i * 255 / paper[which]);
      }
      return values;
    }

    /** Beside a letter's red edge lies its blue one: together they are grey again. */
    private void dropFringes(boolean[] coloured, int[] warm, int[] cold) {
      int reach = Math.max(2, (int) Math.round(0.8 / 25.4 * dpi));
      boolean[] kept = coloured.clone();
      for (int y = reach; y < height - reach; y++) {
        for (int x = reach; x < width - reach; x++) {
          int at = y * width + x;
          if (!kept[at]) {
            continue;
          }
          int red = 0;
          int blue = 0;
          for (int row = -reach; row <= reach; row++) {
            for (int i = at + row * width - reach; i <= at + row * width + reach; i++) {
              red += warm[i];
              blue += cold[i];
            }
          }
          double around = Math.hypot(red, blue) / ((2 * reach + 1) * (2 * reach + 1));
          coloured[at] = around >= FRINGE * Math.hypot(warm[at], cold[at]);
        }
      }
    }

    /** The commonest light tint: of most pages their paper. */
    private void findPaper() {
      int[] counts = new int[1 << 15];
      int best = -1;
      for (int value : rgb) {
        int key = value >> 27 & 31;
        key = (key << 5) | ((value >> 19) & 31);
        key = (key << 5) | ((value >> 11) & 31);
        counts[key]++;
      }
      for (int key = 0; key < counts.length; key++) {
        int least = Math.min(key >> 10, Math.min((key >> 5) & 31, key & 31));
        boolean light = least >= 16;
        if (light && (best < 0 || counts[key] > counts[best])) {
          best = key;
        }
      }
      boolean found = best >= 0 && counts[best] > rgb.length / 50;
      for (int i = 0; i < 3; i++) {
        paper[i] = found ? Math.min(255, ((best >> (10 - 5 * i)) & 31) * 8 + 6) : 250;
      }
    }

    /** Pixels in connected pieces of at least so many square millimetres. */
    private int area(boolean[] set, double least) {
      int area = 0;
      for (Mark mark : Marks.of(new Ink(width, height, set)).all()) {
        area += millimetres(mark.area()) >= least ? mark.area() : 0;
      }
      return area;
    }

    private double millimetres(double pixels) {
      double side = 25.4 / dpi;
      return pixels * side * side;
    }
  }
}
