package vn.motcua.scanner.barcode.image;

import java.util.List;
import java.util.Optional;
import vn.motcua.scanner.barcode.BarcodeEvent;

/**
 * A code in a picture.
 *
 * @param symbology its kind
 * @param aim its symbology identifier, for example {@code ]Q1} (ISO/IEC 15424)
 * @param corners points of it in pixels of the picture: for a QR its three large squares (and the
 *     small one if it was found), for the others the ends of a row
 * @param event what the gate made of its text
 */
public record FoundCode(Symbology symbology, String aim, List<Corner> corners, BarcodeEvent event) {
  /**
   * A point.
   *
   * @param x pixels from the left
   * @param y pixels from the top
   */
  public record Corner(double x, double y) {}

  public FoundCode {
    corners = List.copyOf(corners);
  }

  /** Its text; empty if the gate refused it. */
  public Optional<String> text() {
    return switch (event) {
      case BarcodeEvent.Scanned(String reader, String text) -> Optional.of(text);
      case BarcodeEvent.Refused refused -> Optional.empty();
    };
  }
}
