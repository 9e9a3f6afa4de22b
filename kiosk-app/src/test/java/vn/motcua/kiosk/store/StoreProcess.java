package vn.motcua.kiosk.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vn.motcua.kiosk.desk.Pages;
import vn.motcua.kiosk.desk.Samples;
import vn.motcua.kiosk.desk.ScanBatch;
import vn.motcua.kiosk.desk.ScanDesk;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.paper.ScanOutcome;
import vn.motcua.scanner.paper.ScanSettings;
import vn.motcua.scanner.paper.simulated.SimulatedScanDriver;

/** A program of its own that opens a data folder, for what one process alone cannot show. */
public final class StoreProcess {
  private static final Clock CLOCK = Samples.at("2026-11-20T09:00:00");

  private StoreProcess() {}

  /**
   * Does one thing and says on its output what became of it.
   *
   * @param args what to do, and the folder
   */
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[1]);
    try (DataFolder data = DataFolder.open(folder);
        DossierStore store = DossierStore.open(data, CLOCK)) {
      switch (args[0]) {
        case "open" -> say("opened " + store.count());
        case "hold" -> {
          say("opened " + store.count());
          System.in.read();
        }
        case "make" -> say("made " + receive(store));
        case "fill" -> fill(folder, data, store);
        case "scan" -> scan(folder, data, store);
        default -> throw new IllegalArgumentException(args[0]);
      }
    } catch (FaultException fault) {
      say("fault " + fault.fault().code());
    }
  }

  private static void fill(Path folder, DataFolder data, DossierStore store) throws IOException {
    List<DossierCode> acknowledged = new ArrayList<>();
    Path ballast = folder.resolve("ballast");
    try {
      acknowledged.add(receive(store));
      byte[] chunk = new byte[4096];
      try (var out = Files.newOutputStream(ballast)) {
        while (true) {
          out.write(chunk);
        }
      } catch (IOException full) {
        say("disk is full");
      }
      Path page =
          Path.of(System.getProperty("java.io.tmpdir"), "page-" + ProcessHandle.current().pid());
      Files.write(page, new byte[100_000]);
      try {
        store.blobs().put(page, acknowledged.getFirst());
        say("blob kept");
      } catch (FaultException fault) {
        say("blob " + fault.fault().code());
      } finally {
        Files.delete(page);
      }
      try (var left = Files.list(data.temporary())) {
        say("left behind " + left.count());
      }
      while (acknowledged.size() < 100_000) {
        acknowledged.add(receive(store));
      }
    } catch (FaultException fault) {
      say("dossier " + fault.fault().code());
    }
    try {
      say("kept all " + (store.count() == acknowledged.size()));
      Files.delete(ballast);
      acknowledged.add(receive(store));
      say("kept all " + (store.count() == acknowledged.size()));
      for (DossierCode code : acknowledged) {
        if (store.find(code).isEmpty() || store.events(code).size() != 1) {
          say("lost " + code);
        }
      }
      say("serials " + acknowledged.stream().distinct().count() + " of " + acknowledged.size());
    } catch (FaultException fault) {
      say("afterwards " + fault.fault().code());
    }
  }

  private static void scan(Path folder, DataFolder data, DossierStore store)
      throws IOException, FaultException {
    Path ballast = folder.resolve("ballast");
    try (var out = Files.newOutputStream(ballast)) {
      while (true) {
        out.write(new byte[4096]);
      }
    } catch (IOException full) {
      say("disk is full");
    }
    try (FileChannel channel = FileChannel.open(ballast, StandardOpenOption.WRITE)) {
      channel.truncate(channel.size() - 200_000);
    }
    SimulatedScanDriver scanner = new SimulatedScanDriver();
    scanner.load(List.of(Pages.noise(1), Pages.noise(2), Pages.noise(3)));
    ScanDesk desk = new ScanDesk(List.of(scanner), data, store, CLOCK);
    ScanBatch batch = desk.begin();
    for (int attempt = 0; attempt < 2; attempt++) {
      ScanOutcome outcome =
          desk.scan(batch, scanner.device(), ScanSettings.ARCHIVE, page -> {}, new Cancellation());
      String how =
          outcome instanceof ScanOutcome.Stopped stopped ? stopped.fault().code() : "completed";
      say(how + " after " + outcome.pages() + ", in all " + batch.pages().size());
      Files.deleteIfExists(ballast);
    }
    try (var files = Files.list(batch.pages().getFirst().getParent())) {
      List<String> others =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> !name.endsWith(".png"))
              .sorted()
              .toList();
      say("files " + String.join(", ", others));
    }
    for (int i = 0; i < batch.pages().size(); i++) {
      byte[] kept = Files.readAllBytes(batch.pages().get(i));
      say("page " + (i + 1) + " whole " + Arrays.equals(kept, Pages.noise(i + 1)));
    }
  }

  private static DossierCode receive(DossierStore store) throws FaultException {
    return Samples.receive(store, CLOCK, Samples.party("051200000001", "Đinh Thị Thử"));
  }

  private static void say(String line) {
    System.out.println(line);
  }
}
