package vn.motcua.kiosk.ui.counter;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import vn.motcua.kiosk.ui.kit.Errands;
import vn.motcua.scanner.Fault;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.paper.ScanFault;
import vn.motcua.scanner.paper.ScannedPage;
import vn.motcua.scanner.paper.camera.CameraListener;
import vn.motcua.scanner.paper.camera.CameraSession;
import vn.motcua.scanner.paper.camera.CameraSource;
import vn.motcua.scanner.paper.camera.Doubt;
import vn.motcua.scanner.paper.camera.PageMaker;
import vn.motcua.scanner.paper.camera.PhonePicture;
import vn.motcua.scanner.paper.camera.Preview;
import vn.motcua.scanner.paper.camera.ProposedPage;

/**
 * Pages by camera or from a picture file: watch, take, look at the page, accept it or take it
 * again. A page is handed on only when a person accepted it. All methods are called on the screen's
 * thread.
 */
public final class CameraModel {
  /** A page is no larger as a picture file than this; a telephone's has some 5 MB. */
  private static final long MOST_BYTES = 64L * 1024 * 1024;

  private final CameraSource cameras;
  private final Errands errands;
  private final Consumer<ScannedPage> accepted;
  private final ReadOnlyObjectWrapper<Optional<Preview>> preview =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<ProposedPage>> proposed =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Fault>> fault =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyBooleanWrapper taking = new ReadOnlyBooleanWrapper();
  private Optional<CameraSession> session = Optional.empty();
  private String name = "";
  private int turn;

  /**
   * @param accepted takes an accepted page, on the screen's thread
   */
  public CameraModel(CameraSource cameras, Errands errands, Consumer<ScannedPage> accepted) {
    this.cameras = cameras;
    this.errands = errands;
    this.accepted = accepted;
  }

  /** What the camera sees; nothing before the first frame and after the end. */
  public ReadOnlyObjectProperty<Optional<Preview>> preview() {
    return preview.getReadOnlyProperty();
  }

  /** The page that waits for a yes or a no. */
  public ReadOnlyObjectProperty<Optional<ProposedPage>> proposed() {
    return proposed.getReadOnlyProperty();
  }

  /** What stopped the camera or the picture. */
  public ReadOnlyObjectProperty<Optional<Fault>> fault() {
    return fault.getReadOnlyProperty();
  }

  /** Whether a picture is being taken and made a page. */
  public ReadOnlyBooleanProperty taking() {
    return taking.getReadOnlyProperty();
  }

  /** What speaks against the page that waits, or else against the moment's view. */
  public List<Doubt> doubts() {
    return proposed
        .get()
        .map(ProposedPage::doubts)
        .or(() -> preview.get().map(Preview::doubts))
        .orElse(List.of());
  }

  /** Opens a camera, in place of the one that is open. */
  public void open(String camera) {
    close();
    name = camera;
    int mine = turn;
    session = Optional.of(CameraSession.open(cameras, camera, PageMaker.ARCHIVE, new Ear(mine)));
  }

  /**
   * Hears from one session; keeps only the newest frame if the screen is slower than the camera.
   */
  private final class Ear implements CameraListener {
    private final int mine;
    private final AtomicReference<Optional<Preview>> newest =
        new AtomicReference<>(Optional.empty());

    Ear(int mine) {
      this.mine = mine;
    }

    @Override
    public void preview(Preview seen) {
      if (newest.getAndSet(Optional.of(seen)).isEmpty()) {
        errands.onScreen(() -> {
          Optional<Preview> latest = newest.getAndSet(Optional.empty());
          if (mine == turn) {
            preview.set(latest);
          }
        });
      }
    }

    @Override
    public void stopped(Fault reason) {
      errands.onScreen(() -> {
        if (mine == turn) {
          session = Optional.empty();
          preview.set(Optional.empty());
          taking.set(false);
          fault.set(Optional.of(reason));
        }
      });
    }
  }

  /** Takes a picture; opens the camera again if it had stopped. */
  public void take() {
    if (taking.get() || proposed.get().isPresent()) {
      return;
    }
    if (session.isEmpty()) {
      open(name);
      return;
    }
    CompletableFuture<ProposedPage> page = session.get().take();
    propose(() -> awaited(page));
  }

  private static ProposedPage awaited(CompletableFuture<ProposedPage> page)
      throws FaultException, InterruptedException {
    try {
      return page.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof FaultException known) {
        throw known;
      }
      throw new FaultException(new ScanFault.BadImage(), e);
    }
  }

  /** Makes a page of a picture file. */
  public void choose(Path file) {
    if (!taking.get() && proposed.get().isEmpty()) {
      propose(() -> read(file));
    }
  }

  private static ProposedPage read(Path file) throws Exception {
    if (Files.size(file) > MOST_BYTES) {
      throw new FaultException(new ScanFault.BadImage(), "larger than any picture");
    }
    return PhonePicture.read(Files.readAllBytes(file));
  }

  private void propose(Callable<ProposedPage> work) {
    taking.set(true);
    fault.set(Optional.empty());
    int mine = turn;
    errands.run(
        work,
        page -> {
          if (mine == turn) {
            taking.set(false);
            proposed.set(Optional.of(page));
          }
        },
        reason -> {
          if (mine == turn) {
            taking.set(false);
            fault.set(Optional.of(reason));
          }
        });
  }

  /** Hands the page on. */
  public void accept() {
    Optional<ProposedPage> page = proposed.get();
    proposed.set(Optional.empty());
    page.ifPresent(each -> accepted.accept(each.page()));
  }

  /** Throws the page away. */
  public void again() {
    proposed.set(Optional.empty());
  }

  /** Gives the camera back and forgets what waits. */
  public void close() {
    turn++;
    session.ifPresent(CameraSession::close);
    session = Optional.empty();
    preview.set(Optional.empty());
    proposed.set(Optional.empty());
    fault.set(Optional.empty());
    taking.set(false);
  }
}
