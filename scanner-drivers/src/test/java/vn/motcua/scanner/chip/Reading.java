package vn.motcua.scanner.chip;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import vn.motcua.scanner.Cancellation;

/** Short forms that the tests share. */
final class Reading {
  /** Bounds that no genuine card reaches, however busy the machine of the test is. */
  static final ReaderWorker.Limits PATIENT =
      new ReaderWorker.Limits(
          Duration.ofMillis(20), Duration.ofSeconds(30), Duration.ofSeconds(90));

  /** Short bounds, so that a test of a mute card takes a second; for such tests only. */
  static final ReaderWorker.Limits IMPATIENT =
      new ReaderWorker.Limits(Duration.ofMillis(20), Duration.ofSeconds(1), Duration.ofSeconds(20));

  private Reading() {}

  static ChipReader reader() {
    return new ChipReader(TrustStore.empty(), Clock.systemUTC());
  }

  static ChipOutcome read(CardReaders readers, String name, AccessKeys keys) {
    return readers.read(name, keys, ReadPurpose.INTAKE_SENSITIVE, step -> {}, new Cancellation());
  }

  static ChipRecord card(ChipOutcome outcome) {
    assertThat(outcome).isInstanceOf(ChipOutcome.Read.class);
    return ((ChipOutcome.Read) outcome).card();
  }

  /** The outcome, and all reasons in their order. */
  static Consumer<TrustVerdict> is(Trust trust, String... reasons) {
    return verdict -> {
      assertThat(verdict.trust()).as(verdict.codes().toString()).isEqualTo(trust);
      assertThat(verdict.codes()).containsExactly(reasons);
    };
  }

  static ChipFault fault(ChipOutcome outcome) {
    assertThat(outcome).isInstanceOf(ChipOutcome.Stopped.class);
    return ((ChipOutcome.Stopped) outcome).fault();
  }
}
