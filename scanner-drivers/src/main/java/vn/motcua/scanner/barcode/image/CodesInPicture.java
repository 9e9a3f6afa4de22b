package vn.motcua.scanner.barcode.image;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.Reader;
import com.google.zxing.ReaderException;
import com.google.zxing.Result;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.GenericMultipleBarcodeReader;
import com.google.zxing.multi.MultipleBarcodeReader;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import com.google.zxing.oned.Code128Reader;
import com.google.zxing.pdf417.PDF417Reader;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.motcua.scanner.barcode.BarcodeReader;
import vn.motcua.scanner.barcode.ScanGate;

/**
 * Finds the codes in a picture, upright or turned by any quarter. Every text passes {@link
 * ScanGate}. Holds no state between pictures; safe for use by several threads.
 */
public final class CodesInPicture {
  private static final Logger LOG = LoggerFactory.getLogger(CodesInPicture.class);

  /** No picture has more pixels: A3 at 600 dpi has 70 million. */
  public static final int MOST_PIXELS = 100_000_000;

  /** The form's head with its codes stands in the first quarter of a page. */
  private static final int STRIP = 4;

  private static final Map<DecodeHintType, Object> THOROUGH = new HashMap<>(CodeContent.BYTES);

  static {
    THOROUGH.put(DecodeHintType.TRY_HARDER, true);
  }

  private final String reader;
  private final ScanGate gate;

  /**
   * @param reader the id that the events bear, as in {@link BarcodeReader#id()}
   */
  public CodesInPicture(String reader) {
    this.reader = reader;
    this.gate = new ScanGate(reader);
  }

  /**
   * All codes of a scanned page: QR, Code 128, PDF417. Thorough: about a second for A4 at 300 dpi
   * on a busy machine.
   *
   * @throws IllegalArgumentException if it has more than {@link #MOST_PIXELS}
   */
  public List<FoundCode> onPage(BufferedImage page) {
    return search(picture(page));
  }

  /**
   * The codes in the upper quarter of a scanned page; if there are none, all of the page. Enough to
   * tell where a dossier begins, and quicker.
   *
   * @throws IllegalArgumentException if it has more than {@link #MOST_PIXELS}
   */
  public List<FoundCode> headOfPage(BufferedImage page) {
    GrayPicture picture = picture(page);
    List<FoundCode> head = search(picture.top(Math.max(1, (picture.height() + STRIP - 1) / STRIP)));
    return head.isEmpty() ? search(picture) : head;
  }

  /** A code in a frame of a camera, QR or Code 128: quickly, for the next frame comes at once. */
  public List<FoundCode> inFrame(GrayPicture frame) {
    for (GrayPicture scale : List.of(frame, frame.half())) {
      for (Reader kind : List.of(new QRCodeReader(), new Code128Reader())) {
        List<Result> found = one(kind, scale);
        if (!found.isEmpty()) {
          return codes(found, scale == frame ? 1 : 2);
        }
      }
    }
    return List.of();
  }

  /**
   * The codes of one kind in a picture, or in a part of one that somebody cut out, at the distance
   * at which it is given. As thorough as {@link #onPage}.
   *
   * @throws IllegalArgumentException if it has more than {@link #MOST_PIXELS}
   */
  public List<FoundCode> onPart(GrayPicture part, Symbology kind) {
    if (part.pixels().length > MOST_PIXELS) {
      throw new IllegalArgumentException("a picture of " + part.pixels().length + " pixels");
    }
    List<FoundCode> found = codes(all(reader(kind), part), 1);
    // The one that looks for several gives up where the one that looks for the best does not.
    return found.isEmpty() && kind == Symbology.QR
        ? codes(all(new QRCodeReader(), part), 1)
        : found;
  }

  private static MultipleBarcodeReader reader(Symbology kind) {
    return switch (kind) {
      case QR -> new QRCodeMultiReader();
      case CODE_128 -> new GenericMultipleBarcodeReader(new Code128Reader());
      case PDF_417 -> new PDF417Reader();
    };
  }

  private static GrayPicture picture(BufferedImage page) {
    long pixels = (long) page.getWidth() * page.getHeight();
    if (pixels > MOST_PIXELS) {
      throw new IllegalArgumentException("a picture of " + pixels + " pixels");
    }
    return GrayPicture.redOf(page);
  }

  private List<FoundCode> search(GrayPicture picture) {
    List<FoundCode> found = new ArrayList<>();
    List<FoundCode> squares = codes(all(reader(Symbology.QR), picture), 1);
    // Coarse print and noise look better from farther away.
    found.addAll(squares.isEmpty() ? codes(all(reader(Symbology.QR), picture.half()), 2) : squares);
    found.addAll(codes(all(reader(Symbology.CODE_128), picture), 1));
    found.addAll(codes(all(reader(Symbology.PDF_417), picture), 1));
    return List.copyOf(found);
  }

  private List<FoundCode> codes(List<Result> results, int scale) {
    List<FoundCode> codes = new ArrayList<>();
    for (Result result : results) {
      CodeContent.of(result, gate, reader)
          .map(code -> scaled(code, scale))
          .filter(code -> !codes.contains(code))
          .ifPresent(codes::add);
    }
    return codes;
  }

  private static FoundCode scaled(FoundCode code, int scale) {
    return new FoundCode(
        code.symbology(),
        code.aim(),
        code.corners().stream()
            .map(corner -> new FoundCode.Corner(corner.x() * scale, corner.y() * scale))
            .toList(),
        code.event());
  }

  private static List<Result> one(Reader kind, GrayPicture picture) {
    try {
      return List.of(kind.decode(bitmap(picture), CodeContent.BYTES));
    } catch (ReaderException none) {
      return List.of();
    } catch (RuntimeException e) {
      LOG.debug("the decoder broke on a frame", e); // a picture may be anything
      return List.of();
    }
  }

  private static List<Result> all(MultipleBarcodeReader kind, GrayPicture picture) {
    return results(() -> kind.decodeMultiple(bitmap(picture), THOROUGH));
  }

  private static List<Result> all(Reader kind, GrayPicture picture) {
    return results(() -> new Result[] {kind.decode(bitmap(picture), THOROUGH)});
  }

  /** One way of decoding. */
  @FunctionalInterface
  private interface Decoding {
    Result[] decode() throws ReaderException;
  }

  private static List<Result> results(Decoding decoding) {
    try {
      return List.of(decoding.decode());
    } catch (ReaderException none) {
      return List.of();
    } catch (RuntimeException e) {
      LOG.debug("the decoder broke on a picture", e); // a picture may be anything
      return List.of();
    }
  }

  private static BinaryBitmap bitmap(GrayPicture picture) {
    return new BinaryBitmap(new HybridBinarizer(new GraySource(picture)));
  }
}
