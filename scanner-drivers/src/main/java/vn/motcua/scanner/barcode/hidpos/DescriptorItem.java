package vn.motcua.scanner.barcode.hidpos;

import java.util.ArrayList;
import java.util.List;

/**
 * One item of a report descriptor (HID 1.11 §6.2.2.2): tag and type, and up to four bytes of data.
 *
 * @param key the first byte without the two bits of its size
 * @param size bytes of data: 0, 1, 2 or 4
 * @param value the data, unsigned
 */
record DescriptorItem(int key, int size, long value) {
  static final int INPUT = 0x80;
  static final int OUTPUT = 0x90;
  static final int FEATURE = 0xB0;
  static final int COLLECTION = 0xA0;
  static final int END_COLLECTION = 0xC0;
  static final int USAGE_PAGE = 0x04;
  static final int REPORT_SIZE = 0x74;
  static final int REPORT_ID = 0x84;
  static final int REPORT_COUNT = 0x94;
  static final int PUSH = 0xA4;
  static final int POP = 0xB4;
  static final int USAGE = 0x08;
  static final int USAGE_MINIMUM = 0x18;
  static final int USAGE_MAXIMUM = 0x28;

  private static final int LONG_ITEM = 0xFE;

  /** The items; long ones, which nobody defined, are left out. */
  static List<DescriptorItem> all(byte[] descriptor) throws BadDescriptorException {
    List<DescriptorItem> items = new ArrayList<>();
    int at = 0;
    while (at < descriptor.length) {
      int first = descriptor[at] & 0xff;
      if (first == LONG_ITEM) {
        int length = at + 1 < descriptor.length ? descriptor[at + 1] & 0xff : 0;
        at += 3 + length;
        require(at <= descriptor.length);
        continue;
      }
      int size = (first & 3) == 3 ? 4 : first & 3;
      require(at + 1 + size <= descriptor.length);
      long value = 0;
      for (int i = 0; i < size; i++) {
        value |= (descriptor[at + 1 + i] & 0xffL) << (8 * i);
      }
      items.add(new DescriptorItem(first & 0xFC, size, value));
      at += 1 + size;
    }
    return items;
  }

  private static void require(boolean inside) throws BadDescriptorException {
    if (!inside) {
      throw new BadDescriptorException("an item is cut off");
    }
  }
}
