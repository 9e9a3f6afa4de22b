package vn.motcua.kiosk.desk;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.motcua.scanner.paper.ScanArea;

/**
 * How large a page is scanned, as people name it.
 *
 * @param name {@code whole}, {@code A3}, {@code A4}, {@code A5}, {@code card}, or millimetres such
 *     as {@code 210x297} (width, height; 10 to 1000, at most one decimal)
 */
public record PageSize(String name) {
  /** As much as the device can see. */
  public static final PageSize WHOLE = new PageSize("whole");

  /** The sizes that have a name of their own, the usual ones first. */
  public static final List<PageSize> NAMED =
      List.of(
          WHOLE, new PageSize("A4"), new PageSize("A5"), new PageSize("A3"), new PageSize("card"));

  private static final Pattern MILLIMETRES =
      Pattern.compile("([0-9]{2,4}(?:\\.[0-9])?)x([0-9]{2,4}(?:\\.[0-9])?)");
  private static final double LEAST = 10;
  private static final double MOST = 1000;

  public PageSize {
    areaOf(name);
  }

  /**
   * Reads a size; capitals do not matter, nor {@code ×} or {@code *} for the cross.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static PageSize parse(String text) {
    String plain = text.strip().toLowerCase(Locale.ROOT).replace('×', 'x').replace('*', 'x');
    for (PageSize named : NAMED) {
      if (named.name.toLowerCase(Locale.ROOT).equals(plain)) {
        return named;
      }
    }
    return new PageSize(plain);
  }

  /** The part of the sheet that is recorded. */
  public ScanArea area() {
    return areaOf(name);
  }

  private static ScanArea areaOf(String name) {
    return switch (name) {
      case "whole" -> ScanArea.WHOLE;
      case "A3" -> ScanArea.A3;
      case "A4" -> ScanArea.A4;
      case "A5" -> ScanArea.A5;
      case "card" -> ScanArea.CARD;
      default -> {
        Matcher sides = MILLIMETRES.matcher(name);
        if (!sides.matches()) {
          throw new IllegalArgumentException(
              "size: " + name + " (whole, A3, A4, A5, card or millimetres such as 210x297)");
        }
        yield ScanArea.sized(side(sides.group(1)), side(sides.group(2)));
      }
    };
  }

  private static double side(String text) {
    double side = Double.parseDouble(text);
    if (side < LEAST || side > MOST) {
      throw new IllegalArgumentException("size: " + text + " mm (10 to 1000)");
    }
    return side;
  }

  @Override
  public String toString() {
    return name;
  }
}
