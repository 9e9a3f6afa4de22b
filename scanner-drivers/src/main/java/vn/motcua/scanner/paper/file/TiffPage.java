package vn.motcua.scanner.paper.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.paper.PageImages;

/**
 * One page of a TIFF. Its compressed strips or tiles are never decoded: it is checked that they are
 * there, and they can be copied into a file of their own.
 */
final class TiffPage {
  /** TIFF 6.0 §22, which nobody should write any more: its data hang on offsets of its own. */
  static final int OLD_JPEG = 6;

  private static final int UNCOMPRESSED = 1;
  private static final int JPEG = 7;
  private static final int PACK_BITS = 32_773;

  /** None, RLE, G3, G4, LZW, old and new JPEG, Deflate twice, PackBits. */
  private static final Set<Integer> KNOWN =
      Set.of(UNCOMPRESSED, 2, 3, 4, 5, OLD_JPEG, JPEG, 8, 32_946, PACK_BITS);

  private static final int WIDTH = 256;
  private static final int HEIGHT = 257;
  private static final int COMPRESSION = 259;
  private static final int STRIP_OFFSETS = 273;
  private static final int STRIP_COUNTS = 279;
  private static final int TILE_OFFSETS = 324;
  private static final int TILE_COUNTS = 325;

  /** Entries that describe the picture itself and hold no offsets. */
  private static final Set<Integer> COPIED =
      Set.of(
          WIDTH,
          HEIGHT,
          258,
          COMPRESSION,
          262,
          266,
          274,
          277,
          278,
          282,
          283,
          284,
          292,
          293,
          296,
          317,
          318,
          319,
          320,
          322,
          323,
          332,
          333,
          334,
          338,
          339,
          347,
          529,
          530,
          531,
          532,
          34_675);

  private static final int LARGEST_VALUE = 4 << 20;
  private static final int ZEROS_TO_SUSPECT = 64;
  private static final int LONG = 4;

  private final FileBytes file;
  private final String name;
  private final TiffDirectory directory;
  private final ByteOrder order;

  TiffPage(FileBytes file, String name, TiffDirectory directory, ByteOrder order) {
    this.file = file;
    this.name = name;
    this.directory = directory;
    this.order = order;
  }

  int compression() throws FaultException, IOException {
    return (int) directory.value(COMPRESSION, UNCOMPRESSED);
  }

  /**
   * Checks size, kind and that every byte of the picture is there.
   *
   * @return bytes of the picture
   */
  long check() throws FaultException, IOException {
    long width = directory.value(WIDTH, 0);
    long height = directory.value(HEIGHT, 0);
    if (width < 1 || height < 1) {
      throw FilePages.unreadable(name, "TIFF page without a size");
    }
    if (width > PageImages.MAX_SIDE
        || height > PageImages.MAX_SIDE
        || width * height > PageImages.MAX_PIXELS) {
      throw new FaultException(new FileFault.Size(name), width + " x " + height + " pixels");
    }
    int compression = compression();
    if (!KNOWN.contains(compression)) {
      throw new FaultException(new FileFault.Kind(name), "TIFF compression " + compression);
    }
    if (compression == OLD_JPEG) {
      return 0;
    }
    List<Piece> pieces = pieces();
    long all = pieces.stream().mapToLong(Piece::length).sum();
    if (all < 1 || all > file.size()) {
      throw FilePages.unreadable(name, "TIFF pieces of " + all + " bytes");
    }
    if (compression != UNCOMPRESSED && compression != PACK_BITS) {
      endsInData(pieces);
    }
    return all;
  }

  /**
   * A copy that is under way may have its full length already with nothing in its rest; none of
   * these compressions ends in so many zeros.
   */
  private void endsInData(List<Piece> pieces) throws FaultException, IOException {
    long end = pieces.stream().mapToLong(each -> each.at() + each.length()).max().orElse(0);
    int length = (int) Math.min(ZEROS_TO_SUSPECT, end);
    for (byte each : file.read(end - length, length)) {
      if (each != 0) {
        return;
      }
    }
    throw FilePages.unreadable(name, "TIFF not yet filled");
  }

  private record Piece(long at, long length) {}

  private boolean tiled() {
    return directory.entry(STRIP_OFFSETS).isEmpty() && directory.entry(TILE_OFFSETS).isPresent();
  }

  private List<Piece> pieces() throws FaultException, IOException {
    long[] offsets = directory.values(tiled() ? TILE_OFFSETS : STRIP_OFFSETS);
    long[] counts = directory.values(tiled() ? TILE_COUNTS : STRIP_COUNTS);
    if (offsets.length == 0 || offsets.length != counts.length) {
      throw FilePages.unreadable(name, "TIFF page without a picture");
    }
    List<Piece> pieces = new ArrayList<>();
    for (int i = 0; i < offsets.length; i++) {
      directory.inside(offsets[i], counts[i]);
      pieces.add(new Piece(offsets[i], counts[i]));
    }
    return pieces;
  }

  /** An entry of the new file, with its values in the file's order. */
  @SuppressWarnings("ArrayRecordComponent") // written once, never compared
  private record Out(int tag, int type, int count, byte[] values) {
    int away() {
      return values.length <= 4 ? 0 : values.length + (values.length & 1);
    }
  }

  /**
   * This page as a TIFF of its own with the same compressed data.
   *
   * @throws FaultException with {@link FileFault.Size} if it is larger than any page
   */
  byte[] alone() throws FaultException, IOException {
    List<Piece> pieces = pieces();
    List<Out> entries = copied();
    ByteBuffer offsets = ByteBuffer.allocate(4 * pieces.size()).order(order);
    ByteBuffer counts = ByteBuffer.allocate(4 * pieces.size()).order(order);
    long at = 8;
    for (Piece piece : pieces) {
      offsets.putInt((int) at);
      counts.putInt((int) piece.length());
      at += piece.length() + (piece.length() & 1);
    }
    boolean tiles = tiled();
    entries.add(
        new Out(tiles ? TILE_OFFSETS : STRIP_OFFSETS, LONG, pieces.size(), offsets.array()));
    entries.add(new Out(tiles ? TILE_COUNTS : STRIP_COUNTS, LONG, pieces.size(), counts.array()));
    entries.sort(Comparator.comparingInt(Out::tag));
    long away = entries.stream().mapToLong(Out::away).sum();
    long size = at + away + 2 + (long) TiffDirectory.BYTES_OF_ENTRY * entries.size() + 4;
    if (size > PageImages.MAX_BYTES) {
      throw new FaultException(new FileFault.Size(name), "a page of " + size + " bytes");
    }
    return write(pieces, entries, (int) at, (int) away, (int) size);
  }

  private byte[] write(List<Piece> pieces, List<Out> entries, int values, int away, int size)
      throws IOException {
    byte[] tiff = new byte[size];
    ByteBuffer out = ByteBuffer.wrap(tiff).order(order);
    byte mark = (byte) (order == ByteOrder.LITTLE_ENDIAN ? 'I' : 'M');
    out.put(mark).put(mark).putShort((short) 42).putInt(values + away);
    int at = 8;
    for (Piece piece : pieces) {
      file.read(piece.at(), tiff, at, (int) piece.length());
      at += (int) (piece.length() + (piece.length() & 1));
    }
    out.position(values + away).putShort((short) entries.size());
    int where = values;
    for (Out entry : entries) {
      out.putShort((short) entry.tag()).putShort((short) entry.type()).putInt(entry.count());
      if (entry.away() == 0) {
        out.put(entry.values()).position(out.position() + 4 - entry.values().length);
      } else {
        out.putInt(where);
        System.arraycopy(entry.values(), 0, tiff, where, entry.values().length);
        where += entry.away();
      }
    }
    return tiff;
  }

  private List<Out> copied() throws FaultException, IOException {
    List<Out> copied = new ArrayList<>();
    Set<Integer> seen = new java.util.HashSet<>();
    for (TiffDirectory.Entry each : directory.entries()) {
      if (COPIED.contains(each.tag()) && each.bytes() <= LARGEST_VALUE && seen.add(each.tag())) {
        byte[] values = directory.bytes(each.at(), (int) each.bytes()).array();
        copied.add(new Out(each.tag(), each.type(), (int) each.count(), values));
      }
    }
    return copied;
  }
}
