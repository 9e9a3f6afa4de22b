package vn.motcua.kiosk.desk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.paper.PageReceiver;
import vn.motcua.scanner.paper.ScanDriver;
import vn.motcua.scanner.paper.ScanOutcome;
import vn.motcua.scanner.paper.ScanSettings;
import vn.motcua.scanner.paper.ScannedPage;
import vn.motcua.scanner.paper.Scanner;
import vn.motcua.scanner.paper.ScannerCapabilities;
import vn.motcua.scanner.paper.ScannerId;
import vn.motcua.scanner.paper.simulated.SimulatedScanDriver;

/**
 * A program of its own that scans, to be killed. It goes on with the one unfinished pile if there
 * is one, with the sheets that are not in it yet, as a person would.
 */
public final class ScanProcess {
  private ScanProcess() {}

  /**
   * Scans {@code args[1]} sheets in all into a pile under {@code args[0]} and says {@code ack N}
   * for each page of which the driver was told that it is safe.
   *
   * @param args folder, sheets, and optionally {@code hold} or the file to delete after a fault
   */
  public static void main(String[] args) throws IOException {
    ImageIO.setUseCache(false); // the making of test pages must not meet the limits of the disk
    try {
      run(args);
    } catch (FaultException fault) {
      say("fault " + fault.fault().code());
    }
  }

  private static void run(String[] args) throws IOException, FaultException {
    Path root = Path.of(args[0]);
    int sheets = Integer.parseInt(args[1]);
    SimulatedScanDriver scanner = new SimulatedScanDriver();
    ScanDesk desk = desk(root, scanner);
    List<UnfinishedBatch> left = desk.unfinished();
    try (ScanBatch batch = left.isEmpty() ? desk.begin() : desk.resume(left.getFirst().id())) {
      say("begin " + batch.id() + " " + batch.pages().size());
      if (args.length > 2 && args[2].equals("hold")) {
        System.in.read();
      }
      List<byte[]> feeder = new ArrayList<>();
      for (int sheet = batch.pages().size(); sheet < sheets; sheet++) {
        feeder.add(sheet(sheet));
      }
      scanner.load(feeder);
      ScanOutcome outcome = scan(desk, batch, scanner);
      while (outcome instanceof ScanOutcome.Stopped stopped) {
        say("stopped " + stopped.fault().code());
        say("loaded " + scanner.loaded() + " kept " + batch.pages().size());
        if (args.length < 3 || !Files.deleteIfExists(Path.of(args[2]))) {
          return;
        }
        outcome = scan(desk, batch, scanner);
      }
      say("completed");
    }
  }

  private static ScanOutcome scan(ScanDesk desk, ScanBatch batch, SimulatedScanDriver scanner) {
    ScanJob job = new ScanJob(Optional.of("Chính"), scanner.device(), ScanSettings.ARCHIVE);
    return desk.scan(batch, ScanOrder.of(job).forPaper("Tờ khai"), page -> {}, new Cancellation());
  }

  /** A desk over {@code root}, whose driver says each page that was acknowledged. */
  static ScanDesk desk(Path root, SimulatedScanDriver scanner) {
    ProfileDesk profiles =
        new ProfileDesk(
            List.of(),
            new ScanProfiles(root.resolve("profiles"), Clock.systemUTC()),
            root.resolve("tmp"));
    return new ScanDesk(
        List.of(new Acknowledging(scanner)), root.resolve("batches"), profiles, Clock.systemUTC());
  }

  /** The picture of a sheet: 4 kB that no two sheets share. */
  static byte[] sheet(int number) {
    return Pages.small(number);
  }

  private static synchronized void say(String line) {
    System.out.println(line);
    System.out.flush();
  }

  /** Says when the receiver has returned: from then on the page must never be lost. */
  private record Acknowledging(SimulatedScanDriver scanner) implements ScanDriver {
    @Override
    public String name() {
      return scanner.name();
    }

    @Override
    public List<Scanner> discover() {
      return scanner.discover();
    }

    @Override
    public ScannerCapabilities capabilities(ScannerId device) throws FaultException {
      return scanner.capabilities(device);
    }

    @Override
    public ScanOutcome scan(
        ScannerId device, ScanSettings settings, PageReceiver pages, Cancellation cancellation) {
      return scanner.scan(
          device,
          settings,
          page -> {
            pages.accept(page);
            acknowledged(page);
          },
          cancellation);
    }

    private static void acknowledged(ScannedPage page) {
      say("ack " + PileFiles.sha256(page.image()));
    }
  }
}
