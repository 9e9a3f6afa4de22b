package vn.motcua.scanner.chip;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.scanner.chip.Reading.IMPATIENT;
import static vn.motcua.scanner.chip.Reading.PATIENT;
import static vn.motcua.scanner.chip.Reading.card;
import static vn.motcua.scanner.chip.Reading.fault;
import static vn.motcua.scanner.chip.Reading.read;
import static vn.motcua.scanner.chip.Reading.reader;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.chip.simulated.SimulatedCardProfile;
import vn.motcua.scanner.chip.simulated.SimulatedCitizens;
import vn.motcua.scanner.chip.simulated.VirtualCard;
import vn.motcua.scanner.chip.simulated.VpcdCard;

/** Contact cards, silent ones, other programs and many removals, through the real pcscd. */
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PcscCardsTest {
  private static final String NAME = "Virtual PCD 00 00";
  private static final int EXCLUSIVE = 1;
  private static final int SHARED = 2;
  private static final int LEAVE_CARD = 0;

  /** No protocol byte at all: T=0 (ISO/IEC 7816-3 §8.2.3). */
  private static final byte[] CONTACT_T0 = {0x3B, 0x00};

  private static final byte[] CONTACT_T1 = {0x3B, (byte) 0x80, 0x01, (byte) 0x81};

  private static Pcscd pcscd;

  private final SimulatedCardProfile a = SimulatedCitizens.a();
  private final AccessKeys can = AccessKeys.can(a.can());
  private final AtomicReference<VpcdCard> inserted = new AtomicReference<>();
  private PcscReaders readers;

  @BeforeAll
  static void start() throws Exception {
    pcscd = Pcscd.start();
  }

  @AfterAll
  static void stop() throws Exception {
    if (pcscd != null) {
      pcscd.close();
    }
  }

  @BeforeEach
  void open() throws Exception {
    open(PATIENT);
  }

  private void open(ReaderWorker.Limits limits) throws Exception {
    readers = new PcscReaders(reader(), limits);
    awaitCard(false);
  }

  @AfterEach
  void close() {
    remove();
    readers.close();
  }

  private void remove() {
    VpcdCard card = inserted.getAndSet(null);
    if (card != null) {
      card.close();
    }
  }

  private void present(VirtualCard card) throws Exception {
    inserted.set(VpcdCard.insert(card, "127.0.0.1", pcscd.port()));
    awaitCard(true);
  }

  private void awaitCard(boolean present) throws InterruptedException {
    Eventually.so(
        present ? "the card is seen" : "the reader is there and empty",
        () ->
            readers.readers().stream()
                .anyMatch(known -> known.name().equals(NAME) && known.cardPresent() == present));
  }

  /** A card behind another answer to reset. */
  private static class OtherAtr implements VirtualCard {
    private final VirtualCard card;
    private final byte[] atr;

    OtherAtr(VirtualCard card, byte[] atr) {
      this.card = card;
      this.atr = atr.clone();
    }

    @Override
    public byte[] atr() {
      return atr.clone();
    }

    @Override
    public void reset() {
      card.reset();
    }

    @Override
    public byte[] process(byte[] command) {
      return card.process(command);
    }
  }

  /** The transport of T=0: data go one way only, an answer is fetched, a wrong length corrected. */
  private static final class TransportT0 extends OtherAtr {
    private byte[] pending = {};

    TransportT0(VirtualCard card) {
      super(card, CONTACT_T0);
    }

    @Override
    public byte[] process(byte[] command) {
      if (command[1] == (byte) 0xC0) {
        byte[] answer = pending;
        pending = new byte[0];
        return answer;
      }
      assertThat(command.length).as("no extended command gets here").isLessThanOrEqualTo(260);
      boolean brings = command.length > 5;
      byte[] whole = brings ? Arrays.copyOf(command, command.length + 1) : command;
      byte[] answer = super.process(whole);
      int data = answer.length - 2;
      int wanted =
          brings || command.length < 5 ? 0 : (command[4] & 0xFF) == 0 ? 256 : command[4] & 0xFF;
      if (!brings && data > 0 && data < wanted) {
        return Cards.status(0x6C00 | data);
      }
      if (brings && data > 0) {
        pending = answer;
        return Cards.status(0x6100 | (data & 0xFF));
      }
      return answer;
    }
  }

  @Test
  void readsAContactCardByT1() throws Exception {
    present(new OtherAtr(a.card(), CONTACT_T1));
    assertThat(card(read(readers, NAME, can)).mrz().citizenNumber()).isEqualTo(a.number());
  }

  @Test
  void readsAContactCardByT0WhichCarriesNoExtendedLengths() throws Exception {
    present(new TransportT0(a.card()));
    assertThat(card(read(readers, NAME, can)).mrz().citizenNumber()).isEqualTo(a.number());
    long began = System.nanoTime();
    card(read(readers, NAME, can));
    assertThat(System.nanoTime() - began).as("it knows now").isLessThan(10_000_000_000L);
  }

  @Test
  void tellsABankCardWithContacts() throws Exception {
    for (byte[] atr : new byte[][] {CONTACT_T0, CONTACT_T1}) {
      present(new OtherAtr(Cards.bank(), atr));
      assertThat(fault(read(readers, NAME, can))).isEqualTo(new ChipFault.NotIdentityCard());
      remove();
      awaitCard(false);
    }
  }

  @Test
  void namesACardWithoutAUsefulAnswerToReset() throws Exception {
    for (byte[] atr : new byte[][] {{0}, {0x3B}, {0x3B, (byte) 0xFF, 0x11, 0x22}}) {
      present(new OtherAtr(Cards.answering(command -> Cards.status(0x6F00)), atr));
      assertThat(fault(read(readers, NAME, can)))
          .isIn(new ChipFault.Mute(), new ChipFault.NotIdentityCard());
      remove();
      awaitCard(false);
    }
    present(a.card());
    card(read(readers, NAME, can));
  }

  @Test
  @Tag("long")
  void readsOnAfterMoreRemovalsThanTheServiceGrantsConnections() throws Exception {
    for (int i = 0; i < Integer.parseInt(Pcscd.HANDLES) + 2; i++) {
      present(
          Cards.tampered(
              a.card(),
              (n, command, answer) -> {
                if (n == 7) {
                  remove();
                }
                return answer;
              }));
      assertThat(fault(read(readers, NAME, can)))
          .as("removal " + i)
          .isEqualTo(new ChipFault.Removed());
      awaitCard(false);
    }
    present(a.card());
    card(read(readers, NAME, can));
  }

  /**
   * pcscd takes a reader for empty when a reset fails, but looks for the next card only if it had
   * seen the last one go: a card put on within its 400 ms would stay unseen.
   */
  @Test
  void seesTheNextCardThoughTheLastOneWasLiftedAtItsReset() throws Exception {
    liftedAtItsReset(1);
  }

  @Test
  @Tag("long")
  void seesTheNextCardHoweverOftenTheLastOneWasLiftedAtItsReset() throws Exception {
    liftedAtItsReset(30);
  }

  private void liftedAtItsReset(int times) throws Exception {
    for (int i = 0; i < times; i++) {
      CountDownLatch silent = new CountDownLatch(1);
      CountDownLatch end = new CountDownLatch(1);
      present(
          Cards.tampered(
              a.card(),
              (n, command, answer) -> {
                if (n == 6) {
                  silent.countDown();
                  awaitQuietly(end);
                }
                return answer;
              }));
      Cancellation cancellation = new Cancellation();
      Thread citizen =
          Thread.ofPlatform()
              .start(() -> {
                awaitQuietly(silent);
                cancellation.cancel();
              });
      assertThat(readers.read(NAME, can, ReadPurpose.LOOKUP, step -> {}, cancellation))
          .isEqualTo(new ChipOutcome.Cancelled());
      citizen.join();
      end.countDown();
      remove();
      awaitCard(false);
      present(a.card());
      card(read(readers, NAME, can));
      remove();
      awaitCard(false);
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Another program that uses the same reader. */
  private static final class OtherProgram implements AutoCloseable {
    private final long handle;

    OtherProgram(int sharing) throws Exception {
      long context = (long) call("SCardEstablishContext", new Class<?>[] {int.class}, 2);
      handle =
          (long)
              call(
                  "SCardConnect",
                  new Class<?>[] {long.class, String.class, int.class, int.class},
                  context,
                  NAME,
                  sharing,
                  3);
    }

    void begin() throws Exception {
      call("SCardBeginTransaction", new Class<?>[] {long.class}, handle);
    }

    private static Object call(String name, Class<?>[] types, Object... arguments)
        throws Exception {
      Method method = Class.forName("sun.security.smartcardio.PCSC").getDeclaredMethod(name, types);
      method.setAccessible(true);
      return method.invoke(null, arguments);
    }

    @Override
    public void close() throws Exception {
      call("SCardDisconnect", new Class<?>[] {long.class, int.class}, handle, LEAVE_CARD);
    }
  }

  @Test
  void saysThatAnotherProgramHasTheCardToItself() throws Exception {
    present(a.card());
    try (OtherProgram _ = new OtherProgram(EXCLUSIVE)) {
      assertThat(fault(read(readers, NAME, can))).isEqualTo(new ChipFault.Busy());
    }
    card(read(readers, NAME, can));
  }

  @Test
  void saysThatAnotherProgramDoesNotLetGoOfTheCard() throws Exception {
    readers.close();
    open(IMPATIENT);
    present(a.card());
    try (OtherProgram other = new OtherProgram(SHARED)) {
      other.begin();
      assertThat(fault(read(readers, NAME, can))).isEqualTo(new ChipFault.Busy());
    }
    Eventually.so(
        "our own call has ended", () -> read(readers, NAME, can) instanceof ChipOutcome.Read);
  }

  @Test
  void doesNotMindAProgramThatOnlyLooks() throws Exception {
    present(a.card());
    try (OtherProgram _ = new OtherProgram(SHARED)) {
      card(read(readers, NAME, can));
      card(read(readers, NAME, can));
    }
  }
}
