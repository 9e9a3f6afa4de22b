package vn.motcua.scanner.chip;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * A JPEG 2000 codestream walked marker by marker (ISO/IEC 15444-1 annex A), without decoding. The
 * decoder gets {@link #bytes}: the same picture whose tile-parts lie inside it, without the tables
 * of tile-part lengths, by which a decoder could be led to headers that nobody looked at.
 *
 * @param size what the SIZ segment says
 * @param bytes the codestream for the decoder
 */
record CodestreamStructure(ImageSize size, byte[] bytes) {
  static final int SOC = 0xFF4F;
  static final int SIZ = 0xFF51;

  private static final int COD = 0xFF52;
  private static final int COC = 0xFF53;
  private static final int TLM = 0xFF55;
  private static final int PLM = 0xFF57;
  private static final int PLT = 0xFF58;
  private static final int QCD = 0xFF5C;
  private static final int QCC = 0xFF5D;
  private static final int RGN = 0xFF5E;
  private static final int POC = 0xFF5F;
  private static final int CRG = 0xFF63;
  private static final int COM = 0xFF64;
  private static final int SOT = 0xFF90;
  private static final int SOD = 0xFF93;
  private static final int EOC = 0xFFD9;

  /** Every tile in ten parts; each part takes at least 14 bytes. */
  private static final int MAX_PARTS = 10 * ImageSize.MAX_TILES;

  /** One for each tile, and some. */
  private static final int MAX_STYLES = ImageSize.MAX_TILES + 16;

  /** Walks the codestream in {@code wrapper}. A tile-part that is cut off is taken as it is. */
  static CodestreamStructure of(Jp2Wrapper wrapper) throws UnusableFaceException {
    ImageSize size = wrapper.imageSize();
    Octets in = new Octets(wrapper.picture(), wrapper.from(), wrapper.to());
    ByteArrayOutputStream out = new ByteArrayOutputStream(in.left() + 2);
    in.u16();
    write16(out, SOC);
    Walk walk = new Walk(wrapper.picture(), size, out);
    walk.mainHeader(in);
    walk.tileParts(in);
    write16(out, EOC);
    return new CodestreamStructure(size, out.toByteArray());
  }

  private static void write16(ByteArrayOutputStream out, int value) {
    out.write(value >> 8);
    out.write(value);
  }

  private static final class Walk {
    private final byte[] picture;
    private final ImageSize size;
    private final ByteArrayOutputStream out;
    private int layers;
    private int styles;

    Walk(byte[] picture, ImageSize size, ByteArrayOutputStream out) {
      this.picture = picture;
      this.size = size;
      this.out = out;
    }

    void mainHeader(Octets in) throws UnusableFaceException {
      boolean sized = false;
      for (int marker = in.u16(); marker != SOT; marker = in.u16()) {
        int from = in.at();
        Octets segment = segment(in);
        if (marker == SIZ) {
          if (sized) {
            throw UnusableFaceException.damaged("two sizes");
          }
          sized = true;
          unsigned(from, in.at());
          continue;
        }
        check(marker, segment, true);
        if (marker != TLM && marker != PLM && marker != CRG && marker != COM) {
          write16(out, marker);
          out.write(picture, from, in.at() - from);
        }
      }
      if (layers == 0) {
        throw UnusableFaceException.damaged("no coding style");
      }
    }

    /** The size with components that have no sign. */
    private void unsigned(int from, int to) {
      byte[] segment = Arrays.copyOfRange(picture, from, to);
      for (int i = 0; i < size.components(); i++) {
        segment[38 + 3 * i] &= (byte) ~ImageSize.SIGN;
      }
      write16(out, SIZ);
      out.writeBytes(segment);
    }

    /** Begins behind the first SOT marker. */
    void tileParts(Octets in) throws UnusableFaceException {
      for (int parts = 0; ; parts++) {
        if (parts == MAX_PARTS) {
          throw UnusableFaceException.tooLarge("more tile-parts than any portrait");
        }
        int from = in.at() - 2;
        Octets header = segment(in);
        int tile = header.u16();
        if (header.left() != 6 || tile >= size.tilesAcross() * size.tilesDown()) {
          throw UnusableFaceException.damaged("a tile-part of no tile");
        }
        long length = header.u32();
        long there = in.left() + 12L;
        boolean last = length == 0 || length >= there;
        if (last) {
          length = there - (length == 0 && endsWithEoc(in) ? 2 : 0);
        }
        if (length < 14) {
          throw UnusableFaceException.damaged("a tile-part shorter than its header");
        }
        Octets body = in.part(length - 12);
        tileHeader(body);
        write16(out, SOT);
        out.write(picture, from + 2, 4);
        write16(out, (int) (length >> 16));
        write16(out, (int) length & 0xFFFF);
        out.write(picture, from + 10, (int) length - 10);
        // Whatever stands there instead of a tile-part, the decoder does not need to see it.
        if (last || in.left() < 2 || in.u16() != SOT) {
          return;
        }
      }
    }

    private static boolean endsWithEoc(Octets in) throws UnusableFaceException {
      return in.left() >= 2 && in.last16() == EOC;
    }

    private void tileHeader(Octets body) throws UnusableFaceException {
      for (int marker = body.u16(); marker != SOD; marker = body.u16()) {
        check(marker, segment(body), false);
      }
    }

    private void check(int marker, Octets segment, boolean main) throws UnusableFaceException {
      switch (marker) {
        case COD -> {
          int style = segment.u8();
          segment.u8();
          int found = segment.u16();
          int transform = segment.u8();
          if (found == 0 || transform > 1 || (transform == 1 && size.components() < 3)) {
            throw UnusableFaceException.damaged("a coding style that cannot be");
          }
          if (main && layers != 0) {
            throw UnusableFaceException.damaged("two coding styles");
          }
          if (!main && found > layers) {
            throw UnusableFaceException.otherKind("a tile with layers of its own");
          }
          if (main) {
            layers = found;
          }
          cost(segment, style);
        }
        case COC -> {
          if (layers == 0) {
            throw UnusableFaceException.damaged("a component's coding style before the picture's");
          }
          if (segment.u8() >= size.components()) {
            throw UnusableFaceException.damaged("a coding style of no component");
          }
          cost(segment, segment.u8());
        }
        case QCD, QCC, RGN, POC, PLT, COM -> {
          // Bounded by their own length.
        }
        case TLM, PLM, CRG -> {
          if (!main) {
            throw UnusableFaceException.damaged("a marker where it must not stand");
          }
        }
        default -> throw UnusableFaceException.otherKind("a marker that portraits do not use");
      }
    }

    private void cost(Octets segment, int style) throws UnusableFaceException {
      if (++styles > MAX_STYLES) {
        throw UnusableFaceException.tooLarge("more coding styles than any portrait");
      }
      CodestreamCost.check(size, CodestreamCost.Cutting.read(segment, (style & 1) != 0), layers);
    }

    private static Octets segment(Octets in) throws UnusableFaceException {
      return in.part(in.u16() - 2L);
    }
  }
}
