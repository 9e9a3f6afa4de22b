package vn.motcua.kiosk.desk;

import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
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

  /** Asks for help. */
  public void help(String terminal) {
    throw new UnsupportedOperationException();
  }

  /** Reports a forged card. */
  public void forged(String terminal) {
    throw new UnsupportedOperationException();
  }

  /**
   * Asks an officer to compare card and person.
   *
   * @return completes with the officer's name, or exceptionally if it was declined or withdrawn
   */
  public CompletableFuture<String> confirm(String terminal, Citizen citizen) {
    throw new UnsupportedOperationException();
  }

  /** Withdraws everything that {@code terminal} asked for (the citizen left). */
  public void withdraw(String terminal) {
    throw new UnsupportedOperationException();
  }

  /** The calls that stand open, oldest first. */
  public List<Call> open() {
    throw new UnsupportedOperationException();
  }

  /** Answers a call; for a ConfirmCard {@code accepted} decides. */
  public void answer(Call call, String officer, boolean accepted) {
    throw new UnsupportedOperationException();
  }

  /** Called with the open calls whenever they change. Returns what ends it. */
  public Runnable listen(Consumer<List<Call>> listener) {
    throw new UnsupportedOperationException();
  }
}
