package vn.motcua.kiosk.store.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import vn.motcua.kiosk.desk.Samples;
import vn.motcua.kiosk.dossier.Dossier;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.dossier.DossierEvent;
import vn.motcua.kiosk.dossier.Move;
import vn.motcua.kiosk.store.AuditTrail;
import vn.motcua.kiosk.store.Blob;
import vn.motcua.kiosk.store.DataFolder;
import vn.motcua.kiosk.store.DossierStore;
import vn.motcua.kiosk.store.KeptFile;
import vn.motcua.kiosk.store.PrintRow;
import vn.motcua.kiosk.store.chain.AuditReport;
import vn.motcua.scanner.FaultException;

/**
 * Opens a data folder after a crash and looks whether it is whole and whether everything that was
 * acknowledged is there. Finds nothing if all is well.
 */
final class StoreCheck {
  private static final String GONE = "(đã xóa)";

  private final Path root;
  private final Path plain;
  private final List<Ack.Said> said;
  private final boolean erasing;
  private final List<String> wrong = new ArrayList<>();

  private StoreCheck(Path root, List<String> lines, Path own) {
    this.root = root;
    plain = own.resolve("plain");
    said = Ack.read(lines);
    erasing = said.stream().anyMatch(ack -> ack.what() == Ack.ERASING);
    lines.stream().filter(line -> line.startsWith("bug")).forEach(wrong::add);
  }

  /**
   * Checks.
   *
   * @param root the data folder
   * @param lines what {@link CrashWorker} had said when it ended
   * @param own a folder for files of its own
   * @return what is corrupt or lost
   */
  static List<String> run(Path root, List<String> lines, Path own) {
    StoreCheck check = new StoreCheck(root, lines, own);
    try (DataFolder data = DataFolder.open(root);
        DossierStore store = DossierStore.open(data, CrashWorker.CLOCK)) {
      check.whole(data, store);
      check.acknowledged(store);
      check.serials(store);
      check.goesOn(store);
    } catch (FaultException fault) {
      check.wrong.add("fault " + fault.fault().code() + " " + fault.getCause());
    } catch (IOException | RuntimeException bug) {
      check.wrong.add("bug " + bug + " " + bug.getCause());
    }
    return check.wrong;
  }

  private void expect(boolean holds, Object what) {
    if (!holds) {
      wrong.add(String.valueOf(what));
    }
  }

  /** Pages, indexes, keys and the chain are sound; no dossier is half there; no file is wrong. */
  private void whole(DataFolder data, DossierStore store) throws FaultException, IOException {
    AuditReport report = AuditTrail.verify(root, Optional.empty(), true);
    report.findings().forEach(finding -> wrong.add("audit " + finding));
    try (Stream<Path> left = Files.list(data.temporary())) {
      expect(left.findAny().isEmpty(), "files that nobody misses are left");
    }
    for (Dossier dossier : store.receivedBetween(CrashTurns.DAY, CrashTurns.DAY)) {
      DossierCode code = dossier.code();
      List<DossierEvent> events = store.events(code);
      List<Integer> numbers = events.stream().map(DossierEvent::number).toList();
      expect(
          !events.isEmpty()
              && numbers.equals(Stream.iterate(1, n -> n + 1).limit(events.size()).toList())
              && events.getFirst().move() == Move.RECEIVE
              && events.getLast().status() == dossier.status()
              && events.getLast().stage() == dossier.stage(),
          "half " + code + " " + numbers);
      boolean erased = dossier.applicant().name().equals(GONE);
      expect(!erased || erasing, "erased " + code);
      expect(erased || store.opens(code, Samples.SECRET), "secret of " + code);
      for (KeptFile file : store.files(code)) {
        store.blobs().open(file.blob(), code, plain);
      }
    }
  }

  private void acknowledged(DossierStore store) throws FaultException, IOException {
    Map<DossierCode, Optional<Dossier>> dossiers = new HashMap<>();
    Map<String, PrintRow.State> prints =
        store.prints().stream().collect(Collectors.toMap(PrintRow::token, PrintRow::state));
    // Only the newest are listed: of more than that, the older ones cannot be asked for.
    boolean allListed = prints.size() < DossierStore.LONGEST_LIST;
    for (Ack.Said ack : said) {
      switch (ack.what()) {
        case OPENED, CODE, ERASING -> {}
        case GRANT ->
            expect(
                store.serialRanges(CrashTurns.AGENCY, CrashTurns.DAY).stream()
                    .anyMatch(r -> r.first() == ack.number(0) && r.last() == ack.number(1)),
                ack);
        case SETTINGS -> {
          Path file = root.resolve("settings.json");
          expect(
              Files.exists(file)
                  && Integer.parseInt(Files.readString(file).strip()) >= ack.number(0),
              ack);
        }
        case BACKUP -> {
          Path file = root.resolveSibling(SafekeepingWorker.BACKUP);
          expect(
              Files.exists(file)
                  && (CrashTurns.sha256(Files.readAllBytes(file)).equals(ack.field(0))
                      || isZip(file)),
              ack);
        }
        case RESTORED -> {
          Path restored = root.resolveSibling(SafekeepingWorker.RESTORED);
          expect(
              Files.exists(restored)
                  && AuditTrail.verify(restored, Optional.empty(), true).isWhole(),
              ack);
        }
        case PRINT -> expect(!allListed || prints.containsKey(ack.field(0)), ack);
        case SENT -> expect(!allListed || prints.get(ack.field(0)) == PrintRow.State.SENT, ack);
        default -> {
          DossierCode code = new DossierCode(ack.field(0));
          if (!dossiers.containsKey(code)) {
            dossiers.put(code, store.find(code));
          }
          expect(keeps(store, ack, code, dossiers.get(code)), ack);
        }
      }
    }
  }

  /** A later backup has taken its place. */
  private static boolean isZip(Path file) {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return zip.size() > 1;
    } catch (IOException cut) {
      return false;
    }
  }

  private boolean keeps(
      DossierStore store, Ack.Said ack, DossierCode code, Optional<Dossier> dossier)
      throws FaultException, IOException {
    return switch (ack.what()) {
      case BLOB -> {
        Blob blob = new Blob(ack.field(1), ack.number(2));
        if (Files.exists(store.blobs().path(blob))) {
          store.blobs().open(blob, code, plain);
          yield CrashTurns.sha256(Files.readAllBytes(plain)).equals(ack.field(3));
        }
        yield erasing;
      }
      case DOSSIER -> {
        String name = dossier.map(kept -> kept.applicant().name()).orElse("");
        yield name.equals(ack.field(1))
                && store.files(code).stream()
                    .anyMatch(file -> file.blob().sha256().equals(ack.field(2)))
            || erasing && name.equals(GONE);
      }
      case EVENT -> {
        List<DossierEvent> events = store.events(code);
        yield events.size() >= ack.number(1)
            && events.get(ack.number(1) - 1).status().number() == ack.number(2);
      }
      case CUSTODY -> store.custody(code).size() == ack.number(1);
      case COUNTED ->
          store.custody(code).stream()
              .anyMatch(each -> each.number() == ack.number(1) && each.confirmed().isPresent());
      case VIEWED ->
          store.ledger(code).stream().anyMatch(entry -> entry.why().equals(ack.field(1)));
      case ASKED -> store.payments(code).stream().anyMatch(each -> each.amount() == ack.number(1));
      case PAID ->
          store.payments(code).stream()
              .flatMap(each -> each.confirmed().stream())
              .anyMatch(by -> by.bankId().equals(Optional.of(ack.field(1))));
      case FORM -> store.forms(code).stream().anyMatch(f -> f.number() == ack.number(1));
      case ERASED ->
          dossier.filter(kept -> kept.applicant().name().equals(GONE)).isPresent()
              && store.files(code).isEmpty()
              && !Files.exists(store.blobs().path(new Blob(ack.field(1), 0)))
              && !store.opens(code, Samples.SECRET);
      default -> throw new IllegalArgumentException(ack.toString());
    };
  }

  /** No serial number was given twice, and none will be. */
  private void serials(DossierStore store) throws FaultException {
    Set<Long> given = new HashSet<>();
    for (Ack.Said ack : said) {
      if (ack.what() == Ack.CODE) {
        expect(given.add(new DossierCode(ack.field(0)).serial()), "twice " + ack);
      } else if (ack.what() == Ack.GRANT) {
        for (long serial = ack.number(0); serial <= ack.number(1); serial++) {
          expect(given.add(serial), "twice " + ack);
        }
      }
    }
    long next = store.nextCode(CrashTurns.AGENCY, CrashTurns.DAY).serial();
    expect(given.stream().allMatch(serial -> serial < next), "will be given again from " + next);
  }

  /** Work can go on. */
  private void goesOn(DossierStore store) throws FaultException {
    DossierCode code =
        Samples.receive(store, CrashWorker.CLOCK, Samples.party("051191400001", "Đinh Thị Tiếp"));
    expect(store.find(code).isPresent(), "nothing new can be received");
  }
}
