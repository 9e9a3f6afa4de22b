package vn.motcua.scanner.chip;

import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import vn.motcua.scanner.ImageCodecs;

/**
 * Decodes faces. A decoder library is where a hostile chip attacks, so it works on a thread of its
 * own, in a given time, on a picture whose structure was walked before: at most {@value
 * FacePicture#MAX_BYTES} bytes, {@value FacePicture#MAX_SIDE} pixels a side and {@value
 * FacePicture#MAX_PIXELS} in all, 8 bits for JPEG and 16 for JPEG 2000. Nothing is written to disk
 * or to the standard output.
 *
 * <p>Memory, measured: some 10 MB of heap for a portrait of 480×640, 160 MB for the largest picture
 * that is let through (2048×2048, JPEG 2000, three components).
 *
 * <p>Two pictures are decoded at a time; a third call waits. If a library does not stop in time its
 * thread, a daemon, is left behind. As soon as two are left behind every call is refused at once,
 * until one of them ends. An application has one decoder; it is safe to be used by many threads.
 */
public final class FaceDecoder {
  /** What a decoding may take; a portrait of a card takes some 50 ms. */
  public static final Duration TIME = Duration.ofSeconds(3);

  private static final int AT_ONCE = 2;

  private final FaceCodec jpeg;
  private final FaceCodec jpeg2000;
  private final Duration time;
  private final Semaphore rooms = new Semaphore(AT_ONCE, true);
  private final AtomicInteger leftBehind = new AtomicInteger();

  /** One that gives each picture {@link #TIME}. */
  public FaceDecoder() {
    this(TIME);
  }

  /**
   * One with another bound, for a machine that is much slower or busy elsewhere.
   *
   * @param time what a decoding may take
   */
  public FaceDecoder(Duration time) {
    this(new JpegCodec(), new Jpeg2000Codec(), time);
    ImageCodecs.keepOutJai();
  }

  FaceDecoder(FaceCodec jpeg, FaceCodec jpeg2000, Duration time) {
    this.jpeg = jpeg;
    this.jpeg2000 = jpeg2000;
    this.time = time;
  }

  /**
   * Decodes a face and blocks its caller meanwhile, at most for twice {@link #TIME}: never call it
   * on a thread that must stay responsive, use {@link #decodeLater} there.
   *
   * @return opaque pixels, {@link BufferedImage#TYPE_INT_RGB}, of the picture's own size
   * @throws UnusableFaceException if it cannot be shown, with the reason
   * @throws InterruptedException if the caller was interrupted; the decoding is given up
   */
  public BufferedImage decode(FaceImage face) throws UnusableFaceException, InterruptedException {
    FaceImage own = FacePicture.look(face.bytes());
    if (leftBehind.get() >= AT_ONCE || !rooms.tryAcquire(time.toNanos(), TimeUnit.NANOSECONDS)) {
      throw new UnusableFaceException(new FaceFault.Busy(), "earlier pictures are still decoded");
    }
    Deadline deadline = new Deadline(time);
    Attempt attempt = new Attempt(own, deadline);
    try {
      Thread.ofPlatform().daemon().name("face-decoder").start(attempt);
    } catch (OutOfMemoryError noThread) {
      rooms.release();
      throw new UnusableFaceException(new FaceFault.Busy(), "no thread to be had", noThread);
    }
    return attempt.await();
  }

  /**
   * The same without blocking. The future fails with the {@link UnusableFaceException}; cancelling
   * it gives the decoding up. It completes on a thread of its own.
   */
  public CompletableFuture<BufferedImage> decodeLater(FaceImage face) {
    CompletableFuture<BufferedImage> later = new CompletableFuture<>();
    Thread waiter =
        Thread.ofVirtual()
            .name("face-waiter")
            .start(() -> {
              try {
                later.complete(decode(face));
              } catch (UnusableFaceException unusable) {
                later.completeExceptionally(unusable);
              } catch (InterruptedException givenUp) {
                later.cancel(false);
              }
            });
    later.whenComplete((image, failure) -> {
      if (later.isCancelled()) {
        waiter.interrupt();
      }
    });
    return later;
  }

  /** One decoding; it holds its room until the library really returns. */
  private final class Attempt implements Runnable {
    private final FaceImage face;
    private final Deadline deadline;
    private final CompletableFuture<BufferedImage> result = new CompletableFuture<>();
    private boolean abandoned;
    private boolean ended;

    Attempt(FaceImage face, Deadline deadline) {
      this.face = face;
      this.deadline = deadline;
    }

    @Override
    public void run() {
      // The libraries throw exceptions and errors of every kind over damaged bytes.
      try {
        FaceCodec codec = face.format() == FaceImage.Format.JPEG ? jpeg : jpeg2000;
        result.complete(codec.decode(face.bytes(), deadline));
      } catch (Throwable any) {
        result.completeExceptionally(any);
      } finally {
        end();
      }
    }

    BufferedImage await() throws UnusableFaceException, InterruptedException {
      try {
        return result.get(deadline.left(), TimeUnit.NANOSECONDS);
      } catch (TimeoutException late) {
        abandon();
        throw tooSlow(late);
      } catch (InterruptedException givenUp) {
        abandon();
        throw givenUp;
      } catch (ExecutionException failed) {
        throw reason(failed.getCause() == null ? failed : failed.getCause());
      }
    }

    private UnusableFaceException reason(Throwable cause) {
      if (cause instanceof UnusableFaceException known) {
        return known;
      }
      if (cause instanceof OutOfMemoryError) {
        return new UnusableFaceException(new FaceFault.TooLarge(), "out of memory", cause);
      }
      if (deadline.over()) {
        return tooSlow(cause);
      }
      return new UnusableFaceException(
          new FaceFault.Damaged(), "the decoder gave up: " + cause.getClass().getName(), cause);
    }

    private UnusableFaceException tooSlow(Throwable cause) {
      return new UnusableFaceException(
          new FaceFault.TooSlow(), "not decoded within " + time, cause);
    }

    private synchronized void abandon() {
      deadline.end();
      if (!ended) {
        abandoned = true;
        leftBehind.incrementAndGet();
      }
    }

    private synchronized void end() {
      ended = true;
      if (abandoned) {
        leftBehind.decrementAndGet();
      }
      rooms.release();
    }
  }
}
