package vn.motcua.scanner.chip;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.scanner.chip.Reading.PATIENT;
import static vn.motcua.scanner.chip.Reading.card;
import static vn.motcua.scanner.chip.Reading.fault;
import static vn.motcua.scanner.chip.Reading.is;
import static vn.motcua.scanner.chip.Reading.read;
import static vn.motcua.scanner.chip.Reading.reader;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.chip.simulated.SimulatedCard;
import vn.motcua.scanner.chip.simulated.SimulatedCardProfile;
import vn.motcua.scanner.chip.simulated.SimulatedCitizens;
import vn.motcua.scanner.chip.simulated.SimulatedIssuer;
import vn.motcua.scanner.chip.simulated.SimulatedReaders;
import vn.motcua.scanner.chip.simulated.VirtualCard;

/** Ways to open a chip, and chips that do not keep to the rules. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ChipReaderTest {
  private static final int CARD_ACCESS = 0x011C;
  private static final int COM = 0x011E;
  private static final int SOD = 0x011D;
  private static final int DG1 = 0x0101;
  private static final int DG13 = 0x010D;

  private final SimulatedCardProfile a = SimulatedCitizens.a();
  private final AccessKeys can = AccessKeys.can(a.can());
  private SimulatedReaders readers;

  @BeforeEach
  void open() {
    readers = new SimulatedReaders(reader(), PATIENT);
  }

  @AfterEach
  void close() {
    readers.close();
  }

  private ChipOutcome readNow(VirtualCard card, AccessKeys keys) {
    readers.insert(card);
    return read(readers, SimulatedReaders.NAME, keys);
  }

  private SimulatedCard with(Map<Integer, byte[]> files) {
    return new SimulatedCard(
        files, Optional.of(a.can()), Optional.of(a.mrzKey()), Optional.empty());
  }

  @Test
  void opensByPaceWithTheMrz() {
    ChipRecord card = card(readNow(a.card(), AccessKeys.mrz(a.mrzKey())));
    assertThat(card.cost().access()).isEqualTo("PACE-MRZ");
    assertThat(card.national().orElseThrow().name()).contains(a.name());
  }

  @Test
  void opensByBacWhereThereIsNoPace() {
    Map<Integer, byte[]> files = a.files(SimulatedIssuer.shared());
    files.remove(CARD_ACCESS);
    ChipRecord card =
        card(readNow(with(files), new AccessKeys(Optional.of(a.can()), Optional.of(a.mrzKey()))));
    assertThat(card.cost().access()).isEqualTo("BAC");
    assertThat(card.national().orElseThrow().name()).contains(a.name());
    assertThat(fault(read(readers, SimulatedReaders.NAME, can)))
        .isEqualTo(new ChipFault.NeedsMrz());
    AccessKeys.MrzKey otherBirth =
        new AccessKeys.MrzKey(
            a.mrzKey().documentNumber(), a.birth().plusDays(1), a.mrzKey().expiry());
    assertThat(fault(read(readers, SimulatedReaders.NAME, AccessKeys.mrz(otherBirth))))
        .isEqualTo(new ChipFault.WrongKey());
  }

  @Test
  void opensCardsThatDoNotExpireByTheirMrz() {
    SimulatedCardProfile b = SimulatedCitizens.b();
    Map<Integer, byte[]> files = b.files(SimulatedIssuer.shared());
    files.remove(CARD_ACCESS);
    SimulatedCard card =
        new SimulatedCard(files, Optional.empty(), Optional.of(b.mrzKey()), Optional.empty());
    assertThat(card(readNow(card, AccessKeys.mrz(b.mrzKey()))).mrz().citizenNumber())
        .isEqualTo(b.number());
  }

  @Test
  void fallsBackToTheMrzWhenTheCanIsWrong() {
    ChipRecord card =
        card(readNow(a.card(), new AccessKeys(Optional.of("999999"), Optional.of(a.mrzKey()))));
    assertThat(card.cost().access()).isEqualTo("PACE-MRZ");
  }

  @Test
  void asksForNothingThatItDoesNotNeed() {
    SimulatedCard card = a.card();
    card(readNow(card, can));
    assertThat(card.asked()).containsExactlyInAnyOrder(CARD_ACCESS, COM, SOD, DG1, DG13, 0x010E);
  }

  /**
   * EF.CardAccess, 5 for PACE, SELECT, one for each of COM, SOD, DG1, DG13, DG14, 2 of the proof.
   */
  @Test
  void needsNoExchangeMoreThanThereIsToAsk() {
    assertThat(card(readNow(a.card(), can)).cost().apdus()).isEqualTo(14);
  }

  @Test
  void endsWithRemovedAtWhateverExchangeTheCardLeaves() {
    int exchanges = card(readNow(a.card(), can)).cost().apdus();
    assertThat(exchanges).isGreaterThan(10);
    for (int at = 1; at <= exchanges; at++) {
      readers.insert(a);
      readers.removeAtExchange(at);
      assertThat(fault(read(readers, SimulatedReaders.NAME, can)))
          .as("exchange " + at)
          .isEqualTo(new ChipFault.Removed());
    }
    readers.insert(a);
    readers.removeAtExchange(exchanges + 1);
    card(read(readers, SimulatedReaders.NAME, can));
  }

  @Test
  void endsWithCancelledAtWhateverExchangeSomebodyStops() {
    int exchanges = card(readNow(a.card(), can)).cost().apdus();
    for (int at = 1; at < exchanges; at++) {
      Cancellation cancellation = new Cancellation();
      int stop = at;
      readers.insert(
          Cards.tampered(
              a.card(),
              (n, command, genuine) -> {
                if (n == stop) {
                  cancellation.cancel();
                }
                return genuine;
              }));
      assertThat(
              readers.read(
                  SimulatedReaders.NAME, can, ReadPurpose.INTAKE, step -> {}, cancellation))
          .as("exchange " + at)
          .isEqualTo(new ChipOutcome.Cancelled());
    }
  }

  @Test
  void neverTakesAnAnswerThatWasChangedOnItsWay() {
    int exchanges = card(readNow(a.card(), can)).cost().apdus();
    ChipRecord genuine = card(read(readers, SimulatedReaders.NAME, can));
    for (int at = 1; at <= exchanges; at++) {
      int changed = at;
      readers.insert(
          Cards.tampered(
              a.card(),
              (n, command, answer) -> {
                if (n == changed && answer.length > 2) {
                  answer[answer.length / 3] ^= 0x20;
                }
                return answer;
              }));
      switch (read(readers, SimulatedReaders.NAME, can)) {
        // The chip proof's last answers may be spoilt without the data; then it is not proven.
        case ChipOutcome.Read(ChipRecord card) -> {
          assertThat(card.mrz()).isEqualTo(genuine.mrz());
          assertThat(card.national()).isEqualTo(genuine.national());
        }
        case ChipOutcome.Stopped(ChipFault fault) ->
            assertThat(fault)
                .as("exchange " + at)
                .isIn(
                    new ChipFault.Nonsense(),
                    new ChipFault.WrongKey(),
                    new ChipFault.NotIdentityCard(),
                    new ChipFault.NeedsMrz());
        case ChipOutcome.Cancelled() -> throw new AssertionError("nobody cancelled");
      }
    }
  }

  @Test
  void neverTakesPlainDataOnceTheChipIsOpen() {
    byte[] forged = SimulatedCitizens.c().dg1();
    ChipOutcome outcome =
        readNow(
            Cards.tampered(
                a.card(),
                (n, command, answer) -> {
                  boolean secured = (command[0] & 0x0C) == 0x0C;
                  if (secured && command[1] == (byte) 0xB0) {
                    byte[] plain = Arrays.copyOf(forged, forged.length + 2);
                    plain[forged.length] = (byte) 0x90;
                    return plain;
                  }
                  return answer;
                }),
            can);
    assertThat(fault(outcome)).isEqualTo(new ChipFault.Nonsense());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 17, 250, 4000, 60_000})
  void endsOnNoiseOfAnyLength(int length) {
    Random random = new Random(length);
    for (int i = 0; i < 20; i++) {
      ChipOutcome outcome =
          readNow(
              Cards.answering(command -> {
                byte[] noise = new byte[length];
                random.nextBytes(noise);
                return noise;
              }),
              new AccessKeys(Optional.of("123456"), Optional.of(a.mrzKey())));
      assertThat(fault(outcome))
          .isIn(
              new ChipFault.Nonsense(), new ChipFault.NotIdentityCard(), new ChipFault.WrongKey());
    }
  }

  @Test
  void endsOnNoiseThatClaimsSuccess() {
    Random random = new Random(7);
    for (int i = 0; i < 100; i++) {
      ChipOutcome outcome =
          readNow(
              Cards.answering(command -> {
                byte[] noise = new byte[random.nextInt(300) + 2];
                random.nextBytes(noise);
                noise[noise.length - 2] = (byte) 0x90;
                noise[noise.length - 1] = 0;
                return noise;
              }),
              can);
      assertThat(fault(outcome)).isInstanceOf(ChipFault.Nonsense.class);
    }
  }

  @Test
  void refusesLengthsThatNoFileHas() {
    for (int id : new int[] {CARD_ACCESS, DG1, DG13}) {
      for (byte[] claim :
          List.of(
              new byte[] {(byte) 0x84, 0x7F, -1, -1, -1},
              new byte[] {(byte) 0x83, 0x10, 0, 0},
              new byte[] {(byte) 0x80, 0, 0},
              new byte[] {(byte) 0x82, 0x3F, -1},
              new byte[] {-1})) {
        Map<Integer, byte[]> files = a.files(SimulatedIssuer.shared());
        byte[] file = files.get(id);
        byte[] wrong = Arrays.copyOf(file, file.length + 8);
        System.arraycopy(claim, 0, wrong, 1, claim.length);
        files.put(id, wrong);
        assertThat(fault(readNow(with(files), can)))
            .as("file %x", id)
            .isEqualTo(new ChipFault.Nonsense());
      }
    }
  }

  @Test
  void refusesTruncatedFiles() {
    for (int id : new int[] {DG1, DG13}) {
      Map<Integer, byte[]> files = a.files(SimulatedIssuer.shared());
      byte[] file = files.get(id);
      for (int length : new int[] {1, 2, 5, file.length / 2, file.length - 1}) {
        files.put(id, Arrays.copyOf(file, length));
        assertThat(fault(readNow(with(files), can)))
            .as("file %x cut to %d", id, length)
            .isEqualTo(new ChipFault.Nonsense());
      }
    }
  }

  @Test
  void readsACardWithoutNationalData() {
    Map<Integer, byte[]> files = a.files(SimulatedIssuer.shared());
    files.remove(DG13);
    files.remove(SOD);
    ChipRecord card = card(readNow(with(files), can));
    assertThat(card.national()).isEmpty();
    assertThat(card.mrz().citizenNumber()).isEqualTo(a.number());
    assertThat(card.trust()).satisfies(is(Trust.NOT_VERIFIABLE, "NO_SOD", "DG13_NOT_GIVEN"));
  }

  /** A reader whose driver fails above a size, as real ones do. */
  private static final class SmallReader implements CardSlot {
    private final SimulatedCard card;
    private final int limit;
    int failures;

    SmallReader(SimulatedCard card, int limit) {
      this.card = card;
      this.limit = limit;
    }

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
      card.reset();
      return new CardConnection() {
        @Override
        public byte[] atr() {
          return card.atr();
        }

        @Override
        public byte[] transmit(byte[] command) throws LinkException {
          byte[] answer = card.process(command);
          if (answer.length > limit) {
            failures++;
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
  }

  @ParameterizedTest
  @ValueSource(ints = {258, 1100, 5000})
  void stepsDownToWhatAReaderCanCarryAndRemembersIt(int limit) {
    SmallReader small = new SmallReader(a.card(), limit);
    ChipReader chips = reader();
    for (int i = 0; i < 2; i++) {
      ChipRecord card =
          card(chips.read(small, can, ReadPurpose.INTAKE, step -> {}, new Cancellation()));
      assertThat(card.national().orElseThrow().residence()).contains(a.residence());
    }
    assertThat(small.failures).isLessThanOrEqualTo(3);
    assertThat(limit < 1000).isEqualTo(small.failures > 0);
  }

  @Test
  void givesUpOnAReaderThatCarriesNothing() {
    SmallReader broken = new SmallReader(a.card(), 40);
    assertThat(
            fault(reader().read(broken, can, ReadPurpose.INTAKE, step -> {}, new Cancellation())))
        .isEqualTo(new ChipFault.Mute());
    assertThat(broken.failures).isBetween(2, 6);
  }

  @Test
  void doesNotMindAChipThatRefusesToReadPastTheEnd() {
    Map<Integer, byte[]> files = a.files(SimulatedIssuer.shared());
    SimulatedCard strict = with(files);
    // Only plain reading can be tampered with from outside: EF.CardAccess.
    ChipRecord card =
        card(
            readNow(
                Cards.tampered(
                    strict,
                    (n, command, answer) ->
                        answer.length > 2
                                && answer[answer.length - 2] == 0x62
                                && answer[answer.length - 1] == (byte) 0x82
                            ? Cards.status(0x6700)
                            : answer),
                can));
    assertThat(card.mrz().citizenNumber()).isEqualTo(a.number());
  }

  @Test
  void readsAChipThatKnowsShortApdusOnly() {
    SimulatedCard genuine = a.card();
    VirtualCard shortOnly =
        new VirtualCard() {
          @Override
          public byte[] atr() {
            return genuine.atr();
          }

          @Override
          public void reset() {
            genuine.reset();
          }

          @Override
          public byte[] process(byte[] command) {
            boolean extended = command.length > 5 && command[4] == 0;
            return extended ? Cards.status(0x6700) : genuine.process(command);
          }
        };
    ChipRecord card = card(readNow(shortOnly, can));
    assertThat(card.national().orElseThrow().residence()).contains(a.residence());
    int first = card.cost().apdus();
    assertThat(card(read(readers, SimulatedReaders.NAME, can)).cost().apdus()).isLessThan(first);
  }
}
