package vn.motcua.kiosk.paper.page;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * One directory of a TIFF (TIFF 6.0 §2), walked by hand before the JDK's decoder sees it: that one
 * believes every count and allocates what it is told.
 *
 * @param xDpi dots per inch, 0 if it does not say
 * @param yDpi dots per inch, 0 if it does not say
 */
record TiffHeader(int width, int height, double xDpi, double yDpi, Orientation orientation) {
  private static final int MAX_TAGS = 400;
  private static final int[] TYPE_BYTES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4};

  private static final int WIDTH = 256;
  private static final int HEIGHT = 257;
  private static final int BITS = 258;
  private static final int STRIP_OFFSETS = 273;
  private static final int ORIENTATION = 274;
  private static final int SAMPLES = 277;
  private static final int STRIP_BYTES = 279;
  private static final int X_RESOLUTION = 282;
  private static final int Y_RESOLUTION = 283;
  private static final int RESOLUTION_UNIT = 296;
  private static final int TILE_WIDTH = 322;
  private static final int TILE_HEIGHT = 323;
  private static final int TILE_OFFSETS = 324;
  private static final int TILE_BYTES = 325;

  static boolean looksLike(byte[] head) {
    return head.length >= 4
        && ((head[0] == 'I' && head[1] == 'I' && head[2] == 42 && head[3] == 0)
            || (head[0] == 'M' && head[1] == 'M' && head[2] == 0 && head[3] == 42));
  }

  /** Takes the pictures of a file, in their order. */
  interface Taker {
    void picture(TiffHeader header) throws IOException;

    /** A picture that cannot be had. */
    void broken(BadPageException why) throws IOException;
  }

  /** Walks the pictures of the file; behind a directory that is none, nothing can be found. */
  static void parse(Path path, Taker taker) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
      ByteBuffer head = bytes(file, 0, 8);
      ByteOrder order = head.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
      long next = Integer.toUnsignedLong(head.order(order).getInt(4));
      if (next == 0) {
        throw new BadPageException(Defect.DAMAGED, "TIFF without a picture");
      }
      Set<Long> seen = new HashSet<>();
      while (next != 0) {
        if (seen.size() >= PageLimits.FRAMES) {
          throw new BadPageException(Defect.TOO_LARGE, "too many pictures in one TIFF");
        }
        try {
          if (!seen.add(next)) {
            throw new BadPageException(Defect.DAMAGED, "TIFF directory comes twice");
          }
          int tags = Short.toUnsignedInt(bytes(file, next, 2).order(order).getShort());
          if (tags == 0 || tags > MAX_TAGS) {
            throw new BadPageException(Defect.DAMAGED, "TIFF directory of " + tags + " tags");
          }
          ByteBuffer directory = bytes(file, next + 2, tags * 12 + 4).order(order);
          next = Integer.toUnsignedLong(directory.getInt(tags * 12));
          picture(new Directory(file, directory, tags, order), taker);
        } catch (BadPageException noDirectory) {
          taker.broken(noDirectory);
          return;
        }
      }
    }
  }

  /** A damaged picture says nothing of those behind it. */
  private static void picture(Directory directory, Taker taker) throws IOException {
    TiffHeader header;
    try {
      header = directory.header();
    } catch (BadPageException damaged) {
      taker.broken(damaged);
      return;
    }
    taker.picture(header);
  }

  private static ByteBuffer bytes(RandomAccessFile file, long at, int length) throws IOException {
    if (at + length > file.length()) {
      throw new BadPageException(Defect.DAMAGED, "TIFF breaks off");
    }
    byte[] bytes = new byte[length];
    file.seek(at);
    file.readFully(bytes);
    return ByteBuffer.wrap(bytes);
  }

  /** A directory that is being walked. */
  private record Directory(RandomAccessFile file, ByteBuffer tags, int count, ByteOrder order) {
    TiffHeader header() throws IOException {
      for (int i = 0; i < count; i++) {
        requireWithin(i);
      }
      long width = first(WIDTH, 0);
      long height = first(HEIGHT, 0);
      if (width < 1 || height < 1) {
        throw new BadPageException(Defect.DAMAGED, "TIFF without a size");
      }
      if (!PageLimits.fits(width, height)) {
        throw new BadPageException(Defect.TOO_LARGE, width + " x " + height + " pixels");
      }
      if (first(SAMPLES, 1) > 5 || first(BITS, 1) > 16) {
        throw new BadPageException(Defect.NOT_IMAGE, "TIFF of a kind that no scanner makes");
      }
      if (first(TILE_WIDTH, 1) * first(TILE_HEIGHT, 1) > Math.max(width * height * 4, 1 << 20)) {
        throw new BadPageException(Defect.TOO_LARGE, "TIFF tile larger than its picture");
      }
      requireData(STRIP_OFFSETS, STRIP_BYTES);
      requireData(TILE_OFFSETS, TILE_BYTES);
      double unit =
          switch ((int) first(RESOLUTION_UNIT, 2)) {
            case 1 -> 0;
            case 3 -> 2.54;
            default -> 1;
          };
      return new TiffHeader(
          (int) width,
          (int) height,
          rational(X_RESOLUTION) * unit,
          rational(Y_RESOLUTION) * unit,
          Orientation.ofTag((int) first(ORIENTATION, 1)));
    }

    /** The values of every tag must lie within the file. */
    private void requireWithin(int entry) throws IOException {
      long bytes = bytesOf(entry);
      if (bytes > 4 && valueAt(entry) + bytes > file.length()) {
        throw new BadPageException(Defect.DAMAGED, "TIFF tag runs over the end");
      }
    }

    /** A TIFF that breaks off decodes to white without a word: its strips tell. */
    private void requireData(int offsetsTag, int countsTag) throws IOException {
      int offsets = find(offsetsTag);
      int counts = find(countsTag);
      if (offsets < 0 || counts < 0) {
        return;
      }
      long pieces = Math.min(countOf(offsets), countOf(counts));
      if (pieces > PageLimits.SIDE * 16L) {
        throw new BadPageException(Defect.DAMAGED, "TIFF in too many pieces");
      }
      for (int i = 0; i < pieces; i++) {
        if (value(offsets, i) + value(counts, i) > file.length()) {
          throw new BadPageException(Defect.DAMAGED, "TIFF breaks off");
        }
      }
    }

    private long first(int tag, long otherwise) throws IOException {
      int entry = find(tag);
      return entry < 0 || countOf(entry) < 1 ? otherwise : value(entry, 0);
    }

    private double rational(int tag) throws IOException {
      int entry = find(tag);
      if (entry < 0 || bytesOf(entry) < 8) {
        return 0;
      }
      ByteBuffer pair = bytes(file, valueAt(entry), 8).order(order);
      long below = Integer.toUnsignedLong(pair.getInt(4));
      return below == 0 ? 0 : (double) Integer.toUnsignedLong(pair.getInt(0)) / below;
    }

    /** The n-th value of a tag of whole numbers; 0 for other types. */
    private long value(int entry, int n) throws IOException {
      int type = typeOf(entry);
      int size = TYPE_BYTES[type];
      ByteBuffer value =
          bytesOf(entry) <= 4
              ? tags.slice(entry * 12 + 8 + n * size, size).order(order)
              : bytes(file, valueAt(entry) + (long) n * size, size).order(order);
      return switch (type) {
        case 1 -> Byte.toUnsignedLong(value.get(0));
        case 3 -> Short.toUnsignedLong(value.getShort(0));
        case 4, 13 -> Integer.toUnsignedLong(value.getInt(0));
        default -> 0;
      };
    }

    private int find(int tag) {
      for (int i = 0; i < count; i++) {
        if (Short.toUnsignedInt(tags.getShort(i * 12)) == tag) {
          return i;
        }
      }
      return -1;
    }

    private int typeOf(int entry) throws BadPageException {
      int type = Short.toUnsignedInt(tags.getShort(entry * 12 + 2));
      if (type < 1 || type >= TYPE_BYTES.length) {
        throw new BadPageException(Defect.DAMAGED, "TIFF tag of an unknown type");
      }
      return type;
    }

    private long countOf(int entry) {
      return Integer.toUnsignedLong(tags.getInt(entry * 12 + 4));
    }

    private long bytesOf(int entry) throws BadPageException {
      return countOf(entry) * TYPE_BYTES[typeOf(entry)];
    }

    private long valueAt(int entry) {
      return Integer.toUnsignedLong(tags.getInt(entry * 12 + 8));
    }
  }
}
