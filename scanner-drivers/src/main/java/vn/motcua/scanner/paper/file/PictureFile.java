package vn.motcua.scanner.paper.file;

import java.io.IOException;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.paper.PageImages;
import vn.motcua.scanner.paper.ScannedPage;

/** A file that is one picture, handed on byte for byte. */
final class PictureFile implements PageFile {
  private final FileBytes bytes;
  private final PageImages.Facts facts;
  private final String name;

  private PictureFile(FileBytes bytes, PageImages.Facts facts, String name) {
    this.bytes = bytes;
    this.facts = facts;
    this.name = name;
  }

  static PictureFile open(FileBytes bytes, String name) throws FaultException, IOException {
    return new PictureFile(bytes, PageImages.check(all(bytes, name)), name);
  }

  private static byte[] all(FileBytes bytes, String name) throws FaultException, IOException {
    if (bytes.size() > PageImages.MAX_BYTES) {
      throw new FaultException(new FileFault.Size(name), bytes.size() + " bytes");
    }
    return bytes.read(0, (int) bytes.size());
  }

  @Override
  public int pages() {
    return 1;
  }

  @Override
  public ScannedPage page(int index, int number, int dpi, Cancellation cancellation)
      throws FaultException, IOException {
    return new ScannedPage(
        number,
        facts.format(),
        all(bytes, name),
        facts.width(),
        facts.height(),
        Density.of(facts.dpi(), facts.width(), facts.height(), dpi));
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }
}
