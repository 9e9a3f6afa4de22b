package vn.motcua.kiosk.bench.digitise;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import vn.motcua.kiosk.paper.DigitiseRequest;
import vn.motcua.kiosk.paper.Digitiser;
import vn.motcua.kiosk.paper.Progress;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.FaultException;

/**
 * The plain way, which any stream of pages must beat: gather everything, then write the pictures,
 * then read them all.
 */
final class GatheredFeed implements Feed {
  private final Digitiser digitiser;
  private final Path out;
  private final List<Path> pages = new ArrayList<>();
  private final ExecutorService reading =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("gathered").daemon().factory());
  private volatile int waiting;

  GatheredFeed(Digitiser digitiser, Path out) {
    this.digitiser = digitiser;
    this.out = out;
  }

  @Override
  public void page(Path file) {
    pages.add(file);
    waiting = pages.size();
  }

  @Override
  public int waiting() {
    return waiting;
  }

  @Override
  public Finished finish() throws FaultException {
    make(Ours.ORIGINAL.withOcr(false));
    Future<Path> searchable = reading.submit(() -> make(Ours.SMALL));
    return new Finished(out, searchable);
  }

  private Path make(DigitiseRequest request) throws FaultException {
    Progress left = (done, of) -> waiting = of - done;
    digitiser.digitise(pages, request, out, left, new Cancellation());
    return out;
  }

  @Override
  public void close() {
    reading.close();
  }
}
