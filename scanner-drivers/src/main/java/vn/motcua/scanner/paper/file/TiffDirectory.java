package vn.motcua.scanner.paper.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.motcua.scanner.FaultException;

/** One image file directory of a TIFF (TIFF 6.0 §2): its entries and where their values stand. */
final class TiffDirectory {
  static final int BYTES_OF_ENTRY = 12;
  private static final int MAX_VALUES = 100_000;

  /** Bytes of a value by its type, 1 BYTE to 12 DOUBLE. */
  private static final int[] SIZES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8};

  private final FileBytes file;
  private final String name;
  private final ByteOrder order;
  private final List<Entry> entries = new ArrayList<>();
  private final long next;

  /**
   * One entry.
   *
   * @param at where its values stand in the file
   */
  record Entry(int tag, int type, long count, long at) {
    long bytes() {
      return count * SIZES[type];
    }
  }

  /** Reads the directory at {@code at}. */
  TiffDirectory(FileBytes file, String name, ByteOrder order, long at)
      throws FaultException, IOException {
    this.file = file;
    this.name = name;
    this.order = order;
    int count = Short.toUnsignedInt(bytes(at, 2).getShort());
    ByteBuffer in = bytes(at + 2, count * BYTES_OF_ENTRY + 4);
    for (int i = 0; i < count; i++) {
      int tag = Short.toUnsignedInt(in.getShort());
      int type = Short.toUnsignedInt(in.getShort());
      long values = Integer.toUnsignedLong(in.getInt());
      long value = Integer.toUnsignedLong(in.getInt());
      if (type >= 1 && type < SIZES.length) {
        long here = at + 2 + (long) i * BYTES_OF_ENTRY + 8;
        entries.add(new Entry(tag, type, values, values * SIZES[type] <= 4 ? here : value));
      }
    }
    next = Integer.toUnsignedLong(in.getInt());
  }

  /** Where the next directory stands; 0 if this is the last. */
  long next() {
    return next;
  }

  List<Entry> entries() {
    return entries;
  }

  Optional<Entry> entry(int tag) {
    return entries.stream().filter(each -> each.tag() == tag).findFirst();
  }

  /** The first value of an entry of whole numbers. */
  long value(int tag, long missing) throws FaultException, IOException {
    long[] values = values(tag);
    return values.length == 0 ? missing : values[0];
  }

  /** The values of an entry of type BYTE, SHORT or LONG; none if it is not there. */
  long[] values(int tag) throws FaultException, IOException {
    Optional<Entry> found = entry(tag);
    if (found.isEmpty()) {
      return new long[0];
    }
    Entry entry = found.get();
    if (entry.count() > MAX_VALUES) {
      throw FilePages.unreadable(name, "too many values in tag " + tag);
    }
    ByteBuffer in = bytes(entry.at(), (int) entry.bytes());
    long[] values = new long[(int) entry.count()];
    for (int i = 0; i < values.length; i++) {
      values[i] =
          switch (entry.type()) {
            case 1 -> Byte.toUnsignedLong(in.get());
            case 3 -> Short.toUnsignedLong(in.getShort());
            case 4 -> Integer.toUnsignedLong(in.getInt());
            default -> throw FilePages.unreadable(name, "tag " + tag + " is no whole number");
          };
    }
    return values;
  }

  /** Bytes of the file in its order. */
  ByteBuffer bytes(long at, int length) throws FaultException, IOException {
    inside(at, length);
    return ByteBuffer.wrap(file.read(at, length)).order(order);
  }

  /** Fails if the file has not got these bytes. */
  void inside(long at, long length) throws FaultException {
    if (at < 0 || length < 0 || at + length > file.size()) {
      throw FilePages.unreadable(name, "TIFF cut off");
    }
  }
}
