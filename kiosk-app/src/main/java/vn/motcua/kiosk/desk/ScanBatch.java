package vn.motcua.kiosk.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.motcua.kiosk.store.Durable;
import vn.motcua.kiosk.store.StoreFault;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.paper.ScannedPage;

/** A pile of pages that is being scanned. Every page in it is durable on disk. */
public final class ScanBatch {
  /** A bigger pile is scanned as two; it keeps a broken feeder from filling the disk. */
  static final int MOST_PAGES = 2000;

  private static final Pattern PAGE = Pattern.compile("[0-9]{4}\\.(jpg|png|tif)");

  private final Path folder;
  private final List<Path> pages = new ArrayList<>();

  /** The batch of a folder, with the pages that are there already. */
  ScanBatch(Path folder) {
    this.folder = folder;
    try (Stream<Path> files = Files.list(folder)) {
      files.filter(ScanBatch::isPage).sorted().forEach(pages::add);
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }

  /** Names the batch. */
  public String id() {
    return folder.getFileName().toString();
  }

  /** The pages so far, in order: their picture files. */
  public List<Path> pages() {
    synchronized (pages) {
      return List.copyOf(pages);
    }
  }

  Path folder() {
    return folder;
  }

  /** Keeps a page; when this returns, it is on the disk. */
  Path add(ScannedPage page) throws FaultException {
    synchronized (pages) {
      if (pages.size() >= MOST_PAGES) {
        throw new FaultException(new StoreFault.Full(), "too many pages in one batch");
      }
      Path file =
          folder.resolve(
              String.format(Locale.ROOT, "%04d.%s", pages.size() + 1, page.format().extension()));
      Durable.write(file, page.image());
      pages.add(file);
      return file;
    }
  }

  private static boolean isPage(Path file) {
    return PAGE.matcher(file.getFileName().toString()).matches();
  }
}
