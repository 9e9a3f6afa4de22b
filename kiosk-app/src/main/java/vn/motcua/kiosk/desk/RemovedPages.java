package vn.motcua.kiosk.desk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import vn.motcua.kiosk.store.Durable;
import vn.motcua.scanner.FaultException;

/**
 * Pages that were taken out of a pile outlive it beside its document: nothing is dropped silently
 * (TT 01/2023/TT-VPCP Đ8.2).
 */
public final class RemovedPages {
  private RemovedPages() {}

  /** The pages of a pile that were taken out or replaced, in order. */
  public static List<PilePage> of(ScanBatch batch) {
    return batch.listing().stream().filter(page -> page.removal().isPresent()).toList();
  }

  /**
   * Copies what is left of the removed pages, and the journal that says who removed them when and
   * why, into a folder beside the document: {@code FILE.removed}, or with a number behind it if
   * there is one already. When this returns, the copies are on the disk.
   *
   * @param document the file that the pile became
   * @return the folder; empty if no page was removed
   * @throws FaultException what a disk can do; then the pile must not be discarded
   */
  public static Optional<Path> keep(ScanBatch batch, Path document) throws FaultException {
    List<PilePage> removed = of(batch);
    if (removed.isEmpty()) {
      return Optional.empty();
    }
    Path place = free(document.toAbsolutePath());
    Durable.folder(place);
    try {
      for (PilePage page : removed) {
        for (Path file : files(batch.folder(), page.number())) {
          Durable.write(place.resolve(file.getFileName()), Files.readAllBytes(file));
        }
      }
      Durable.write(place.resolve(BatchJournal.FILE), Files.readAllBytes(batch.journal()));
    } catch (IOException trouble) {
      throw Durable.fault(trouble, place);
    }
    return Optional.of(place);
  }

  private static Path free(Path document) {
    String name = document.getFileName() + ".removed";
    Path place = document.resolveSibling(name);
    for (int again = 2; Files.exists(place); again++) {
      place = document.resolveSibling(name + "-" + again);
    }
    return place;
  }

  /** A damaged picture that was set aside is kept, too. */
  private static List<Path> files(Path folder, int number) throws IOException {
    String begin = String.format(Locale.ROOT, "%04d.", number);
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> file.getFileName().toString().startsWith(begin)).sorted().toList();
    }
  }
}
