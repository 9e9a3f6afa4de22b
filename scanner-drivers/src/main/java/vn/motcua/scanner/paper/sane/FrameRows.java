package vn.motcua.scanner.paper.sane;

import java.io.IOException;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.paper.Rows;
import vn.motcua.scanner.paper.ScanFault;

/**
 * The rows of one frame as they come over the data connection: samples of 1, 8 or 16 bits brought
 * to eight, except that one grey bit a pixel stays one bit (1 = black, SANE standard 1.06 §3.2.1).
 */
final class FrameRows implements Rows {
  private final SaneFrame frame;
  private final SaneParameters shape;
  private final byte[] line;

  FrameRows(SaneFrame frame, SaneParameters shape) {
    this.frame = frame;
    this.shape = shape;
    this.line = new byte[shape.bytesPerLine()];
  }

  @Override
  public int width() {
    return shape.width();
  }

  /** Rows that were announced; -1 if the device does not know. */
  @Override
  public int height() {
    return shape.lines();
  }

  @Override
  public int channels() {
    return shape.channels();
  }

  @Override
  public boolean bits() {
    return shape.depth() == 1 && shape.format() == SaneParameters.Format.GREY;
  }

  /**
   * {@inheritDoc}
   *
   * @throws FaultException with {@link ScanFault.LostMidPage} if the frame ends before the row
   */
  @Override
  public void next(byte[] row) throws IOException, FaultException {
    if (!tryNext(row)) {
      throw new FaultException(new ScanFault.LostMidPage(), "the picture ends too early");
    }
  }

  /** Fills {@code row} like {@link #next}; false at the end of the frame. */
  boolean tryNext(byte[] row) throws IOException, FaultException {
    int got = frame.readNBytes(line, 0, line.length);
    if (got < line.length) {
      endedWell();
      if (got > 0) {
        throw new FaultException(new ScanFault.LostMidPage(), "the picture ends in mid-row");
      }
      return false;
    }
    convert(row);
    return true;
  }

  /** Reads up to the end of the frame and makes sure that the device ended it without complaint. */
  void finish() throws IOException, FaultException {
    byte[] surplus = new byte[8192];
    int got = 0;
    while (got >= 0) {
      got = frame.read(surplus, 0, surplus.length);
    }
    endedWell();
  }

  private void endedWell() throws FaultException {
    if (frame.end() != SaneStatus.EOF) {
      throw new FaultException(frame.end().fault(), "the picture ended with " + frame.end());
    }
  }

  private void convert(byte[] row) {
    switch (shape.depth()) {
      case 1 -> {
        if (bits()) {
          System.arraycopy(line, 0, row, 0, rowBytes());
          clearPadding(row);
        } else {
          spread(row);
        }
      }
      case 8 -> System.arraycopy(line, 0, row, 0, rowBytes());
      default -> {
        int high = frame.littleEndian() ? 1 : 0;
        for (int i = 0; i < rowBytes(); i++) {
          row[i] = line[2 * i + high];
        }
      }
    }
  }

  private void clearPadding(byte[] row) {
    int used = width() % 8;
    if (used != 0) {
      row[rowBytes() - 1] &= (byte) (0xff << (8 - used));
    }
  }

  /** One bit a sample, a byte for eight pixels of each channel in turn; 1 = full brightness. */
  private void spread(byte[] row) {
    int channels = channels();
    for (int x = 0; x < width(); x++) {
      for (int c = 0; c < channels; c++) {
        int bit = line[x / 8 * channels + c] >> (7 - x % 8) & 1;
        row[x * channels + c] = (byte) -bit;
      }
    }
  }
}
