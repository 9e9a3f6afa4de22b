package vn.motcua.scanner.paper.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.paper.PageImages;
import vn.motcua.scanner.paper.ScannedPage;

/**
 * A TIFF of one or many pages. Thumbnails and masks (NewSubfileType bits 0 and 2, TIFF 6.0 §8) are
 * no pages. A file of one page is handed on byte for byte, of several each becomes a file of its
 * own with the same compressed data.
 */
final class TiffFile implements PageFile {
  private static final int NEW_SUBFILE_TYPE = 254;
  private static final int SMALL_OR_MASK = 0b101;

  private record Numbered(int directory, TiffPage page) {}

  private final FileBytes bytes;
  private final String name;
  private final List<Numbered> pages;
  private final boolean whole;

  private TiffFile(FileBytes bytes, String name, List<Numbered> pages, boolean whole) {
    this.bytes = bytes;
    this.name = name;
    this.pages = pages;
    this.whole = whole;
  }

  static TiffFile open(FileBytes bytes, String name) throws FaultException, IOException {
    if (bytes.size() < 8) {
      throw FilePages.unreadable(name, "TIFF cut off");
    }
    byte[] head = bytes.read(0, 8);
    ByteOrder order = head[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    long at = Integer.toUnsignedLong(ByteBuffer.wrap(head).order(order).getInt(4));
    List<Numbered> pages = new ArrayList<>();
    Set<Long> seen = new HashSet<>();
    long data = 0;
    while (at != 0) {
      if (!seen.add(at)) {
        throw FilePages.unreadable(name, "TIFF goes in a circle");
      }
      if (seen.size() > FilePages.MAX_PAGES) {
        throw new FaultException(new FileFault.Size(name), "too many pages");
      }
      TiffDirectory directory = new TiffDirectory(bytes, name, order, at);
      if ((directory.value(NEW_SUBFILE_TYPE, 0) & SMALL_OR_MASK) == 0) {
        TiffPage page = new TiffPage(bytes, name, directory, order);
        data += page.check();
        pages.add(new Numbered(seen.size() - 1, page));
      }
      at = directory.next();
    }
    // A small file whose pages all point at the same data would give far more than it holds.
    if (pages.isEmpty() || data > bytes.size()) {
      throw FilePages.unreadable(name, "TIFF without pages of its own");
    }
    boolean whole = seen.size() == 1 && bytes.size() <= PageImages.MAX_BYTES;
    return new TiffFile(bytes, name, List.copyOf(pages), whole);
  }

  @Override
  public int pages() {
    return pages.size();
  }

  @Override
  public ScannedPage page(int index, int number, int dpi, Cancellation cancellation)
      throws FaultException, IOException {
    Numbered at = pages.get(index);
    if (at.page().compression() == TiffPage.OLD_JPEG) {
      return OldTiffJpeg.page(bytes, at.directory(), number, dpi, name);
    }
    byte[] tiff = whole ? bytes.read(0, (int) bytes.size()) : at.page().alone();
    try {
      PageImages.Facts facts = PageImages.check(tiff);
      int density = Density.of(facts.dpi(), facts.width(), facts.height(), dpi);
      return new ScannedPage(number, facts.format(), tiff, facts.width(), facts.height(), density);
    } catch (FaultException e) {
      throw FilePages.unreadable(name, e);
    }
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }
}
