package vn.motcua.scanner.paper;

import java.awt.Rectangle;
import java.awt.image.ColorModel;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.RenderedImage;
import java.awt.image.SampleModel;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.io.Serial;
import java.util.Vector;
import org.jspecify.annotations.Nullable;
import vn.motcua.scanner.FaultException;

/**
 * {@link Rows} as the JDK's image writers want them. The writer asks for row after row from the
 * top; a row that was handed out is not there any more.
 */
final class PulledRows implements RenderedImage {
  private final Rows rows;
  private final ColorModel model;
  private final byte[] row;
  private int next;

  PulledRows(Rows rows, ColorModel model) {
    this.rows = rows;
    this.model = model;
    this.row = new byte[rows.rowBytes()];
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
  public Raster getData(Rectangle area) {
    WritableRaster raster = model.createCompatibleWritableRaster(area.width, area.height);
    byte[] pixels = ((DataBufferByte) raster.getDataBuffer()).getData();
    int bytes = area.width * rows.channels();
    for (int y = 0; y < area.height; y++) {
      pull(area.y + y);
      System.arraycopy(row, area.x * rows.channels(), pixels, y * bytes, bytes);
    }
    return raster.createTranslatedChild(area.x, area.y);
  }

  private void pull(int y) {
    if (y != next) {
      throw new IllegalStateException("row " + y + " asked for where " + next + " is due");
    }
    next++;
    try {
      rows.next(row);
    } catch (IOException | FaultException e) {
      throw new Broken(e);
    }
  }

  @Override
  public SampleModel getSampleModel() {
    return model.createCompatibleSampleModel(rows.width(), rows.height());
  }

  @Override
  public ColorModel getColorModel() {
    return model;
  }

  @Override
  public int getWidth() {
    return rows.width();
  }

  @Override
  public int getHeight() {
    return rows.height();
  }

  @Override
  public int getTileWidth() {
    return rows.width();
  }

  @Override
  public int getTileHeight() {
    return 1;
  }

  @Override
  public int getNumXTiles() {
    return 1;
  }

  @Override
  public int getNumYTiles() {
    return rows.height();
  }

  @Override
  public int getMinX() {
    return 0;
  }

  @Override
  public int getMinY() {
    return 0;
  }

  @Override
  public int getMinTileX() {
    return 0;
  }

  @Override
  public int getMinTileY() {
    return 0;
  }

  @Override
  public int getTileGridXOffset() {
    return 0;
  }

  @Override
  public int getTileGridYOffset() {
    return 0;
  }

  @Override
  public Raster getTile(int tileX, int tileY) {
    return getData(new Rectangle(0, tileY, rows.width(), 1));
  }

  @Override
  public Raster getData() {
    return getData(new Rectangle(0, 0, rows.width(), rows.height()));
  }

  @Override
  public WritableRaster copyData(@Nullable WritableRaster raster) {
    throw new UnsupportedOperationException("rows come once");
  }

  @Override
  public @Nullable Vector<RenderedImage> getSources() {
    return null;
  }

  @Override
  public Object getProperty(String name) {
    return java.awt.Image.UndefinedProperty;
  }

  @Override
  public String @Nullable [] getPropertyNames() {
    return null;
  }
}
