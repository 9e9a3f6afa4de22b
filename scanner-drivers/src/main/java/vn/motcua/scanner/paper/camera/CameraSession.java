package vn.motcua.scanner.paper.camera;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.motcua.scanner.Fault;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.paper.ScanFault;

/**
 * A camera in use by a person who watches: frames with the sheet drawn in come as fast as the
 * camera gives them, and a picture is taken when the person says so. One thread of its own does
 * everything with the camera; the methods may be called from any thread and return at once.
 */
public final class CameraSession implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CameraSession.class);
  private static final Duration GLANCE = Duration.ofMillis(200);
  private static final int PREVIEW_WIDTH = 960;

  /** A person reads no faster than every third frame, and the light of a sheet costs most. */
  private static final int FRAMES_A_LOOK = 3;

  private final CameraListener listener;
  private final PageMaker maker;
  private final BlockingQueue<CompletableFuture<ProposedPage>> wishes = new ArrayBlockingQueue<>(1);
  private volatile boolean closed;

  /** Touched by the session's thread only. */
  private List<Doubt> sheetDoubts = List.of();

  private int frames;

  private CameraSession(CameraListener listener, PageMaker maker) {
    this.listener = listener;
    this.maker = maker;
  }

  /**
   * Opens a camera and begins to show what it sees. That it cannot be opened is told to {@code
   * listener} as well.
   */
  public static CameraSession open(
      CameraSource cameras, String name, PageMaker maker, CameraListener listener) {
    CameraSession session = new CameraSession(listener, maker);
    Thread.ofPlatform().daemon().name("camera-" + name).start(() -> session.run(cameras, name));
    return session;
  }

  /**
   * Takes a picture in the camera's greatest size and makes a page of it. Ends with a {@link
   * FaultException} if the camera fails or the session is over; with {@link ScanFault.Busy} if an
   * earlier picture is not done.
   */
  public CompletableFuture<ProposedPage> take() {
    CompletableFuture<ProposedPage> wish = new CompletableFuture<>();
    if (!wishes.offer(wish)) {
      wish.completeExceptionally(new FaultException(new ScanFault.Busy()));
    } else if (closed) {
      refuseAll(new CameraFault.Gone());
    }
    return wish;
  }

  /** Ends the session; the camera is free a moment later, and the listener hears nothing more. */
  @Override
  public void close() {
    closed = true;
  }

  private void run(CameraSource cameras, String name) {
    Fault reason = new CameraFault.Gone();
    try (Camera camera = cameras.open(name, CameraDriver.FRAME_WIDTH, CameraDriver.FRAME_HEIGHT)) {
      while (!closed) {
        CompletableFuture<ProposedPage> wish = wishes.poll();
        if (wish != null) {
          take(camera, wish);
        }
        camera.frame(GLANCE).ifPresent(this::show);
      }
    } catch (FaultException e) {
      reason = e.fault();
      stop(reason);
    } catch (RuntimeException | LinkageError e) {
      LOG.error("camera {}", name, e);
      reason = new ScanFault.DeviceError();
      stop(reason);
    } finally {
      closed = true;
      refuseAll(reason);
    }
  }

  private void stop(Fault fault) {
    if (!closed) {
      listener.stopped(fault);
    }
  }

  private void refuseAll(Fault reason) {
    for (CompletableFuture<ProposedPage> wish = wishes.poll(); wish != null; wish = wishes.poll()) {
      wish.completeExceptionally(new FaultException(reason));
    }
  }

  private void take(Camera camera, CompletableFuture<ProposedPage> wish) throws FaultException {
    try {
      wish.complete(maker.make(camera.still()));
    } catch (FaultException | RuntimeException e) {
      wish.completeExceptionally(e);
      throw e;
    }
  }

  private void show(Picture frame) {
    int factor = frame.shrinking(PREVIEW_WIDTH);
    Preview preview = look(frame, frame.shrunk(factor), factor);
    if (!closed) {
      listener.preview(preview);
    }
  }

  private Preview look(Picture frame, Picture small, int factor) {
    Optional<FoundSheet> found = SheetFinder.find(frame);
    List<Doubt> doubts = new ArrayList<>();
    if (found.isEmpty()) {
      doubts.add(new Doubt.NoSheet());
      frames = 0;
    } else {
      Quad corners = found.get().corners();
      doubts.addAll(Doubts.ofPlace(found.get(), frame));
      if (frames++ % FRAMES_A_LOOK == 0) {
        sheetDoubts =
            Doubts.ofSheet(
                Perspective.upright(frame, corners, maker.size(), Doubts.ARCHIVE_DPI),
                frame,
                corners);
      }
      doubts.addAll(sheetDoubts);
    }
    return new Preview(small, found.map(each -> each.times(1.0 / factor)), doubts);
  }
}
