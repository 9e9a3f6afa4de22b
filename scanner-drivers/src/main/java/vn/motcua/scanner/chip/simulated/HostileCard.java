package vn.motcua.scanner.chip.simulated;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;

/**
 * A card that misbehaves in one way, see {@link Hostile}. It is a genuine one until the second
 * protected command of a session, so that it comes to its best just when a reader believes to be
 * in; {@link #fromExchange} and {@link #fromSecured} move that.
 */
public final class HostileCard implements VirtualCard {
  private final Hostile how;
  private final VirtualCard below;
  private final HostileInside inside;
  private final Random random = new Random(20_260_101);

  private volatile int fromExchange = Integer.MAX_VALUE;
  private volatile int fromSecured = 2;
  private volatile Duration delay = Duration.ofMillis(200);
  private volatile CountDownLatch gag = new CountDownLatch(1);
  private volatile int exchanges;
  private volatile int secured;
  private byte[] before = {};

  HostileCard(Hostile how, CardRecipe recipe) {
    this.how = how;
    this.inside = new HostileInside(how, this::active);
    this.below = new SimulatedCard(recipe, inside);
  }

  HostileCard(Hostile how, VirtualCard below) {
    this.how = how;
    this.inside = new HostileInside(how, this::active);
    this.below = below;
  }

  /** How it misbehaves. */
  public Hostile how() {
    return how;
  }

  /**
   * Misbehaves from the {@code n}-th command since the last reset, protected or not.
   *
   * @param n from 1
   */
  public HostileCard fromExchange(int n) {
    fromExchange = n;
    fromSecured = Integer.MAX_VALUE;
    return this;
  }

  /**
   * Misbehaves from the {@code n}-th protected command since the last reset.
   *
   * @param n from 1; 2 unless told otherwise
   */
  public HostileCard fromSecured(int n) {
    fromSecured = n;
    fromExchange = Integer.MAX_VALUE;
    return this;
  }

  /** How long each answer of {@link Hostile#SLOW} takes; 200 ms unless told otherwise. */
  public HostileCard slow(Duration each) {
    delay = each;
    return this;
  }

  /** How many commands came since the last reset. */
  public int exchanges() {
    return exchanges;
  }

  /** Lets a mute card go: the command under way ends without an answer. */
  public void release() {
    gag.countDown();
  }

  @Override
  public void removed() {
    release();
    below.removed();
  }

  @Override
  public byte[] atr() {
    return below.atr();
  }

  @Override
  public void reset() {
    release();
    gag = new CountDownLatch(1);
    exchanges = 0;
    secured = 0;
    before = new byte[0];
    below.reset();
  }

  private boolean active() {
    return exchanges >= fromExchange || secured >= fromSecured;
  }

  @Override
  public byte[] process(byte[] command) {
    exchanges = exchanges + 1;
    if (command.length > 0 && (command[0] & 0x0C) == 0x0C) {
      secured = secured + 1;
    }
    if (how == Hostile.MUTE && active()) {
      return mute();
    }
    byte[] genuine = below.process(command);
    byte[] answer = active() ? changed(genuine) : genuine;
    before = genuine;
    return answer;
  }

  private byte[] changed(byte[] genuine) {
    return switch (how) {
      case WRONG_LENGTHS -> longer(genuine);
      case ENDLESS_MORE -> new byte[] {1, 2, 3, 4, 0x61, -1};
      case ENDLESS_AGAIN -> new byte[] {0x6C, (byte) (random.nextInt(255) + 1)};
      case WRONG_MAC -> wrongMac(genuine);
      case STATUS_STORM -> noise(2);
      case NOISE -> noise(2 + random.nextInt(600));
      case NO_BYTE -> new byte[0];
      case ONE_BYTE -> noise(1);
      case OVERSIZE -> Der.join(noise(65_533), new byte[] {(byte) 0x90, 0});
      case STALE -> exchanges % 2 == 0 && before.length > 0 ? before : genuine;
      case PLAIN_DATA -> inside.last().plain();
      case SLOW -> slowly(genuine);
      default -> genuine;
    };
  }

  private byte[] noise(int length) {
    byte[] noise = new byte[length];
    random.nextBytes(noise);
    return noise;
  }

  /** The second byte is the length of the first data object, or says how long that length is. */
  private static byte[] longer(byte[] genuine) {
    byte[] wrong = genuine.clone();
    if (wrong.length > 4) {
      int at = (wrong[1] & 0x80) == 0 ? 1 : 2;
      wrong[at] = (byte) (at == 1 ? 0x7F : 0xFF);
    }
    return wrong;
  }

  private static byte[] wrongMac(byte[] genuine) {
    byte[] wrong = genuine.clone();
    if (wrong.length > 4) {
      wrong[wrong.length - 3] ^= 1;
    }
    return wrong;
  }

  private byte[] slowly(byte[] genuine) {
    long until = System.nanoTime() + delay.toNanos();
    for (long left = delay.toNanos(); left > 0; left = until - System.nanoTime()) {
      if (Thread.currentThread().isInterrupted()) {
        break;
      }
      LockSupport.parkNanos(left);
    }
    return genuine;
  }

  private byte[] mute() {
    try {
      gag.await();
    } catch (InterruptedException wantsToEnd) {
      Thread.currentThread().interrupt();
    }
    return new byte[0];
  }

  @Override
  public String toString() {
    return "HostileCard[" + how.code() + "]";
  }
}
