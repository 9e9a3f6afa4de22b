package vn.motcua.scanner.chip;

import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadProgressListener;

/** Between the lines of a picture, stops a decoder whose time is over. */
final class StopInTime implements IIOReadProgressListener {
  private final PictureStream in;

  StopInTime(PictureStream in) {
    this.in = in;
  }

  @Override
  public void imageProgress(ImageReader source, float percentageDone) {
    in.checkTime();
  }

  @Override
  public void sequenceStarted(ImageReader source, int minIndex) {}

  @Override
  public void sequenceComplete(ImageReader source) {}

  @Override
  public void imageStarted(ImageReader source, int imageIndex) {}

  @Override
  public void imageComplete(ImageReader source) {}

  @Override
  public void thumbnailStarted(ImageReader source, int imageIndex, int thumbnailIndex) {}

  @Override
  public void thumbnailProgress(ImageReader source, float percentageDone) {}

  @Override
  public void thumbnailComplete(ImageReader source) {}

  @Override
  public void readAborted(ImageReader source) {}
}
