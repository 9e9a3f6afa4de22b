package vn.motcua.scanner.paper;

import java.awt.Point;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.SampleModel;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.io.Serial;
import org.jspecify.annotations.Nullable;
import vn.motcua.scanner.FaultException;

/**
 * {@link Rows} in the disguise of a whole raster that holds one row only. The JDK's JPEG writer
 * takes one row after the other out of the raster of a {@link BufferedImage} (of any other image it
 * makes a full copy first); each is read from the source at that moment.
 */
final class RowRaster extends WritableRaster {
  private final Rows rows;
  private final WritableRaster line;
  private int next;

  private RowRaster(Rows rows, ColorModel model, SampleModel samples) {
    super(samples, new DataBufferByte(rows.rowBytes()), new Point());
    this.rows = rows;
    this.line = model.createCompatibleWritableRaster(rows.width(), 1);
  }

  /** An image that may be handed to the JPEG writer, once, and to nobody else. */
  static BufferedImage image(Rows rows, ColorModel model) {
    SampleModel samples = model.createCompatibleSampleModel(rows.width(), rows.height());
    return new BufferedImage(model, new RowRaster(rows, model, samples), false, null);
  }

  /** The source of the rows failed; carries the reason through the image writer. */
  static final class Broken extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;

    Broken(Exception reason) {
      super(reason);
    }

    /** Throws the input/output error that was the reason, or gives the fault. */
    FaultException unwrap() throws IOException {
      return switch (getCause()) {
        case FaultException fault -> fault;
        case IOException io -> throw io;
        case null, default -> throw this;
      };
    }
  }

  @Override
  public Raster createChild(
      int x, int y, int width, int height, int childX, int childY, int @Nullable [] bands) {
    if (x != 0 || width != rows.width() || height != 1 || y != next) {
      throw new IllegalStateException(
          width
              + " x "
              + height
              + " at "
              + x
              + ","
              + y
              + " asked for where row "
              + next
              + " is due");
    }
    next++;
    try {
      rows.next(((DataBufferByte) line.getDataBuffer()).getData());
    } catch (IOException | FaultException e) {
      throw new Broken(e);
    }
    return line.createChild(0, 0, width, 1, childX, childY, bands);
  }
}
