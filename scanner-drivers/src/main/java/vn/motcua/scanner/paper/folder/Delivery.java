package vn.motcua.scanner.paper.folder;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.Fault;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.paper.PageReceiver;
import vn.motcua.scanner.paper.ScanEvent;
import vn.motcua.scanner.paper.ScannedPage;
import vn.motcua.scanner.paper.file.FileFault;
import vn.motcua.scanner.paper.file.FilePages;
import vn.motcua.scanner.paper.file.PageFile;

/**
 * Hands over the pages of files that were taken, one after the other. A file is received when its
 * last page was accepted; one that is left before comes again, whole.
 */
final class Delivery {
  private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

  private final Taking taking;
  private final int dpi;
  private final PageReceiver pages;
  private final Cancellation cancellation;
  private int accepted;

  Delivery(Taking taking, int dpi, PageReceiver pages, Cancellation cancellation) {
    this.taking = taking;
    this.dpi = dpi;
    this.pages = pages;
    this.cancellation = cancellation;
  }

  /** Pages that were accepted so far. */
  int accepted() {
    return accepted;
  }

  /** What became of a file. */
  sealed interface Result {
    /** It lies among the received ones, or was put back since somebody still wrote it. */
    record Received() implements Result {}

    /** It was received before. */
    record Twice(Path file) implements Result {}

    /** It is no good, or not from some page on. */
    record Bad(Path file, Fault fault) implements Result {}
  }

  /**
   * Hands over a taken file.
   *
   * @throws FaultException what the receiver threw; the file is back in the folder
   * @throws CancellationException if it was cancelled; the file is back in the folder
   */
  Result deliver(Path taken, Seen as) throws FaultException, IOException {
    Path at = taken;
    boolean done = false;
    try {
      String hash = Hashes.of(taken, cancellation);
      Optional<Path> claimed = taking.claim(taken, hash);
      if (claimed.isEmpty()) {
        done = true;
        return new Result.Twice(taken);
      }
      at = claimed.get();
      Optional<Fault> bad = pages(at);
      if (bad.isPresent()) {
        done = true;
        return new Result.Bad(at, bad.get());
      }
      if (as.same(FolderWatch.attributes(at))) {
        done = true;
        taking.received(at, hash);
      } else {
        LOG.warn("{} was written while it was read; it comes again", at.getFileName());
      }
      return new Result.Received();
    } finally {
      if (!done) {
        putBack(at);
      }
    }
  }

  /** Whatever ends the job counts, not that the file could not be put back: it comes again. */
  private void putBack(Path file) {
    try {
      taking.putBack(file);
    } catch (IOException e) {
      LOG.warn("{} stays taken and comes again later", file, e);
    }
  }

  /** A fault of the file is given back, one of the receiver thrown. */
  private Optional<Fault> pages(Path file) throws FaultException, IOException {
    PageFile opened;
    try {
      opened = FilePages.open(file);
    } catch (FaultException e) {
      LOG.info("{}", file.getFileName(), e);
      return Optional.of(e.fault());
    }
    try (opened) {
      for (int i = 0; i < opened.pages(); i++) {
        if (cancellation.isCancelled()) {
          throw new CancellationException();
        }
        pages.event(new ScanEvent.PageBegun(accepted + 1));
        ScannedPage page;
        try {
          page = opened.page(i, accepted + 1, dpi, cancellation);
        } catch (FaultException e) {
          LOG.info("{}, page {}", file.getFileName(), i + 1, e);
          return Optional.of(
              e.fault() instanceof FileFault
                  ? e.fault()
                  : new FileFault.Unreadable(String.valueOf(file.getFileName())));
        }
        pages.accept(page);
        accepted++;
      }
    }
    return Optional.empty();
  }
}
