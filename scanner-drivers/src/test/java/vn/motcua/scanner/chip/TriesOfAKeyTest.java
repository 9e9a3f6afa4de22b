package vn.motcua.scanner.chip;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.scanner.chip.Reading.PATIENT;
import static vn.motcua.scanner.chip.Reading.card;
import static vn.motcua.scanner.chip.Reading.fault;
import static vn.motcua.scanner.chip.Reading.read;
import static vn.motcua.scanner.chip.Reading.reader;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.chip.simulated.SimulatedCardProfile;
import vn.motcua.scanner.chip.simulated.SimulatedCitizens;
import vn.motcua.scanner.chip.simulated.SimulatedReaders;

/** How many tries a wrong key costs, counted on the card's side. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TriesOfAKeyTest {
  private static final String NAME = SimulatedReaders.NAME;

  private final SimulatedCardProfile a = SimulatedCitizens.a();
  private final TestClock clock = new TestClock();
  private final SimulatedReaders readers = new SimulatedReaders(reader(), PATIENT, clock);

  @AfterEach
  void close() {
    readers.close();
  }

  private WatchedCard present() {
    WatchedCard card = new WatchedCard(a.card());
    readers.insert(card);
    return card;
  }

  private AccessKeys.MrzKey otherMrz() {
    return new AccessKeys.MrzKey(
        a.mrzKey().documentNumber(), a.birth().plusDays(1), a.mrzKey().expiry());
  }

  @Test
  void aWrongCanCostsOneTryAndTheSameOneNoMore() {
    WatchedCard card = present();
    assertThat(fault(read(readers, NAME, AccessKeys.can("000000"))))
        .isEqualTo(new ChipFault.WrongKey());
    assertThat(card.tries("PACE-CAN")).isEqualTo(1);
    int commands = card.commands();
    for (int i = 0; i < 5; i++) {
      assertThat(fault(read(readers, NAME, AccessKeys.can("000000"))))
          .isEqualTo(new ChipFault.WrongKey());
    }
    assertThat(card.commands()).isEqualTo(commands);
    card(read(readers, NAME, AccessKeys.can(a.can())));
  }

  @Test
  void aWrongCanCostsOneTryAlsoWhenTheMrzOpens() {
    WatchedCard card = present();
    AccessKeys keys = new AccessKeys(Optional.of("000000"), Optional.of(a.mrzKey()));
    assertThat(card(read(readers, NAME, keys)).cost().access()).isEqualTo("PACE-MRZ");
    assertThat(card(read(readers, NAME, keys)).cost().access()).isEqualTo("PACE-MRZ");
    assertThat(card.tries("PACE-CAN")).isEqualTo(1);
    assertThat(card.tries("PACE-MRZ")).isEqualTo(2);
  }

  @Test
  void wrongMrzDataAreNotTriedByBacAfterPace() {
    WatchedCard card = present();
    AccessKeys keys = new AccessKeys(Optional.of("000000"), Optional.of(otherMrz()));
    assertThat(fault(read(readers, NAME, keys))).isEqualTo(new ChipFault.WrongKey());
    assertThat(card.tries("PACE-CAN")).isEqualTo(1);
    assertThat(card.tries("PACE-MRZ")).isEqualTo(1);
    assertThat(card.tries("BAC")).isZero();
  }

  @Test
  void steppingDownTheBlockDoesNotTryAWrongCanAgain() {
    WatchedCard card = new WatchedCard(a.card());
    AtomicInteger failures = new AtomicInteger();
    CardSlot small =
        new CardSlot() {
          @Override
          public String name() {
            return "small";
          }

          @Override
          public boolean cardPresent() {
            return true;
          }

          @Override
          public CardConnection connect() {
            return new CardConnection() {
              @Override
              public byte[] atr() {
                return card.atr();
              }

              @Override
              public byte[] transmit(byte[] command) throws LinkException {
                byte[] answer = card.process(command);
                if (answer.length > 258) {
                  failures.incrementAndGet();
                  throw new LinkException(LinkException.Why.FAILED);
                }
                return answer;
              }

              @Override
              public void close() {
                card.reset();
              }
            };
          }
        };
    AccessKeys keys = new AccessKeys(Optional.of("000000"), Optional.of(a.mrzKey()));
    card(reader().read(small, keys, ReadPurpose.INTAKE, step -> {}, new Cancellation()));
    assertThat(failures.get()).isPositive();
    assertThat(card.tries("PACE-CAN")).isEqualTo(1);
  }

  @Test
  void asksToLiftTheCardAfterThreeRefusedKeys() {
    WatchedCard card = present();
    for (String six : new String[] {"000000", "000001", "000002"}) {
      assertThat(fault(read(readers, NAME, AccessKeys.can(six))))
          .isEqualTo(new ChipFault.WrongKey());
    }
    int commands = card.commands();
    assertThat(fault(read(readers, NAME, AccessKeys.can(a.can()))))
        .isEqualTo(new ChipFault.TooManyTries());
    assertThat(card.commands()).isEqualTo(commands);
    readers.remove();
    readers.insert(card);
    card(read(readers, NAME, AccessKeys.can(a.can())));
  }

  @Test
  void anotherCardIsNotBlamedForTheLastOne() {
    for (String six : new String[] {"000000", "000001", "000002"}) {
      present();
      for (int i = 0; i < 2; i++) {
        assertThat(fault(read(readers, NAME, AccessKeys.can(six))))
            .isEqualTo(new ChipFault.WrongKey());
      }
    }
    present();
    card(read(readers, NAME, AccessKeys.can(a.can())));
  }

  @Test
  void restsWhenElevenKeysWereRefusedWhateverTheCard() {
    for (int i = 0; i < 11; i++) {
      present();
      assertThat(fault(read(readers, NAME, AccessKeys.can("%06d".formatted(i)))))
          .isEqualTo(new ChipFault.WrongKey());
    }
    WatchedCard card = present();
    assertThat(fault(read(readers, NAME, AccessKeys.can(a.can()))))
        .isEqualTo(new ChipFault.Paused(600));
    assertThat(card.commands()).isZero();
    clock.advance(Duration.ofMinutes(10));
    card(read(readers, NAME, AccessKeys.can(a.can())));
  }

  @ParameterizedTest
  @ValueSource(ints = {0x6983, 0x6984, 0x63C0, 0x63C1})
  void tellsABlockedKeyFromAWrongOneAndSparesIt(int status) {
    WatchedCard card = present().refusingWith(status);
    assertThat(fault(read(readers, NAME, AccessKeys.can("000000"))))
        .isEqualTo(new ChipFault.KeyBlocked());
    assertThat(fault(read(readers, NAME, AccessKeys.can("000001"))))
        .isEqualTo(new ChipFault.KeyBlocked());
    assertThat(card.tries("PACE-CAN")).isEqualTo(1);
    card(read(readers, NAME, AccessKeys.mrz(a.mrzKey())));
  }

  @ParameterizedTest
  @ValueSource(ints = {0x6700, 0x6D00, 0x6E00, 0x6581, 0x6400})
  void doesNotBlameTheDigitsForAnErrorOfTheChip(int status) {
    present().refusingWith(status);
    assertThat(fault(read(readers, NAME, AccessKeys.can("000000"))))
        .isEqualTo(new ChipFault.Nonsense());
  }

  @Test
  void doesNotBlameTheDigitsIfTheCardLeftWithTheRefusal() {
    for (int i = 0; i < 20; i++) {
      readers.insert(
          Cards.tampered(
              a.card(),
              (n, command, answer) -> {
                if (command[1] == (byte) 0x86 && command[7] == (byte) 0x85) {
                  readers.takeOff();
                  return Cards.status(0x6300);
                }
                return answer;
              }));
      assertThat(fault(read(readers, NAME, AccessKeys.can(a.can()))))
          .isEqualTo(new ChipFault.Removed());
    }
    readers.insert(a);
    card(read(readers, NAME, AccessKeys.can(a.can())));
  }
}
