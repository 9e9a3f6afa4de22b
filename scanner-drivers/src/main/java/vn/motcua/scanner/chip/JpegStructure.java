package vn.motcua.scanner.chip;

import java.io.ByteArrayOutputStream;

/**
 * A JPEG picture walked marker by marker (ITU-T T.81 annex B), without decoding. What a decoder
 * could be overrun by is refused here; what it does not need for the pixels (profiles, thumbnails,
 * comments, whatever follows the end) is left out of {@link #bytes}.
 *
 * @param width pixels
 * @param height pixels
 * @param bytes the same picture with nothing but its tables, frame and scans
 */
record JpegStructure(int width, int height, byte[] bytes) {
  /** A progressive portrait has about ten; each more costs a pass over all pixels. */
  static final int MAX_SCANS = 32;

  private static final int SOI = 0xD8;
  private static final int EOI = 0xD9;
  private static final int SOS = 0xDA;
  private static final int DHT = 0xC4;
  private static final int DQT = 0xDB;
  private static final int DRI = 0xDD;
  private static final int COM = 0xFE;
  private static final int APP0 = 0xE0;
  private static final int APP14 = 0xEE;

  /** Walks the whole picture. A missing end marker is tolerated: the pixels stand before it. */
  static JpegStructure of(byte[] picture) throws UnusableFaceException {
    Octets in = new Octets(picture);
    ByteArrayOutputStream out = new ByteArrayOutputStream(picture.length);
    if (marker(in) != SOI) {
      throw UnusableFaceException.damaged("no start of image");
    }
    out.write(0xFF);
    out.write(SOI);
    int width = 0;
    int height = 0;
    int scans = 0;
    while (in.left() >= 2) {
      int marker = marker(in);
      if (marker == EOI) {
        break;
      }
      int from = in.at();
      Octets segment = in.part(length(picture, from));
      switch (marker) {
        case 0xC0, 0xC1, 0xC2 -> {
          if (width != 0) {
            throw UnusableFaceException.damaged("a second frame");
          }
          segment.u16();
          if (segment.u8() != 8) {
            throw UnusableFaceException.otherKind("not eight bits a sample");
          }
          height = segment.u16();
          width = segment.u16();
          FacePicture.checkSize(width, height);
          int components = segment.u8();
          if (components != 1 && components != 3) {
            throw UnusableFaceException.otherKind("neither grey nor colour");
          }
        }
        case SOS -> {
          if (width == 0) {
            throw UnusableFaceException.damaged("a scan before its frame");
          }
          if (++scans > MAX_SCANS) {
            throw UnusableFaceException.tooLarge("more scans than any portrait");
          }
          skipScan(picture, in);
        }
        case DHT, DQT, DRI, COM -> {
          // Tables; a comment is left out below.
        }
        default -> {
          if (marker < APP0 || marker > 0xEF) {
            throw UnusableFaceException.otherKind("a coding that portraits do not use");
          }
        }
      }
      if (needed(marker, picture, from)) {
        out.write(0xFF);
        out.write(marker);
        out.write(picture, from, in.at() - from);
      }
    }
    if (scans == 0) {
      throw UnusableFaceException.damaged("no scan");
    }
    out.write(0xFF);
    out.write(EOI);
    return new JpegStructure(width, height, out.toByteArray());
  }

  private static int marker(Octets in) throws UnusableFaceException {
    if (in.u8() != 0xFF) {
      throw UnusableFaceException.damaged("no marker where one must stand");
    }
    int marker = in.u8();
    while (marker == 0xFF) {
      marker = in.u8();
    }
    return marker;
  }

  private static int length(byte[] picture, int at) throws UnusableFaceException {
    int length = new Octets(picture, at, picture.length).u16();
    if (length < 2) {
      throw UnusableFaceException.damaged("a segment without its length");
    }
    return length;
  }

  /** Skips entropy-coded data: up to the next marker that is no restart. */
  private static void skipScan(byte[] picture, Octets in) throws UnusableFaceException {
    int at = in.at();
    while (at + 1 < picture.length) {
      int next = picture[at + 1] & 0xFF;
      if (picture[at] == (byte) 0xFF && next != 0 && next != 0xFF && (next < 0xD0 || next > 0xD7)) {
        in.part(at - in.at());
        return;
      }
      at++;
    }
    in.part(in.left());
  }

  /** Of the application segments only those that say how the colours are coded. */
  private static boolean needed(int marker, byte[] picture, int from) {
    return switch (marker) {
      case APP0 -> named(picture, from + 2, "JFIF\0");
      case APP14 -> named(picture, from + 2, "Adobe");
      case COM -> false;
      default -> marker < APP0;
    };
  }

  private static boolean named(byte[] picture, int at, String name) {
    for (int i = 0; i < name.length(); i++) {
      if (at + i >= picture.length || picture[at + i] != name.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
