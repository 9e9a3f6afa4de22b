package vn.motcua.kiosk.bench.digitise;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import vn.motcua.kiosk.paper.Digitiser;
import vn.motcua.kiosk.paper.Pile;
import vn.motcua.kiosk.paper.Progress;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.FaultException;

/** A batch that is worked on while it runs in, as at the counter. */
final class PileFeed implements Feed {
  private final Path out;
  private final Pile pile;
  private final CompletableFuture<Path> pictures = new CompletableFuture<>();
  private final ExecutorService ending =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("ending").daemon().factory());

  PileFeed(Digitiser digitiser, Path out) throws FaultException {
    this.out = out;
    this.pile =
        digitiser.begin(
            Ours.SMALL,
            out,
            new Progress() {
              @Override
              public void pages(int done, int of) {
                // The queue is asked for.
              }

              @Override
              public void picturesWritten() {
                pictures.complete(out);
              }
            },
            new Cancellation());
  }

  @Override
  public void page(Path file) {
    pile.add(file);
  }

  @Override
  public int waiting() {
    return pile.unread();
  }

  @Override
  public Finished finish() throws FaultException, InterruptedException {
    Future<Path> searchable =
        ending.submit(() -> {
          try {
            return pile.finish().file();
          } catch (FaultException e) {
            pictures.completeExceptionally(e);
            throw e;
          }
        });
    try {
      return new Finished(pictures.get(), searchable);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof FaultException fault) {
        throw fault;
      }
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    pile.close();
    ending.close();
  }
}
