package vn.motcua.kiosk.desk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import vn.motcua.kiosk.store.Durable;
import vn.motcua.scanner.FaultException;

/**
 * Slows down guessing: after three wrong PINs the next try has to wait 30 s, then twice as long
 * each time, at most 15 min. Counted in a file, so that starting another process does not help.
 */
final class PinTries {
  private static final int FREE = 3;
  private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

  private final Path file;
  private final Clock clock;

  PinTries(Path file, Clock clock) {
    this.file = file;
    this.clock = clock;
  }

  private record State(int wrong, Instant last) {}

  /**
   * Says whether a PIN may be tried now.
   *
   * @throws FaultException PROFILE-PIN-WAIT if not
   */
  void mayTry() throws FaultException {
    State state = state();
    if (state.wrong < FREE) {
      return;
    }
    int doublings = Math.min(state.wrong - FREE, 10);
    Duration wait = FIRST_WAIT.multipliedBy(1L << doublings);
    if (wait.compareTo(LONGEST_WAIT) > 0) {
      wait = LONGEST_WAIT;
    }
    // A clock that was set back does not shorten the wait, nor make it longer than it was.
    Duration passed = Duration.between(state.last, clock.instant());
    Duration left = passed.isNegative() ? wait : wait.minus(passed);
    if (left.isPositive()) {
      throw new FaultException(new ProfileFault.Wait(Math.toIntExact(left.toSeconds() + 1)));
    }
  }

  void wrong() throws FaultException {
    int before = state().wrong;
    write(new State(Math.min(before + 1, 1000), clock.instant()));
  }

  void right() throws FaultException {
    try {
      Files.deleteIfExists(file);
    } catch (IOException stays) {
      write(new State(0, clock.instant()));
    }
  }

  private void write(State state) throws FaultException {
    Durable.write(
        file, (state.wrong + " " + state.last.toEpochMilli()).getBytes(StandardCharsets.US_ASCII));
  }

  private State state() {
    try {
      String[] parts = Files.readString(file, StandardCharsets.US_ASCII).strip().split(" ", -1);
      return new State(
          Math.clamp(Long.parseLong(parts[0]), 0, 1000),
          Instant.ofEpochMilli(Long.parseLong(parts[1])));
    } catch (NoSuchFileException none) {
      return new State(0, Instant.EPOCH);
    } catch (IOException | RuntimeException unreadable) {
      // Somebody spoilt it: as if three tries had just gone wrong.
      return new State(FREE, clock.instant());
    }
  }
}
