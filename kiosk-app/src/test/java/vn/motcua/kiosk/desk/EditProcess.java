package vn.motcua.kiosk.desk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import vn.motcua.kiosk.dossier.RemovalReason;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.paper.simulated.SimulatedScanDriver;

/** A program of its own that changes the pages of a pile without end, to be killed. */
public final class EditProcess {
  static final int PAGES = 12;

  private EditProcess() {}

  /**
   * Says {@code did N} when the Nth step of {@link #step} is acknowledged.
   *
   * @param args folder
   */
  public static void main(String[] args) throws IOException, FaultException {
    ImageIO.setUseCache(false);
    SimulatedScanDriver scanner = new SimulatedScanDriver();
    ScanDesk desk = ScanProcess.desk(Path.of(args[0]), scanner);
    List<UnfinishedBatch> left = desk.unfinished();
    try (ScanBatch batch = left.isEmpty() ? scanned(desk, scanner) : resumed(desk, left)) {
      int steps = steps(batch);
      System.out.println("begin " + steps);
      for (int n = steps; n < 100_000; n++) {
        desk.edit(batch, List.of(step(n)), "Hà");
        System.out.println("did " + n);
        System.out.flush();
      }
    }
  }

  private static ScanBatch scanned(ScanDesk desk, SimulatedScanDriver scanner)
      throws FaultException {
    ScanBatch batch = desk.begin();
    scanner.load(new ArrayList<>(IntStream.range(0, PAGES).mapToObj(Pages::small).toList()));
    ScanJob job =
        new ScanJob(
            java.util.Optional.empty(),
            scanner.device(),
            vn.motcua.scanner.paper.ScanSettings.ARCHIVE);
    desk.scan(batch, ScanOrder.of(job), _ -> {}, new Cancellation());
    return batch;
  }

  private static ScanBatch resumed(ScanDesk desk, List<UnfinishedBatch> left)
      throws FaultException {
    return desk.resume(left.getFirst().id());
  }

  /** How many steps the journal knows. */
  static int steps(ScanBatch batch) {
    return (int)
        BatchJournal.read(batch.folder()).entries().stream()
            .filter(JournalEntry.Edited.class::isInstance)
            .count();
  }

  /** Always the same, and always possible: takes out and puts back by turns, or moves. */
  static PageEdit step(int n) {
    int page = 1 + new Random(n / 3).nextInt(PAGES);
    return switch (n % 3) {
      case 0 -> new PageEdit.Remove(page, RemovalReason.values()[n % 4]);
      case 1 -> new PageEdit.Move(page, page == 1 ? 0 : 1);
      default -> new PageEdit.Restore(page);
    };
  }
}
