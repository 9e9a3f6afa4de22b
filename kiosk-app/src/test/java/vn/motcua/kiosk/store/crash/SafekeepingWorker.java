package vn.motcua.kiosk.store.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import vn.motcua.kiosk.store.AuditTrail;
import vn.motcua.kiosk.store.Backup;
import vn.motcua.kiosk.store.DataFolder;
import vn.motcua.kiosk.store.DossierStore;
import vn.motcua.kiosk.store.Restore;
import vn.motcua.scanner.FaultException;

/**
 * Backs up, restores and erases while the disk fails: at the first call, then at the second, and so
 * on until it succeeds. Says {@code failed WHAT N CODE} for each failure, and {@code bug} if
 * something half done was left behind or the original suffered.
 */
public final class SafekeepingWorker {
  static final String BACKUP = "backup.zip";
  static final String RESTORED = "restored";

  private final Path root;
  private final Path own;
  private final Path place;
  private final FailingDisk disk;
  private final boolean calm;
  private final boolean sync;
  private final int error;
  private final int every;

  private SafekeepingWorker(Path root, Path own, String how, int every) {
    this.root = root;
    this.own = own;
    place = root.getParent();
    disk = new FailingDisk(place);
    calm = how.equals("calm");
    sync = how.equals("sync");
    error = how.equals("full") ? CrashLab.NO_SPACE : CrashLab.BROKEN;
    this.every = every;
  }

  /** What may fail, and what must be so whenever it has. */
  @FunctionalInterface
  private interface Step {
    void run() throws FaultException, IOException;
  }

  /**
   * Works.
   *
   * @param args as for {@link CrashWorker}: data folder, own folder, what fails ({@code full},
   *     {@code sync}, {@code write}, {@code calm}), unused, every how many
   */
  public static void main(String[] args) throws IOException {
    Path root = Path.of(args[0]);
    SafekeepingWorker worker =
        new SafekeepingWorker(root, Path.of(args[1]), args[2], Integer.parseInt(args[4]));
    try {
      worker.turns(0);
      worker.backups();
      worker.restores();
      worker.erasures();
    } catch (FaultException fault) {
      CrashWorker.fault(fault);
    } catch (RuntimeException bug) {
      CrashWorker.bug(bug);
    }
    CrashWorker.line("end");
  }

  /** A few dossiers, two of which have ended. */
  private void turns(int opening) throws FaultException, IOException {
    try (DataFolder data = DataFolder.open(root);
        DossierStore store = DossierStore.open(data, CrashWorker.CLOCK)) {
      CrashTurns turns =
          new CrashTurns(data, store, own, "s" + opening, false, new AtomicInteger());
      turns.turn(0);
      turns.turn(1);
    }
  }

  private void backups() throws FaultException, IOException {
    Path file = place.resolve(BACKUP);
    Backup.write(root, file, Optional.empty(), CrashWorker.CLOCK);
    byte[] before = Files.readAllBytes(file);
    CrashWorker.say(Ack.BACKUP, CrashTurns.sha256(before));
    untilItSucceeds(
        "backup",
        CrashLab.WRITE | CrashLab.SIZES | CrashLab.CREATE,
        () -> Backup.write(root, file, Optional.empty(), CrashWorker.CLOCK),
        () -> {
          if (!CrashTurns.sha256(Files.readAllBytes(file)).equals(CrashTurns.sha256(before))) {
            // Renamed, but not surely kept: whole all the same.
            Files.copy(file, own.resolve("second.zip"), StandardCopyOption.REPLACE_EXISTING);
            if (!sync) {
              throw new IllegalStateException("the earlier backup is gone");
            }
          }
          onlyThese(List.of(BACKUP, "data"));
        });
  }

  private void restores() throws FaultException, IOException {
    Path key = own.resolve("lookup.key");
    Files.copy(root.resolve("keys/lookup.key"), key);
    Path target = place.resolve(RESTORED);
    untilItSucceeds(
        "restore",
        CrashLab.WRITE | CrashLab.SIZES | CrashLab.CREATE,
        () -> Restore.run(place.resolve(BACKUP), target, Optional.of(key), Optional.empty()),
        () -> {
          if (sync && Files.exists(target)) {
            // Only the very last sync failed: it is whole, and not surely kept.
            if (!AuditTrail.verify(target, Optional.empty(), true).isWhole()) {
              throw new IllegalStateException("half restored");
            }
            CrashLab.remove(target);
          }
          onlyThese(List.of(BACKUP, "data"));
        });
    CrashWorker.say(Ack.RESTORED);
  }

  private void erasures() throws FaultException, IOException {
    int at = 1;
    boolean failed = true;
    for (int opening = 1; failed; opening++) {
      turns(opening);
      try (DataFolder data = DataFolder.open(root);
          DossierStore store = DossierStore.open(data, CrashWorker.CLOCK)) {
        CrashWorker.say(Ack.ERASING);
        if (!calm) {
          disk.fail(calls(CrashLab.WRITE | CrashLab.SIZES | names()), at, sync ? 1 : 0, error);
        }
        try {
          CrashTurns.erase(store, own.resolve("rules.json"));
          failed = false;
        } catch (FaultException fault) {
          CrashWorker.line("failed erasure " + at + " " + fault.fault().code());
        }
        disk.heal();
      }
      if (!AuditTrail.verify(root, Optional.empty(), true).isWhole()) {
        throw new IllegalStateException("the audit finds something");
      }
      at += every;
    }
  }

  /** A full disk lets go of names. */
  private int names() {
    return error == CrashLab.NO_SPACE ? 0 : CrashLab.NAMES;
  }

  private int calls(int usual) {
    return sync ? CrashLab.SYNC : usual;
  }

  private void untilItSucceeds(String what, int calls, Step step, Step after)
      throws FaultException, IOException {
    boolean failed = true;
    for (int at = 1; failed; at += every) {
      if (!calm) {
        disk.fail(calls(calls), at, sync ? 1 : 0, error);
      }
      try {
        step.run();
        failed = false;
        disk.heal();
      } catch (FaultException fault) {
        disk.heal();
        CrashWorker.line("failed " + what + " " + at + " " + fault.fault().code());
        after.run();
      }
    }
  }

  private void onlyThese(List<String> names) throws IOException {
    try (Stream<Path> all = Files.list(place)) {
      List<String> there = all.map(file -> file.getFileName().toString()).sorted().toList();
      if (!there.equals(names)) {
        throw new IllegalStateException("left behind: " + there);
      }
    }
  }
}
