package vn.motcua.scanner.chip;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.scanner.chip.Reading.IMPATIENT;
import static vn.motcua.scanner.chip.Reading.PATIENT;
import static vn.motcua.scanner.chip.Reading.reader;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import vn.motcua.scanner.chip.simulated.VirtualCard;

/** Readers under test, one of them with cards that come and go. */
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
abstract class CardReadersFixture {
  private CardReaders readers;
  private final BlockingQueue<CardEvent> events = new LinkedBlockingQueue<>();

  /** The readers under test, with at least the reader {@link #name()} and no card on it. */
  abstract CardReaders open(ChipReader chips, ReaderWorker.Limits limits) throws Exception;

  /** The reader that cards are put on. */
  abstract String name();

  /** Puts a card on the reader. */
  abstract void insert(VirtualCard card) throws Exception;

  /** Takes the card off; may be called while it works, and when there is none. */
  abstract void remove();

  /** Waits until whatever stands behind the readers has seen that the card is off, too. */
  void settle() throws Exception {}

  @BeforeEach
  final void begin() throws Exception {
    open(PATIENT);
  }

  /** For a test in which a card is mute: opens the readers again, with a bound of a second. */
  final void impatient() throws Exception {
    readers.close();
    events.clear();
    open(IMPATIENT);
  }

  private void open(ReaderWorker.Limits limits) throws Exception {
    readers = open(reader(), limits);
    // The card of the test before may still be on its way out.
    Eventually.so(
        "the reader is there and empty",
        () ->
            readers.readers().stream().anyMatch(r -> r.name().equals(name()) && !r.cardPresent()));
    readers.listen(events::add);
  }

  @AfterEach
  final void end() throws Exception {
    remove();
    // The next test's readers would still see it, and take it for the card that is put there then.
    Eventually.so(
        "the reader is empty",
        () ->
            readers.readers().stream().noneMatch(r -> r.name().equals(name()) && r.cardPresent()));
    readers.close();
    settle();
  }

  final CardReaders readers() {
    return readers;
  }

  final void await(CardEvent wanted) throws InterruptedException {
    await(wanted.toString(), wanted::equals);
  }

  final void await(String what, Predicate<CardEvent> wanted) throws InterruptedException {
    CardEvent event;
    do {
      event = events.poll(60, TimeUnit.SECONDS);
      assertThat(event).as("waiting for " + what).isNotNull();
    } while (!wanted.test(event));
  }

  final void present(VirtualCard card) throws Exception {
    insert(card);
    await(new CardEvent.CardArrived(name()));
  }

  final void takeAway() throws Exception {
    remove();
    await(new CardEvent.CardLeft(name()));
  }
}
