package vn.motcua.scanner.paper;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.motcua.scanner.FaultException;

/**
 * Encodes rows as a JPEG while they come: a strip is in memory, never the page. The picture has a
 * restart marker after each strip, which every decoder knows.
 */
final class BandedJpeg {
  /**
   * Rows of a strip: whole units of 16, and never more than 65,535 units in a strip, as the restart
   * interval can count (ITU-T T.81 §B.2.4.4), however wide the page is.
   */
  static final int ROWS = 128;

  private static final Logger LOG = LoggerFactory.getLogger(BandedJpeg.class);

  private BandedJpeg() {}

  /** What encodes strips on this machine; found out once. */
  private static final class Best {
    private static final boolean NATIVE = worksNatively();

    private static boolean worksNatively() {
      try {
        return new LeptonicaBands().encode(new byte[3 * 16 * 16], 16, 16, 3, 90).length > 0;
      } catch (IOException | LinkageError missing) {
        LOG.warn("pages are encoded by the JDK, which is slower: {}", missing.toString());
        return false;
      }
    }

    static BandEncoder encoder() {
      return NATIVE ? new LeptonicaBands() : new JdkBands();
    }
  }

  /** Encodes with what is best on this machine. */
  static void encode(Rows rows, int dpi, int quality, PageBytes out)
      throws IOException, FaultException {
    encode(rows, dpi, quality, out, Best.encoder());
  }

  static void encode(Rows rows, int dpi, int quality, PageBytes out, BandEncoder encoder)
      throws IOException, FaultException {
    byte[] row = new byte[rows.rowBytes()];
    byte[] strip = new byte[row.length * Math.min(ROWS, rows.height())];
    JpegJoiner joiner = new JpegJoiner(rows.height(), dpi, out);
    for (int y = 0; y < rows.height(); y += ROWS) {
      int count = Math.min(ROWS, rows.height() - y);
      byte[] samples = count == ROWS || y == 0 ? strip : new byte[row.length * count];
      for (int i = 0; i < count; i++) {
        rows.next(row);
        System.arraycopy(row, 0, samples, i * row.length, row.length);
      }
      joiner.add(encoder.encode(samples, rows.width(), count, rows.channels(), quality));
    }
    joiner.end();
  }
}
