package vn.motcua.kiosk.bench.lookup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Comparator;
import java.util.OptionalLong;
import java.util.stream.Stream;
import vn.motcua.kiosk.bench.BenchFault;
import vn.motcua.kiosk.cli.StoreBench;
import vn.motcua.kiosk.store.DataFolder;
import vn.motcua.kiosk.store.DossierStore;
import vn.motcua.scanner.FaultException;

/**
 * A store with as many dossiers as are asked for. One that is kept is found again, with the seed it
 * was begun with, and only what lacks is written: ten million take most of an hour.
 */
final class FilledStore implements AutoCloseable {
  private static final String SEED = "seed";
  private static final long MOST = 100_000_000;

  private final Path folder;
  private final boolean kept;
  private final long seed;
  private final DataFolder data;
  private final DossierStore store;

  private FilledStore(Path folder, boolean kept, long seed, DataFolder data, DossierStore store) {
    this.folder = folder;
    this.kept = kept;
    this.seed = seed;
    this.data = data;
    this.store = store;
  }

  static FilledStore open(StoreBench.Order order) throws FaultException {
    boolean kept = order.kept().isPresent();
    try {
      Path folder =
          kept
              ? Files.createDirectories(order.kept().get())
              : Files.createTempDirectory("motcua-lookup");
      long seed = seed(folder, order.seed());
      DataFolder data = DataFolder.open(folder.resolve("data"));
      try {
        DossierStore store = DossierStore.open(data, Clock.systemDefaultZone());
        return new FilledStore(folder, kept, seed, data, store);
      } catch (FaultException trouble) {
        data.close();
        throw trouble;
      }
    } catch (IOException e) {
      throw new FaultException(new BenchFault.CannotMeasure(), e);
    }
  }

  private static long seed(Path folder, OptionalLong asked) throws IOException {
    Path file = folder.resolve(SEED);
    if (Files.exists(file)) {
      return Long.parseLong(Files.readString(file).strip());
    }
    long seed = asked.orElseGet(() -> new SecureRandom().nextInt(1_000_000));
    Files.writeString(file, seed + "\n");
    return seed;
  }

  /** Writes what lacks to {@code count}; gives how many were written. */
  long fill(ManyDossiers many, long count) throws FaultException {
    long there = Math.min(firstMissing(), count);
    many.write(store, there, count);
    return count - there;
  }

  /** The number of the first dossier that is not there; all before it are. */
  long firstMissing() throws FaultException {
    long there = 0;
    for (long beyond = MOST; there < beyond; ) {
      long middle = (there + beyond) >>> 1;
      if (store.find(ManyDossiers.code(middle)).isPresent()) {
        there = middle + 1;
      } else {
        beyond = middle;
      }
    }
    return there;
  }

  DossierStore store() {
    return store;
  }

  long seed() {
    return seed;
  }

  Path data() {
    return data.root();
  }

  @Override
  public void close() throws FaultException {
    store.close();
    data.close();
    if (!kept) {
      remove(folder);
    }
  }

  private static void remove(Path folder) throws FaultException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new FaultException(new BenchFault.CannotMeasure(), e);
    }
  }
}
