package vn.motcua.scanner.chip;

import com.github.jaiimageio.jpeg2000.impl.J2KImageReader;
import com.github.jaiimageio.jpeg2000.impl.J2KImageReaderSpi;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import jj2000.j2k.util.FacilityManager;
import jj2000.j2k.util.MsgLogger;

/** JPEG 2000 by the JJ2000 decoder, which gets the bare codestream and nothing else. */
final class Jpeg2000Codec implements FaceCodec {
  /** What the decoder says goes nowhere: it would quote a damaged card on the standard output. */
  private static final MsgLogger SILENT =
      new MsgLogger() {
        @Override
        public void printmsg(int severity, String message) {}

        @Override
        public void println(String text, int firstIndent, int indent) {}

        @Override
        public void flush() {}
      };

  @Override
  public BufferedImage decode(byte[] picture, Deadline deadline)
      throws IOException, UnusableFaceException {
    Jp2Wrapper wrapper = Jp2Wrapper.of(picture);
    CodestreamStructure checked = CodestreamStructure.of(wrapper);
    J2KImageReader reader = new J2KImageReader(new J2KImageReaderSpi());
    // The reader has just made itself the logger of the whole program, where it would outlive the
    // decoding with the picture in its hands.
    FacilityManager.registerMsgLogger(null, SILENT);
    try (PictureStream in = new PictureStream(checked.bytes(), true, deadline)) {
      reader.addIIOReadProgressListener(new StopInTime(in));
      reader.setInput(in, true, true);
      return colours(reader.readRaster(0, reader.getDefaultReadParam()), wrapper, checked.size());
    }
  }

  /** A second or fourth component is transparency, which a portrait has no use for. */
  private static BufferedImage colours(Raster samples, Jp2Wrapper wrapper, ImageSize size) {
    int width = size.width();
    int height = size.height();
    // An origin off zero is left free in the raster.
    int left = samples.getWidth() - width;
    int top = samples.getHeight() - height;
    boolean colour = size.components() > 2;
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    int[] line = new int[width];
    int[] red = new int[width];
    int[] green = new int[width];
    int[] blue = new int[width];
    for (int y = 0; y < height; y++) {
      band(samples, 0, left, top + y, size, red);
      band(samples, colour ? 1 : 0, left, top + y, size, green);
      band(samples, colour ? 2 : 0, left, top + y, size, blue);
      for (int x = 0; x < width; x++) {
        line[x] =
            wrapper.luminance() && colour
                ? fromLuminance(red[x], green[x] - 128, blue[x] - 128)
                : red[x] << 16 | green[x] << 8 | blue[x];
      }
      image.setRGB(0, y, width, 1, line, 0, width);
    }
    return image;
  }

  /** One line of one component, brought to eight bits. */
  private static void band(Raster samples, int band, int x, int y, ImageSize size, int[] into) {
    samples.getSamples(x, y, into.length, 1, band, into);
    int depth = size.depths().get(band);
    int most = (1 << depth) - 1;
    for (int i = 0; i < into.length; i++) {
      int sample = Math.min(into[i] & 0xFFFF, most);
      into[i] = depth == 8 ? sample : sample * 255 / most;
    }
  }

  /** sYCC to sRGB (IEC 61966-2-1 annex F). */
  private static int fromLuminance(int y, int cb, int cr) {
    int red = clamp(y + 1.402 * cr);
    int green = clamp(y - 0.344136 * cb - 0.714136 * cr);
    int blue = clamp(y + 1.772 * cb);
    return red << 16 | green << 8 | blue;
  }

  private static int clamp(double value) {
    return (int) Math.clamp(Math.round(value), 0L, 255L);
  }
}
