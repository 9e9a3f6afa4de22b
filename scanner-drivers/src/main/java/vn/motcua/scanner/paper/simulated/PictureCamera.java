package vn.motcua.scanner.paper.simulated;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.paper.ScanFault;
import vn.motcua.scanner.paper.camera.Camera;
import vn.motcua.scanner.paper.camera.CameraFault;
import vn.motcua.scanner.paper.camera.CameraInfo;
import vn.motcua.scanner.paper.camera.CameraSource;
import vn.motcua.scanner.paper.camera.PhonePicture;
import vn.motcua.scanner.paper.camera.Picture;

/**
 * A camera that sees pictures, one after the other and then from the first again, at any rate.
 * Somebody at a desk changes what it sees and pulls it out; whoever uses it sees an ordinary
 * camera. Its still is the picture that it last gave as a frame. Safe for use by several threads.
 */
public final class PictureCamera implements CameraSource {
  private final CameraInfo info;
  private final long nanosPerFrame;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private List<Picture> pictures = List.of();
  private int next;
  private boolean plugged = true;
  private boolean open;

  /**
   * @param name by which it is opened
   * @param label what a person calls it
   * @param framesPerSecond more than 0; infinite for as fast as they are asked for
   */
  public PictureCamera(String name, String label, double framesPerSecond) {
    if (!(framesPerSecond > 0)) {
      throw new IllegalArgumentException("frames a second: " + framesPerSecond);
    }
    this.info = new CameraInfo(name, label, true);
    this.nanosPerFrame = (long) (1e9 / framesPerSecond);
  }

  /** What it sees from now on; nothing, as with its cap on, if the list is empty. */
  public void show(List<Picture> sequence) {
    change(() -> {
      pictures = List.copyOf(sequence);
      next = 0;
    });
  }

  /**
   * As {@link #show} with picture files, in the order of the list.
   *
   * @throws FaultException if one is not a picture
   */
  public void showFiles(List<Path> files) throws IOException, FaultException {
    List<Picture> sequence = new ArrayList<>();
    for (Path file : files) {
      sequence.add(PhonePicture.decode(Files.readAllBytes(file)));
    }
    show(sequence);
  }

  /** Pulls it out. */
  public void unplug() {
    change(() -> plugged = false);
  }

  /** Puts it back in. */
  public void plug() {
    change(() -> plugged = true);
  }

  private void change(Runnable what) {
    lock.lock();
    try {
      what.run();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public List<CameraInfo> list() {
    lock.lock();
    try {
      return plugged ? List.of(info) : List.of();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Camera open(String name, int width, int height) throws FaultException {
    lock.lock();
    try {
      if (!plugged || !name.equals(info.name())) {
        throw new FaultException(new ScanFault.Offline());
      }
      if (open) {
        throw new FaultException(new ScanFault.Busy());
      }
      open = true;
      return new Opened();
    } finally {
      lock.unlock();
    }
  }

  private final class Opened implements Camera {
    private long due = System.nanoTime();
    private boolean closed;
    private Optional<Picture> last = Optional.empty();

    @Override
    public Optional<Picture> frame(Duration patience) throws FaultException {
      lock.lock();
      try {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
          if (!plugged || closed) {
            throw new FaultException(new CameraFault.Gone());
          }
          long now = System.nanoTime();
          long ready = pictures.isEmpty() ? end : due;
          if (ready <= now && !pictures.isEmpty()) {
            due = Math.max(due + nanosPerFrame, now);
            Picture picture = pictures.get(next);
            next = (next + 1) % pictures.size();
            last = Optional.of(picture);
            return last;
          }
          if (now >= end || !await(Math.min(ready, end) - now)) {
            return Optional.empty();
          }
        }
      } finally {
        lock.unlock();
      }
    }

    /** False if the thread was interrupted; the caller's loop looks again after every waking. */
    @SuppressWarnings("WaitNotInLoop")
    private boolean await(long nanos) {
      try {
        boolean _ = changed.await(nanos, TimeUnit.NANOSECONDS);
        return true;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }

    @Override
    public Picture still() throws FaultException {
      Optional<Picture> seen = last.isPresent() ? last : frame(Duration.ofSeconds(2));
      lock.lock();
      try {
        if (!plugged || seen.isEmpty()) {
          throw new FaultException(new CameraFault.Gone());
        }
      } finally {
        lock.unlock();
      }
      return seen.get();
    }

    @Override
    public void close() {
      change(() -> {
        if (!closed) {
          closed = true;
          open = false;
        }
      });
    }
  }
}
