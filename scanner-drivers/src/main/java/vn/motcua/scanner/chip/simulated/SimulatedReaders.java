package vn.motcua.scanner.chip.simulated;

import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.DeviceState;
import vn.motcua.scanner.chip.AccessKeys;
import vn.motcua.scanner.chip.CardConnection;
import vn.motcua.scanner.chip.CardEvent;
import vn.motcua.scanner.chip.CardEvents;
import vn.motcua.scanner.chip.CardPresence;
import vn.motcua.scanner.chip.CardReader;
import vn.motcua.scanner.chip.CardReaders;
import vn.motcua.scanner.chip.CardSlot;
import vn.motcua.scanner.chip.ChipFault;
import vn.motcua.scanner.chip.ChipOutcome;
import vn.motcua.scanner.chip.ChipReader;
import vn.motcua.scanner.chip.ChipStep;
import vn.motcua.scanner.chip.LinkException;
import vn.motcua.scanner.chip.ReadPurpose;
import vn.motcua.scanner.chip.ReaderWorker;

/**
 * One card reader in this process, with simulated cards. Everything above the wire is the code that
 * reads real cards.
 */
public final class SimulatedReaders implements CardReaders {
  /** The name of its only reader. */
  public static final String NAME = "Simulated card reader";

  private final ChipReader chips;
  private final CardEvents events = new CardEvents();
  private final Slot slot = new Slot();
  private final ReaderWorker worker;

  /** With the usual limits. */
  public SimulatedReaders(ChipReader chips) {
    this(chips, ReaderWorker.Limits.DEFAULT);
  }

  /** With the system's clock. */
  public SimulatedReaders(ChipReader chips, ReaderWorker.Limits limits) {
    this(chips, limits, Clock.systemUTC());
  }

  /**
   * @param clock see {@link ReaderWorker}
   */
  public SimulatedReaders(ChipReader chips, ReaderWorker.Limits limits, Clock clock) {
    this.chips = chips;
    worker = new ReaderWorker(slot, events, limits, clock);
    worker.start();
  }

  /** Puts a citizen's card on the reader; one that lies there is taken off first. */
  public void insert(SimulatedCardProfile profile) {
    insert(profile.card());
  }

  /** Puts any card on the reader and returns when listeners have heard of it. */
  public void insert(VirtualCard card) {
    slot.put(card);
    worker.look().join();
  }

  /** Takes the card off and returns when listeners have heard of it. */
  public void remove() {
    slot.take();
    worker.look().join();
  }

  /** Takes the card off and returns at once; may be called by the card itself while it works. */
  public void takeOff() {
    slot.take();
  }

  /**
   * Takes the card off while the {@code n}-th exchange from now on is under way.
   *
   * @param n 1 for the next one
   */
  public void removeAtExchange(int n) {
    slot.removeAt(n);
  }

  @Override
  public List<CardReader> readers() {
    DeviceState state = worker.busy() ? DeviceState.BUSY : DeviceState.READY;
    return List.of(new CardReader(NAME, state, worker.lyingSince(), true));
  }

  @Override
  public Runnable listen(Consumer<CardEvent> listener) {
    return events.listen(listener);
  }

  @Override
  public ChipOutcome read(
      String reader,
      AccessKeys keys,
      ReadPurpose purpose,
      Consumer<ChipStep> progress,
      Cancellation cancellation) {
    return reader.equals(NAME)
        ? worker.read(chips, keys, purpose, progress, cancellation)
        : new ChipOutcome.Stopped(new ChipFault.NoReader());
  }

  @Override
  public void close() {
    worker.close();
  }

  private static final class Slot implements CardSlot {
    private @Nullable VirtualCard card;
    private int insertion;
    private int exchanges;
    private int removeAt;

    synchronized void put(VirtualCard next) {
      take();
      card = next;
      insertion++;
    }

    synchronized void take() {
      VirtualCard gone = card;
      if (gone != null) {
        gone.removed();
      }
      card = null;
      insertion++;
    }

    synchronized void removeAt(int n) {
      exchanges = 0;
      removeAt = n;
    }

    @Override
    public String name() {
      return NAME;
    }

    @Override
    public synchronized boolean cardPresent() {
      return card != null;
    }

    @Override
    public synchronized CardPresence look() {
      return new CardPresence(card != null, insertion);
    }

    @Override
    public synchronized CardConnection connect() throws LinkException {
      VirtualCard here = card;
      if (here == null) {
        throw new LinkException(LinkException.Why.NO_CARD);
      }
      here.reset();
      return new Connection(here, insertion);
    }

    /** Whether the card of that insertion still lies there after one more exchange began. */
    private synchronized boolean exchange(int mine) {
      if (++exchanges == removeAt) {
        take();
      }
      return insertion == mine;
    }

    private synchronized boolean liesThere(int mine) {
      return insertion == mine;
    }

    private final class Connection implements CardConnection {
      private final VirtualCard powered;
      private final int mine;

      Connection(VirtualCard powered, int mine) {
        this.powered = powered;
        this.mine = mine;
      }

      @Override
      public byte[] atr() {
        return powered.atr();
      }

      @Override
      public byte[] transmit(byte[] command) throws LinkException {
        if (!exchange(mine)) {
          throw new LinkException(LinkException.Why.REMOVED);
        }
        byte[] answer = powered.process(command);
        if (!liesThere(mine)) {
          throw new LinkException(LinkException.Why.REMOVED);
        }
        return answer;
      }

      @Override
      public boolean intact() {
        return liesThere(mine);
      }

      @Override
      public void close() {
        powered.reset();
      }
    }
  }
}
