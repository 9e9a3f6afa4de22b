package vn.motcua.scanner.chip;

/**
 * Finds the codestream in a JPEG 2000 picture: in the boxes of the JP2 file format (ISO/IEC 15444-1
 * annex I), or bare. Only the codestream goes to the decoder, so no box can do harm there.
 *
 * @param from where the codestream begins
 * @param to where it ends, exclusive
 * @param luminance whether the colours are coded as luminance and chrominance (sYCC)
 */
record Jp2Wrapper(byte[] picture, int from, int to, boolean luminance) {
  private static final int HEADER = 0x6A703268;
  private static final int CODESTREAM = 0x6A703263;
  private static final int COLOUR = 0x636F6C72;
  private static final int PALETTE = 0x70636C72;
  private static final int SYCC = 18;

  static Jp2Wrapper of(byte[] picture) throws UnusableFaceException {
    if (!FacePicture.isJp2(picture)) {
      return new Jp2Wrapper(picture, 0, picture.length, false);
    }
    Octets in = new Octets(picture);
    boolean luminance = false;
    while (in.left() >= 8) {
      Box box = Box.read(in);
      if (box.type == HEADER) {
        luminance = luminance(box.content);
      } else if (box.type == CODESTREAM) {
        int from = box.content.at();
        return new Jp2Wrapper(picture, from, from + box.content.left(), luminance);
      }
    }
    throw UnusableFaceException.damaged("a file without a codestream");
  }

  /** The size that the codestream declares. */
  ImageSize imageSize() throws UnusableFaceException {
    Octets in = new Octets(picture, from, to);
    if (in.u16() != CodestreamStructure.SOC || in.u16() != CodestreamStructure.SIZ) {
      throw UnusableFaceException.damaged("no codestream where one must stand");
    }
    return ImageSize.read(in.part(in.u16() - 2L));
  }

  private static boolean luminance(Octets header) throws UnusableFaceException {
    while (header.left() >= 8) {
      Box box = Box.read(header);
      if (box.type == PALETTE) {
        throw UnusableFaceException.otherKind("colours by a palette");
      }
      if (box.type == COLOUR && box.content.left() >= 7) {
        int method = box.content.u8();
        box.content.u16();
        if (method == 1) {
          return box.content.u32() == SYCC;
        }
      }
    }
    return false;
  }

  private record Box(int type, Octets content) {
    /** A codestream that says more than there is runs to the end; any other box may not. */
    static Box read(Octets in) throws UnusableFaceException {
      long length = in.u32();
      int type = (int) in.u32();
      if (length == 0) {
        return new Box(type, in.part(in.left()));
      }
      long content = length - 8;
      if (length == 1) {
        content = (in.u32() << 32 | in.u32()) - 16;
      }
      if (type == CODESTREAM && content > in.left()) {
        content = in.left();
      }
      return new Box(type, in.part(content));
    }
  }
}
