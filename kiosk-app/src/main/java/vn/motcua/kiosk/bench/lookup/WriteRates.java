package vn.motcua.kiosk.bench.lookup;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import vn.motcua.kiosk.bench.BenchFault;
import vn.motcua.kiosk.bench.Figures;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.store.DossierStore;
import vn.motcua.scanner.FaultException;

/** Dossiers a second, each acknowledged when it is on the disk: by many at once, and by one. */
final class WriteRates {
  private static final int TOGETHER = 32;
  private static final long NANOS = 3_000_000_000L;

  private final DossierStore store;
  private final ManyDossiers many;
  private final AtomicLong next;

  WriteRates(DossierStore store, ManyDossiers many, long first) {
    this.store = store;
    this.many = many;
    next = new AtomicLong(first);
  }

  void measure(Map<String, Object> figures) throws FaultException {
    double single = rate(1);
    double group = rate(TOGETHER);
    figures.put("inserts a second, one writer, single commits", (long) single);
    figures.put("inserts a second, " + TOGETHER + " writers, group commit", (long) group);
    figures.put("group commit beside single commits", Figures.rounded(group / single));
  }

  private double rate(int writers) throws FaultException {
    long begin = System.nanoTime();
    long written = 0;
    try (ExecutorService threads = Executors.newFixedThreadPool(writers)) {
      List<Future<Long>> all = new ArrayList<>();
      for (int i = 0; i < writers; i++) {
        all.add(threads.submit(() -> write(begin + NANOS)));
      }
      for (Future<Long> one : all) {
        written += one.get();
      }
    } catch (ExecutionException e) {
      throw new FaultException(new BenchFault.CannotMeasure(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FaultException(new BenchFault.CannotMeasure(), e);
    }
    return written / ((System.nanoTime() - begin) / 1e9);
  }

  private long write(long until) throws FaultException {
    long written = 0;
    while (System.nanoTime() < until) {
      var dossier = many.dossier(next.getAndIncrement());
      DossierCode code =
          store.write(transaction -> {
            transaction.insert(dossier);
            return dossier.dossier().code();
          });
      written += code.value().isEmpty() ? 0 : 1;
    }
    return written;
  }
}
