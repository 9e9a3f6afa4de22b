package vn.motcua.kiosk.desk;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.motcua.kiosk.citizen.Citizen;

/**
 * Calls from a citizen terminal to the counter: help is wanted, or an officer is to confirm that
 * the card belongs to the person. Nothing of it is kept.
 */
public final class CallDesk {
  /** A call that stands open. */
  public sealed interface Call {
    String terminal();

    LocalDateTime at();

    /** Somebody pressed "Gọi cán bộ". */
    record Help(String terminal, LocalDateTime at) implements Call {}

    /** A card that the chip does not prove: compare it with the person. */
    record ConfirmCard(String terminal, LocalDateTime at, Citizen citizen) implements Call {}

    /** A forged card was used: go and look, quietly. */
    record ForgedCard(String terminal, LocalDateTime at) implements Call {}
  }

  private static final Logger LOG = LoggerFactory.getLogger(CallDesk.class);

  private record Entry(Call call, CompletableFuture<String> answer) {}

  private final Clock clock;
  private final List<Entry> entries = new ArrayList<>();
  private final List<Consumer<List<Call>>> listeners = new CopyOnWriteArrayList<>();

  public CallDesk(Clock clock) {
    this.clock = clock;
  }

  /** Asks for help; a terminal that already asked is not listed twice. */
  public void help(String terminal) {
    boolean added;
    synchronized (entries) {
      added =
          entries.stream()
              .map(Entry::call)
              .noneMatch(
                  call -> call instanceof Call.Help help && help.terminal().equals(terminal));
      if (added) {
        entries.add(entry(new Call.Help(terminal, now())));
      }
    }
    if (added) {
      tell();
    }
  }

  /** Reports a forged card. */
  public void forged(String terminal) {
    synchronized (entries) {
      entries.add(entry(new Call.ForgedCard(terminal, now())));
    }
    tell();
  }

  /**
   * Asks an officer to compare card and person.
   *
   * @return completes with the officer's name, or exceptionally if it was declined or withdrawn
   */
  public CompletableFuture<String> confirm(String terminal, Citizen citizen) {
    Entry asked = entry(new Call.ConfirmCard(terminal, now(), citizen));
    synchronized (entries) {
      entries.add(asked);
    }
    tell();
    return asked.answer();
  }

  /** Withdraws everything that {@code terminal} asked for (the citizen left). */
  public void withdraw(String terminal) {
    List<Entry> gone = new ArrayList<>();
    synchronized (entries) {
      for (Entry entry : entries) {
        // That a forged card was here must stay known after its bearer has gone.
        if (entry.call().terminal().equals(terminal)
            && !(entry.call() instanceof Call.ForgedCard)) {
          gone.add(entry);
        }
      }
      entries.removeAll(gone);
    }
    gone.forEach(entry -> entry.answer().cancel(false));
    if (!gone.isEmpty()) {
      tell();
    }
  }

  /** The calls that stand open, oldest first. */
  public List<Call> open() {
    synchronized (entries) {
      return entries.stream().map(Entry::call).toList();
    }
  }

  /**
   * Answers a call; for a ConfirmCard {@code accepted} decides. A call that was withdrawn or
   * answered meanwhile is left alone.
   */
  @SuppressWarnings("ReferenceEquality") // of two equal calls the one in hand is meant
  public void answer(Call call, String officer, boolean accepted) {
    Optional<Entry> found;
    synchronized (entries) {
      found = entries.stream().filter(entry -> entry.call() == call).findFirst();
      if (found.isEmpty()) {
        found = entries.stream().filter(entry -> entry.call().equals(call)).findFirst();
      }
      found.ifPresent(entries::remove);
    }
    if (found.isPresent()) {
      if (accepted) {
        found.get().answer().complete(officer);
      } else {
        found.get().answer().cancel(false);
      }
      tell();
    }
  }

  /**
   * Called with the open calls whenever they change, on the thread that changed them; it must not
   * block. Returns what ends it.
   */
  public Runnable listen(Consumer<List<Call>> listener) {
    // A wrapper of its own: the same listener may be given twice and ended once.
    Consumer<List<Call>> own = calls -> listener.accept(calls);
    listeners.add(own);
    return () -> listeners.remove(own);
  }

  private void tell() {
    List<Call> calls = open();
    for (Consumer<List<Call>> listener : listeners) {
      try {
        listener.accept(calls);
      } catch (RuntimeException bug) {
        LOG.error("a listener of the call desk failed", bug);
      }
    }
  }

  private LocalDateTime now() {
    return LocalDateTime.now(clock);
  }

  private static Entry entry(Call call) {
    return new Entry(call, new CompletableFuture<>());
  }
}
