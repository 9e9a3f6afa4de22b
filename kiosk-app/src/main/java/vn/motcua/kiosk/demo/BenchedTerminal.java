package vn.motcua.kiosk.demo;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.stage.Stage;
import vn.motcua.kiosk.bench.BenchFault;
import vn.motcua.kiosk.demo.DemoDossiers.DemoReceipt;
import vn.motcua.kiosk.desk.ScannedCode;
import vn.motcua.kiosk.ui.Screen;
import vn.motcua.kiosk.ui.kit.XEye;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.barcode.RepeatFilter;
import vn.motcua.scanner.chip.simulated.SimulatedCardProfile;

/** The terminal of a bench: its devices, its window, and an eye on the display. */
final class BenchedTerminal implements AutoCloseable {
  /** In the middle of every page, over its whole height between head and bar. */
  private static final int STRIP_X = 420;

  private static final int STRIP_Y = 180;
  private static final int STRIP_WIDTH = 24;
  private static final int STRIP_HEIGHT = 1300;
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private final Stage stage;
  private final DemoDevices devices;
  private final XEye eye;
  private final Map<String, Long> shown = new HashMap<>();

  BenchedTerminal(Stage stage, DemoDevices devices, String display) throws IOException {
    this.stage = stage;
    this.devices = devices;
    this.eye = XEye.open(display);
  }

  /** Whether a node with that id stands on the screen. */
  boolean shows(String id) throws InterruptedException {
    return Screen.show(() -> find(id).isPresent());
  }

  private Optional<Node> find(String id) {
    return Optional.ofNullable(stage.getScene().getRoot().lookup("#" + id));
  }

  /** Does what the button with that id does, if it is there. */
  boolean press(String id) throws InterruptedException {
    return Screen.show(() -> {
      Optional<Node> node = find(id).filter(found -> !found.isDisabled());
      node.ifPresent(found -> {
        if (found instanceof ButtonBase button) {
          button.fire();
        } else {
          found.fireEvent(enter());
        }
      });
      return node.isPresent();
    });
  }

  private static javafx.scene.input.KeyEvent enter() {
    return new javafx.scene.input.KeyEvent(
        javafx.scene.input.KeyEvent.KEY_PRESSED,
        "",
        "",
        javafx.scene.input.KeyCode.ENTER,
        false,
        false,
        false,
        false);
  }

  /** Waits until {@code id} stands in the scene. */
  void await(String id) throws FaultException, InterruptedException {
    long begin = System.nanoTime();
    while (!shows(id)) {
      if (System.nanoTime() - begin > LONGEST.toNanos()) {
        throw new FaultException(new BenchFault.CannotMeasure(), id);
      }
      LockSupport.parkNanos(2_000_000);
    }
  }

  /** Back at rest, and drawn. */
  void rest() throws FaultException, InterruptedException {
    devices.cards().remove();
    if (!shows("home-card")) {
      press("leave");
    }
    await("home-card");
    settle();
  }

  /** Waits until the picture has not changed for a while. */
  void settle() throws InterruptedException {
    int[] before = strip();
    long since = System.nanoTime();
    long begin = since;
    while (System.nanoTime() - since < 300_000_000L
        && System.nanoTime() - begin < LONGEST.toNanos()) {
      LockSupport.parkNanos(10_000_000);
      int[] now = strip();
      if (!Arrays.equals(before, now)) {
        before = now;
        since = System.nanoTime();
      }
    }
  }

  private int[] strip() {
    return eye.look(STRIP_X, STRIP_Y, STRIP_WIDTH, STRIP_HEIGHT);
  }

  /** Holds a code under the light, once the readers take it for a scan of its own. */
  void scan(String text) {
    takeAway(text);
    devices.codes().scan(text);
    shown.put(text, System.nanoTime());
  }

  /** Waits until {@code text} would be a new scan. */
  private void takeAway(String text) {
    Long last = shown.get(text);
    if (last != null) {
      long until = last + RepeatFilter.PAUSE.plusMillis(100).toNanos();
      for (long left = until - System.nanoTime(); left > 0; left = until - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
    }
  }

  /** Milliseconds from a receipt under the light until its dossier can be seen. */
  double receipt(DemoReceipt receipt) throws FaultException, InterruptedException {
    String code = ScannedCode.receiptText(receipt.code(), receipt.secret());
    takeAway(code);
    int[] before = strip();
    long begin = System.nanoTime();
    scan(code);
    return seen("rail", before, begin);
  }

  /** Milliseconds from a card on the reader until its owner's dossiers can be seen. */
  double card(SimulatedCardProfile card) throws FaultException, InterruptedException {
    scan(DemoCards.qr(card));
    await("step-2");
    settle();
    int[] before = strip();
    long begin = System.nanoTime();
    devices.cards().insert(card);
    return seen("dossier-1", before, begin);
  }

  /** The first change of the picture after {@code id} has come into the scene. */
  private double seen(String id, int[] before, long begin)
      throws FaultException, InterruptedException {
    int[] last = before;
    while (System.nanoTime() - begin < LONGEST.toNanos()) {
      int[] now = strip();
      long at = System.nanoTime();
      if (!Arrays.equals(now, last)) {
        last = now;
        if (shows(id)) {
          // The picture may be of the moment before: what stands there after the next frame counts.
          int[] next = strip();
          return ((Arrays.equals(next, now) ? at : System.nanoTime()) - begin) / 1e6;
        }
      }
      LockSupport.parkNanos(500_000);
    }
    throw new FaultException(new BenchFault.CannotMeasure(), id);
  }

  /** What was seen while a card was read. */
  record Motion(double framesPerSecond, double longestGapMillis, double seconds) {}

  /** Counts changed pictures of the running progress from now until {@code id} is shown. */
  Motion motion(String id) throws FaultException, InterruptedException {
    await("progress");
    Bounds place =
        Screen.show(() -> {
          Node progress = find("progress").orElseThrow();
          return progress.localToScreen(progress.getLayoutBounds());
        });
    int x = (int) place.getMinX();
    // The bars stand at the lower edge of their card; their names do not move.
    int y = (int) (place.getMaxY() - 46);
    int width = (int) place.getWidth();
    int[] last = eye.look(x, y, width, 8);
    long begin = System.nanoTime();
    long changed = begin;
    long gap = 0;
    int frames = 0;
    long asked = begin;
    while (true) {
      long now = System.nanoTime();
      int[] seen = eye.look(x, y, width, 8);
      if (!Arrays.equals(seen, last)) {
        frames++;
        last = seen;
        gap = Math.max(gap, now - changed);
        changed = now;
      }
      if (now - asked > 100_000_000L) {
        asked = now;
        if (shows(id) || now - begin > LONGEST.toNanos()) {
          break;
        }
      }
      LockSupport.parkNanos(3_000_000);
    }
    double seconds = (changed - begin) / 1e9;
    return new Motion(frames / seconds, gap / 1e6, seconds);
  }

  /** The ids of everything that can be pressed now. */
  List<String> pressable() throws InterruptedException {
    return Screen.show(() -> {
      Set<String> ids = new HashSet<>();
      for (Node node : stage.getScene().getRoot().lookupAll(".touch")) {
        if (node.getId() != null && !node.isDisabled() && isShown(node)) {
          ids.add(node.getId());
        }
      }
      return ids.stream().sorted().toList();
    });
  }

  private static boolean isShown(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (!at.isVisible()) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void close() {
    eye.close();
  }
}
