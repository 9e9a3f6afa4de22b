package vn.motcua.scanner.chip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.motcua.scanner.chip.Reading.IMPATIENT;
import static vn.motcua.scanner.chip.Reading.PATIENT;
import static vn.motcua.scanner.chip.Reading.card;
import static vn.motcua.scanner.chip.Reading.fault;
import static vn.motcua.scanner.chip.Reading.is;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.chip.simulated.ActiveKey;
import vn.motcua.scanner.chip.simulated.CardBuilder;
import vn.motcua.scanner.chip.simulated.ChipKey;
import vn.motcua.scanner.chip.simulated.Hostile;
import vn.motcua.scanner.chip.simulated.HostileCard;
import vn.motcua.scanner.chip.simulated.SimulatedCardProfile;
import vn.motcua.scanner.chip.simulated.SimulatedCitizens;
import vn.motcua.scanner.chip.simulated.SimulatedFace;
import vn.motcua.scanner.chip.simulated.SimulatedIssuer;
import vn.motcua.scanner.chip.simulated.SimulatedReaders;
import vn.motcua.scanner.chip.simulated.VirtualCard;

/**
 * Every card that means harm, all on one reader that lives on: each reading ends soon, with a named
 * fault or with data, in bounded memory, and the genuine card that follows is read as ever.
 */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileReaderTest {
  private static final SimulatedIssuer ISSUER = SimulatedIssuer.shared();
  private static final SimulatedCardProfile A = SimulatedCitizens.a();
  private static final byte[] FACE = new SimulatedFace(A.number()).jpeg(20_000).bytes();
  private static final ChipKey CHIP_KEY = ChipKey.create();
  private static final ActiveKey ACTIVE_KEY = ActiveKey.rsa(2048, "SHA-256");
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** Less than what the patient reader grants one exchange: none of its cards counts as mute. */
  private static final Duration LONGEST = PATIENT.mute().minusSeconds(5);

  /** Allocated in one reading by reader and card together, so more than is ever held at once. */
  private static final long MOST_BYTES = 256L << 20;

  private static SimulatedReaders readers;
  private static SimulatedReaders hasty;

  @BeforeAll
  static void open() throws IOException {
    ChipReader chips = new ChipReader(TrustStore.of(List.of(ISSUER.anchor())), Clock.systemUTC());
    readers = new SimulatedReaders(chips, PATIENT);
    hasty = new SimulatedReaders(chips, IMPATIENT);
  }

  @AfterAll
  static void close() {
    readers.close();
    hasty.close();
  }

  /** Mute cards have a reader of their own, since genuine ones must not be hurried beside them. */
  private static SimulatedReaders readersFor(Hostile how) {
    return how == Hostile.MUTE ? hasty : readers;
  }

  private static CardBuilder builder() {
    return A.builder(ISSUER).chipKeys(CHIP_KEY).activeKey(ACTIVE_KEY).face(FACE);
  }

  private static ChipOutcome read(VirtualCard card, ReadPurpose purpose) {
    return read(readers, card, purpose);
  }

  private static ChipOutcome read(SimulatedReaders readers, VirtualCard card, ReadPurpose purpose) {
    readers.insert(card);
    long bytes = THREADS.getTotalThreadAllocatedBytes();
    long begun = System.nanoTime();
    ChipOutcome outcome =
        readers.read(
            SimulatedReaders.NAME,
            AccessKeys.can(A.can()),
            purpose,
            step -> {},
            new Cancellation());
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(LONGEST);
    assertThat(THREADS.getTotalThreadAllocatedBytes() - bytes).isLessThan(MOST_BYTES);
    return outcome;
  }

  private static void readsTheNextCard() {
    readsTheNextCard(readers);
  }

  private static void readsTheNextCard(SimulatedReaders readers) {
    ChipRecord next = card(read(readers, builder().build(), ReadPurpose.INTAKE.withFace()));
    assertThat(next.trust()).satisfies(is(Trust.VERIFIED));
    assertThat(next.national().orElseThrow().name()).contains(A.name());
    assertThat(next.face().orElseThrow().bytes()).isEqualTo(FACE);
  }

  @ParameterizedTest
  @EnumSource(Hostile.class)
  void endsEachReadingAndReadsTheNextCard(Hostile how) {
    for (ReadPurpose purpose : List.of(ReadPurpose.INTAKE, ReadPurpose.INTAKE.withFace())) {
      HostileCard later = how.card(builder()).slow(Duration.ofMillis(20));
      hasAGoodEnd(how, purpose, read(readersFor(how), later, purpose));
      readsTheNextCard(readersFor(how));
      HostileCard atOnce = how.card(builder()).slow(Duration.ofMillis(20)).fromExchange(1);
      ChipOutcome outcome = read(readersFor(how), atOnce, purpose);
      if (outcome instanceof ChipOutcome.Stopped(ChipFault fault)) {
        assertThat(fault.code()).isIn(early(how));
      } else {
        hasAGoodEnd(how, purpose, outcome);
      }
      readsTheNextCard(readersFor(how));
    }
  }

  /** How it ends when the card is genuine until its session is open. */
  private static void hasAGoodEnd(Hostile how, ReadPurpose purpose, ChipOutcome outcome) {
    switch (how) {
      case MUTE -> assertThat(fault(outcome)).isEqualTo(new ChipFault.Mute());
      case SLOW -> assertThat(card(outcome).trust()).satisfies(is(Trust.VERIFIED));
      case MORE_THAN_ASKED -> {
        // Files that end within the block that was asked for do not show it.
        if (!(outcome instanceof ChipOutcome.Stopped(ChipFault.Nonsense _))) {
          assertThat(card(outcome).trust()).satisfies(is(Trust.VERIFIED));
        }
      }
      case TRUNCATED_TLV -> {
        assertThat(card(outcome).trust()).satisfies(is(Trust.VERIFIED, "DG13_UNREADABLE"));
        assertThat(card(outcome).national()).isEmpty();
      }
      case FACE_JPEG_BOMB, FACE_JPEG2000_BOMB, FACE_LIES -> {
        String[] reasons = purpose.face() ? new String[] {"DG2_UNREADABLE"} : new String[0];
        assertThat(card(outcome).trust()).satisfies(is(Trust.VERIFIED, reasons));
        assertThat(card(outcome).face()).isEmpty();
        assertThat(card(outcome).national()).isPresent();
      }
      default -> assertThat(fault(outcome)).isEqualTo(new ChipFault.Nonsense());
    }
  }

  /** One that misbehaves from the first answer may pass for another kind of card. */
  private static Set<String> early(Hostile how) {
    return switch (how) {
      case MUTE -> Set.of("CHIP-MUTE");
      case ENDLESS_MORE, ENDLESS_AGAIN -> Set.of("CHIP-OTHER-CARD");
      case STATUS_STORM -> Set.of("CHIP-NONSENSE", "CHIP-OTHER-CARD", "CHIP-NEEDS-MRZ");
      case WRONG_MAC, STALE -> Set.of("CHIP-NONSENSE", "CHIP-NEEDS-MRZ");
      default -> Set.of("CHIP-NONSENSE");
    };
  }

  /** A file that means harm in the place of each data group that is read. */
  @ParameterizedTest
  @EnumSource(
      value = Hostile.class,
      names = {
        "CLAIMS_FOUR_GIGABYTES",
        "LENGTH_OF_EIGHT",
        "SHORT_FILE",
        "TRUNCATED_TLV",
        "INDEFINITE_LENGTH",
        "DEEP_NESTING",
        "WRONG_TAG"
      })
  void survivesABadFileInEveryPlace(Hostile how) {
    for (int group : new int[] {1, 2, 14, 15}) {
      CardBuilder builder = group == 15 ? builder().chipKeys() : builder();
      ChipOutcome outcome = read(how.card(builder, group), ReadPurpose.INTAKE.withFace());
      switch (outcome) {
        case ChipOutcome.Stopped(ChipFault fault) ->
            assertThat(fault).isEqualTo(new ChipFault.Nonsense());
        case ChipOutcome.Read(ChipRecord card) ->
            assertThat(card.trust().codes())
                .containsAnyOf("DG" + group + "_UNREADABLE", "DG" + group + "_BROKEN");
        case ChipOutcome.Cancelled _ -> throw new AssertionError("nobody cancelled");
      }
      readsTheNextCard();
    }
  }

  /** Counts what a card is asked over all its sessions. */
  private static final class Counting implements VirtualCard {
    private final VirtualCard card;
    private int commands;

    Counting(VirtualCard card) {
      this.card = card;
    }

    @Override
    public byte[] atr() {
      return card.atr();
    }

    @Override
    public void reset() {
      card.reset();
    }

    @Override
    public byte[] process(byte[] command) {
      commands++;
      return card.process(command);
    }
  }

  /**
   * A small file one byte at a time, a face in pieces too small, one that is very large besides.
   */
  @ParameterizedTest
  @CsvSource({"1, 20000, 60, 200", "20, 20000, 600, 1000", "33, 130000, 4000, 4000"})
  void givesUpFilesThatComeInCrumbs(int bytes, int face, int least, int most) {
    byte[] picture = Arrays.copyOf(FACE, face);
    Counting crumbs = new Counting(builder().face(picture).largestAnswer(bytes).build());
    assertThat(fault(read(crumbs, ReadPurpose.INTAKE.withFace())))
        .isEqualTo(new ChipFault.Nonsense());
    assertThat(crumbs.commands).isBetween(least, most);
    readsTheNextCard();
  }

  @Test
  void endlessAnswersCostABoundedNumberOfCommands() {
    for (Hostile how :
        List.of(
            Hostile.ENDLESS_MORE,
            Hostile.ENDLESS_AGAIN,
            Hostile.STATUS_STORM,
            Hostile.ONE_BYTE_READS,
            Hostile.ENDLESS_FILE)) {
      for (int secured = 1; secured <= 8; secured++) {
        Counting counting = new Counting(how.card(builder()).fromSecured(secured));
        read(counting, ReadPurpose.INTAKE.withFace());
        assertThat(counting.commands).as(how + " " + secured).isLessThan(1000);
      }
    }
  }

  /** Whatever a parser may let through, the decoder of faces bounds it once more. */
  @ParameterizedTest
  @CsvSource({
    "FACE_JPEG_BOMB, CHIP-FACE-LARGE",
    "FACE_JPEG2000_BOMB, CHIP-FACE-LARGE",
    "FACE_LIES, CHIP-FACE-KIND"
  })
  void refusesToDecodeHostileFaces(Hostile how, String code) throws Exception {
    byte[] record = record(how);
    byte[] picture = how == Hostile.FACE_LIES ? record : FaceRecord.pictures(record).getFirst();
    for (FaceImage.Format format : FaceImage.Format.values()) {
      FaceImage face = new FaceImage(format, 480, 640, picture);
      long begun = System.nanoTime();
      long bytes = THREADS.getTotalThreadAllocatedBytes();
      assertThatThrownBy(() -> new FaceDecoder().decode(face))
          .isInstanceOfSatisfying(
              UnusableFaceException.class,
              unusable -> assertThat(unusable.fault().code()).isEqualTo(code));
      assertThat(Duration.ofNanos(System.nanoTime() - begun))
          .isLessThan(FaceDecoder.TIME.plusSeconds(10));
      assertThat(THREADS.getTotalThreadAllocatedBytes() - bytes).isLessThan(MOST_BYTES);
    }
  }

  /** The face record that such a card holds, read in plain text. */
  private static byte[] record(Hostile how) throws MalformedException {
    byte[] file = OpenFiles.group(how.card(A.builder(ISSUER).noPace().noBac().open()), 2);
    Tlv group = Tlv.single(Tlv.single(file, 0x75).value(), 0x7F61);
    return group.children().get(1).children().get(1).value();
  }
}
