package vn.motcua.scanner.barcode.image;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.DecodeHintType;
import com.google.zxing.Result;
import com.google.zxing.ResultMetadataType;
import com.google.zxing.ResultPoint;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import vn.motcua.scanner.barcode.BarcodeEvent;
import vn.motcua.scanner.barcode.BarcodeFault;
import vn.motcua.scanner.barcode.ScanGate;

/**
 * What ZXing found, given to the gate as the bytes that stand in the code. ZXing by itself guesses
 * a charset and replaces what does not fit; told that all is Latin-1 it hands every byte over as
 * the character of the same number, and the gate decides.
 */
final class CodeContent {
  /** Under this hint characters are bytes, unless the code itself names a charset (ECI). */
  static final Map<DecodeHintType, ?> BYTES =
      Map.of(DecodeHintType.CHARACTER_SET, StandardCharsets.ISO_8859_1.name());

  /**
   * Modifiers of QR's identifier that say that the code names its charset (ISO/IEC 18004 Annex F).
   */
  private static final String QR_WITH_CHARSET = "246";

  private static final char REPLACED = '\ufffd';

  private CodeContent() {}

  /** The code as it is reported; empty if it is of a kind that nobody asked for. */
  static Optional<FoundCode> of(Result result, ScanGate gate, String reader) {
    return symbology(result.getBarcodeFormat())
        .map(symbology ->
            new FoundCode(symbology, aim(result), corners(result), event(result, gate, reader)));
  }

  private static BarcodeEvent event(Result result, ScanGate gate, String reader) {
    String text = result.getText();
    boolean named = namesCharset(result);
    if (named && text.indexOf(REPLACED) >= 0) {
      // Something did not fit the charset that the code names for itself.
      return new BarcodeEvent.Refused(reader, new BarcodeFault.NotText());
    }
    boolean characters = named || text.chars().anyMatch(c -> c > 0xff); // kanji mode
    return characters ? gate.accept(text) : gate.accept(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static boolean namesCharset(Result result) {
    String aim = aim(result);
    return result.getBarcodeFormat() == BarcodeFormat.QR_CODE
        && aim.length() == 3
        && QR_WITH_CHARSET.indexOf(aim.charAt(2)) >= 0;
  }

  private static String aim(Result result) {
    Map<ResultMetadataType, Object> more = result.getResultMetadata();
    Object aim = more == null ? null : more.get(ResultMetadataType.SYMBOLOGY_IDENTIFIER);
    return aim instanceof String known ? known : "";
  }

  private static List<FoundCode.Corner> corners(Result result) {
    ResultPoint[] points = result.getResultPoints();
    return points == null
        ? List.of()
        : Arrays.stream(points)
            .filter(Objects::nonNull)
            .map(point -> new FoundCode.Corner(point.getX(), point.getY()))
            .toList();
  }

  private static Optional<Symbology> symbology(BarcodeFormat format) {
    return switch (format) {
      case QR_CODE -> Optional.of(Symbology.QR);
      case CODE_128 -> Optional.of(Symbology.CODE_128);
      case PDF_417 -> Optional.of(Symbology.PDF_417);
      default -> Optional.empty();
    };
  }
}
