package vn.motcua.scanner.chip.simulated;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import vn.motcua.scanner.chip.CardConnection;
import vn.motcua.scanner.chip.CardSlot;
import vn.motcua.scanner.chip.LinkException;

/**
 * A reader with a card on it that costs as much time as radio does: so much for each command, and
 * so much for each byte of command and answer. It counts on the card's side, whatever the reading
 * program believes to have sent. The card's own computing comes on top of these costs.
 */
public final class RadioSlot implements CardSlot {
  /** What a usual contactless reader costs: 12 ms for each command. */
  public static final long USUAL_MICROS_PER_COMMAND = 12_000;

  /** What a usual contactless reader costs: 19 µs for each byte, 424 kbit/s. */
  public static final long USUAL_MICROS_PER_BYTE = 19;

  /** Below this the thread no longer sleeps: parking wakes up late by up to about as much. */
  private static final long SPIN_NANOS = 150_000;

  private final String name;
  private final VirtualCard card;
  private final long nanosPerCommand;
  private final long nanosPerByte;
  private final AtomicLong commands = new AtomicLong();
  private final AtomicLong bytes = new AtomicLong();

  /**
   * What went over the air.
   *
   * @param commands how many command APDUs
   * @param bytes of commands and answers, with status words
   */
  public record Traffic(long commands, long bytes) {}

  /** With the costs of a usual reader. */
  public RadioSlot(String name, VirtualCard card) {
    this(name, card, USUAL_MICROS_PER_COMMAND, USUAL_MICROS_PER_BYTE);
  }

  /**
   * With other costs.
   *
   * @param microsPerCommand 0 or more
   * @param microsPerByte 0 or more
   */
  public RadioSlot(String name, VirtualCard card, long microsPerCommand, long microsPerByte) {
    if (microsPerCommand < 0 || microsPerByte < 0) {
      throw new IllegalArgumentException("costs are not negative");
    }
    this.name = name;
    this.card = card;
    nanosPerCommand = microsPerCommand * 1_000;
    nanosPerByte = microsPerByte * 1_000;
  }

  /** What went over the air since the last {@link #forget()}. */
  public Traffic traffic() {
    return new Traffic(commands.get(), bytes.get());
  }

  /** Counts from zero again. */
  public void forget() {
    commands.set(0);
    bytes.set(0);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean cardPresent() {
    return true;
  }

  @Override
  public CardConnection connect() {
    card.reset();
    return new Connection();
  }

  private static void until(long deadline) {
    for (long left = deadline - System.nanoTime(); left > 0; left = deadline - System.nanoTime()) {
      if (left > SPIN_NANOS && !Thread.currentThread().isInterrupted()) {
        LockSupport.parkNanos(left - SPIN_NANOS);
      } else {
        Thread.onSpinWait();
      }
    }
  }

  private final class Connection implements CardConnection {
    @Override
    public byte[] atr() {
      return card.atr();
    }

    @Override
    public byte[] transmit(byte[] command) throws LinkException {
      byte[] answer = card.process(command);
      if (answer.length < 2) {
        throw new LinkException(LinkException.Why.NONSENSE);
      }
      long carried = command.length + answer.length;
      commands.incrementAndGet();
      bytes.addAndGet(carried);
      until(System.nanoTime() + nanosPerCommand + nanosPerByte * carried);
      return answer;
    }

    @Override
    public void close() {
      card.reset();
    }
  }
}
