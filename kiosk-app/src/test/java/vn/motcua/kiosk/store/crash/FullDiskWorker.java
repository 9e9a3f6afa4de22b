package vn.motcua.kiosk.store.crash;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import vn.motcua.kiosk.store.DataFolder;
import vn.motcua.kiosk.store.DossierStore;
import vn.motcua.scanner.FaultException;

/**
 * Works while the disk fails: at the first call of a turn, then at the second, and so on. After
 * each failure the disk is well again, and the next turn has to succeed, with the store as it is or
 * opened anew.
 *
 * <p>Says {@code failed N CODE} for each turn that failed, {@code went on N} if the same store
 * wrote again, {@code stopped N} if it refused to, besides what {@link CrashWorker} says.
 */
public final class FullDiskWorker {
  private FullDiskWorker() {}

  /**
   * Works.
   *
   * @param args as for {@link CrashWorker}: data folder, own folder, what fails ({@code full},
   *     {@code sync} or {@code write}), most failures, every how many
   */
  public static void main(String[] args) throws IOException {
    Path root = Path.of(args[0]);
    Path own = Path.of(args[1]);
    boolean sync = args[2].equals("sync");
    int calls = sync ? CrashLab.SYNC : CrashLab.WRITE | CrashLab.SIZES | CrashLab.CREATE;
    int error = args[2].equals("full") ? CrashLab.NO_SPACE : CrashLab.BROKEN;
    FailingDisk disk = new FailingDisk(root.getParent());
    int at = 1;
    int opening = 0;
    boolean more = true;
    int passed = 0;
    while (more) {
      try (DataFolder data = DataFolder.open(root);
          DossierStore store = DossierStore.open(data, CrashWorker.CLOCK)) {
        CrashWorker.say(Ack.OPENED, root);
        AtomicInteger settings = new AtomicInteger(CrashWorker.settings(data));
        CrashTurns turns = new CrashTurns(data, store, own, args[2] + opening++, true, settings);
        boolean stopped = false;
        for (int turn = 0; more && !stopped; turn += 2) {
          // A failed sync fails once: what comes after it would succeed, and must not be believed.
          disk.fail(calls, at, sync ? 1 : 0, error);
          boolean failed = !tried(turns, turn, "failed " + at);
          disk.heal();
          stopped = failed && !tried(turns, turn + 1, "stopped " + at);
          if (failed && !stopped) {
            CrashWorker.line("went on " + at);
          }
          at += Integer.parseInt(args[4]);
          // One may pass: SQLite takes no notice if the name of its log cannot be synced.
          passed = failed ? 0 : passed + 1;
          more = passed < 3 && at <= Integer.parseInt(args[3]);
        }
      } catch (FaultException fault) {
        CrashWorker.fault(fault);
        more = false;
      } catch (RuntimeException bug) {
        CrashWorker.bug(bug);
        more = false;
      }
    }
    CrashWorker.line("end");
  }

  private static boolean tried(CrashTurns turns, int number, String otherwise) throws IOException {
    try {
      turns.turn(number);
      return true;
    } catch (FaultException fault) {
      CrashWorker.line(otherwise + " " + fault.fault().code());
      return false;
    } catch (RuntimeException bug) {
      CrashWorker.bug(bug);
      return false;
    }
  }
}
