package vn.motcua.scanner.paper.camera.ffmpeg;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.paper.camera.Camera;
import vn.motcua.scanner.paper.camera.CameraFault;
import vn.motcua.scanner.paper.camera.Picture;

/** A camera of the operating system. A still is taken by opening it anew in its greatest size. */
final class FfmpegCamera implements Camera {
  /** After this time without a frame a camera counts as gone; a slow one gives two a second. */
  private static final Duration SILENCE = Duration.ofSeconds(6);

  private static final long GLANCE_NANOS = 3_000_000;

  /** Frames after opening in which the exposure is still being found. */
  private static final int SETTLING = 4;

  private static final Duration SETTLED = Duration.ofMillis(1500);

  private final DeviceInput input;
  private final String name;
  private final String size;
  private Optional<Stream> stream;
  private long heard = System.nanoTime();

  private FfmpegCamera(DeviceInput input, String name, String size, Stream stream) {
    this.input = input;
    this.name = name;
    this.size = size;
    this.stream = Optional.of(stream);
  }

  static FfmpegCamera open(DeviceInput input, String name, String size) throws FaultException {
    try {
      return new FfmpegCamera(input, name, size, stream(input, name, List.of(size)));
    } catch (Stream.Failure e) {
      throw new FaultException(Errors.opening(e.code), e);
    }
  }

  /** The first that opens: the sizes in their order, each compressed, then as it is. */
  private static Stream stream(DeviceInput input, String name, List<String> sizes)
      throws Stream.Failure {
    List<Map<String, String>> ways = new ArrayList<>();
    for (String each : sizes) {
      Map<String, String> compressed = new LinkedHashMap<>(input.compressed());
      compressed.put("video_size", each);
      ways.add(compressed);
      ways.add(Map.of("video_size", each));
    }
    ways.add(Map.of());
    Stream.Failure first = new Stream.Failure("nothing tried", -1);
    for (int i = 0; i < ways.size(); i++) {
      try {
        return Stream.open(input, name, ways.get(i));
      } catch (Stream.Failure e) {
        first = i == 0 ? e : first;
      }
    }
    throw first;
  }

  @Override
  public Optional<Picture> frame(Duration patience) throws FaultException {
    long end = System.nanoTime() + patience.toNanos();
    while (true) {
      Optional<Picture> picture = poll();
      if (picture.isPresent()) {
        heard = System.nanoTime();
        return picture;
      }
      long now = System.nanoTime();
      if (now - heard > SILENCE.toNanos()) {
        throw new FaultException(new CameraFault.Gone(), "silent");
      }
      if (now >= end || Thread.currentThread().isInterrupted()) {
        return Optional.empty();
      }
      LockSupport.parkNanos(GLANCE_NANOS);
    }
  }

  private Optional<Picture> poll() throws FaultException {
    Stream open = stream.orElseThrow(() -> new FaultException(new CameraFault.Gone(), "closed"));
    try {
      return open.poll();
    } catch (Stream.Failure e) {
      throw new FaultException(new CameraFault.Gone(), e);
    }
  }

  @Override
  public Picture still() throws FaultException {
    reopen(input.sizes());
    long settled = System.nanoTime() + SETTLED.toNanos();
    Optional<Picture> best = Optional.empty();
    int seen = 0;
    while (seen <= SETTLING && (best.isEmpty() || System.nanoTime() < settled)) {
      Optional<Picture> next = frame(SILENCE.plusSeconds(1));
      if (next.isEmpty()) {
        break; // interrupted
      }
      best = next;
      seen++;
    }
    reopen(List.of(size));
    return best.orElseThrow(() -> new FaultException(new CameraFault.Gone(), "no still"));
  }

  private void reopen(List<String> sizes) throws FaultException {
    close();
    try {
      stream = Optional.of(stream(input, name, sizes));
      heard = System.nanoTime();
    } catch (Stream.Failure e) {
      throw new FaultException(new CameraFault.Gone(), e);
    }
  }

  @Override
  public void close() {
    stream.ifPresent(Stream::close);
    stream = Optional.empty();
  }
}
