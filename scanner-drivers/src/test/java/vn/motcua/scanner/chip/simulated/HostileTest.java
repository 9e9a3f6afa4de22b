package vn.motcua.scanner.chip.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import net.sf.scuba.smartcards.CardServiceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each misbehaviour is what it says, and none brings the card itself down. */
class HostileTest {
  private final SimulatedCardProfile a = SimulatedCitizens.a();
  private final SimulatedIssuer issuer = SimulatedIssuer.shared();

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text);
  }

  private HostileCard card(Hostile how) {
    return how.card(a.builder(issuer));
  }

  /** Opened by others, before the misbehaviour begins. */
  private JmrtdPeer opened(HostileCard card) throws CardServiceException {
    JmrtdPeer peer = new JmrtdPeer(card, 1000, false);
    peer.open(a.can(), PaceOffer.USUAL);
    return peer;
  }

  @ParameterizedTest
  @EnumSource(Hostile.class)
  void hasANameThatDoesNotChange(Hostile how) {
    assertThat(Hostile.named(how.code())).contains(how);
    assertThat(how.code()).matches("[a-z0-9]+(-[a-z0-9]+)*");
    assertThat(Hostile.named("kind")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = Hostile.class,
      names = {
        "WRONG_LENGTHS",
        "ENDLESS_MORE",
        "ENDLESS_AGAIN",
        "WRONG_MAC",
        "STATUS_STORM",
        "NOISE",
        "NO_BYTE",
        "ONE_BYTE",
        "OVERSIZE",
        "STALE",
        "PLAIN_DATA"
      })
  @Timeout(60)
  void isGenuineUntilTheSessionIsOpenAndThenStopsAReader(Hostile how) throws Exception {
    HostileCard card = card(how);
    JmrtdPeer peer = opened(card);
    assertThatThrownBy(
            () -> {
              if (Arrays.equals(peer.read(0x010D), a.dg13())) {
                throw new AssertionError("nothing happened");
              }
              throw new CardServiceException("other data");
            })
        .isNotInstanceOf(AssertionError.class);
  }

  @Test
  void theWireMisbehavesAsItSays() {
    byte[] select = hex("00A4020C02011C");
    assertThat(card(Hostile.NO_BYTE).fromExchange(1).process(select)).isEmpty();
    assertThat(card(Hostile.ONE_BYTE).fromExchange(1).process(select)).hasSize(1);
    assertThat(card(Hostile.OVERSIZE).fromExchange(1).process(select)).hasSize(65_535);
    assertThat(card(Hostile.ENDLESS_MORE).fromExchange(1).process(select))
        .endsWith((byte) 0x61, (byte) 0xFF);
    assertThat(card(Hostile.ENDLESS_AGAIN).fromExchange(1).process(select)[0])
        .isEqualTo((byte) 0x6C);
    assertThat(card(Hostile.STATUS_STORM).fromExchange(1).process(select)).hasSize(2);
    assertThat(card(Hostile.STATUS_STORM).fromExchange(2).process(select)).isEqualTo(hex("9000"));
    HostileCard stale = card(Hostile.STALE).fromExchange(1);
    byte[] first = stale.process(select);
    assertThat(stale.process(hex("00B0000004"))).isEqualTo(first);
    HostileCard plain = card(Hostile.PLAIN_DATA).fromExchange(1);
    plain.process(select);
    assertThat(plain.process(hex("00B0000004"))).isEqualTo(hex("3134300d9000"));
  }

  @Test
  void readBinaryMisbehavesAsItSays() {
    byte[] select = hex("00A4020C02011C");
    byte[] read = hex("00B0000008");
    for (Hostile how :
        List.of(
            Hostile.ONE_BYTE_READS,
            Hostile.EMPTY_READS,
            Hostile.MORE_THAN_ASKED,
            Hostile.ENDLESS_FILE)) {
      HostileCard card = card(how).fromExchange(2);
      assertThat(card.process(select)).isEqualTo(hex("9000"));
      byte[] answer = card.process(read);
      switch (how) {
        case ONE_BYTE_READS -> assertThat(answer).isEqualTo(hex("319000"));
        case EMPTY_READS -> assertThat(answer).isEqualTo(hex("9000"));
        case MORE_THAN_ASKED -> assertThat(answer).hasSize(8 + 64 + 2);
        default -> {
          assertThat(answer).isEqualTo(hex("6d83ffffff0000009000"));
          assertThat(card.process(hex("00B17FF0055403FFFF0010"))).hasSize(2 + 12 + 2);
        }
      }
    }
  }

  @Test
  void aMuteCardAnswersWhenItIsTakenOffOrReset() throws Exception {
    HostileCard card = card(Hostile.MUTE).fromExchange(1);
    for (Runnable end : List.<Runnable>of(card::release, card::removed, card::reset)) {
      card.reset();
      CountDownLatch begun = new CountDownLatch(1);
      CompletableFuture<byte[]> answer =
          CompletableFuture.supplyAsync(
              () -> {
                begun.countDown();
                return card.process(hex("00A4020C02011C"));
              },
              runnable -> Thread.ofPlatform().daemon().start(runnable));
      assertThat(begun.await(60, TimeUnit.SECONDS)).isTrue();
      while (card.exchanges() == 0) {
        Thread.onSpinWait();
      }
      assertThat(answer).isNotDone();
      end.run();
      assertThat(answer.get(60, TimeUnit.SECONDS)).isEmpty();
    }
  }

  @Test
  void aSlowCardTakesItsTime() {
    HostileCard card = card(Hostile.SLOW).fromExchange(1).slow(Duration.ofMillis(120));
    long begin = System.nanoTime();
    assertThat(card.process(hex("00A4020C02011C"))).isEqualTo(hex("9000"));
    assertThat(System.nanoTime() - begin).isGreaterThanOrEqualTo(120_000_000L);
  }

  @Test
  void filesMisbehaveAsTheySay() throws Exception {
    byte[] genuine = a.dg13();
    assertThat(HostileFiles.of(Hostile.CLAIMS_FOUR_GIGABYTES, genuine))
        .startsWith(hex("6d84ffffffff"))
        .hasSize(65_006);
    assertThat(HostileFiles.of(Hostile.LENGTH_OF_EIGHT, genuine)).startsWith(hex("6d88ffffffff"));
    assertThat(HostileFiles.of(Hostile.INDEFINITE_LENGTH, genuine)).startsWith(hex("6d8030"));
    assertThat(HostileFiles.of(Hostile.WRONG_TAG, genuine)).startsWith((byte) 0x61);
    assertThat(HostileFiles.of(Hostile.SHORT_FILE, genuine)).hasSizeLessThan(genuine.length);
    byte[] cut = HostileFiles.of(Hostile.TRUNCATED_TLV, genuine);
    assertThat(CardTlv.parse(cut)).containsOnlyKeys(0x6D);
    assertThatThrownBy(() -> CardTlv.parse(CardTlv.value(CardTlv.value(cut, 0x6D), 0x30)))
        .isInstanceOf(IllegalArgumentException.class);
    byte[] deep = HostileFiles.of(Hostile.DEEP_NESTING, genuine);
    assertThat(deep.length).isBetween(40_000, 65_535);
    int depth = 0;
    for (byte[] inner = deep; inner.length > 8; depth++) {
      inner = CardTlv.parse(inner).values().iterator().next();
    }
    assertThat(depth).isGreaterThan(13_900);
  }

  @Test
  void hostileFilesAreSignedWhereTheBuilderHasAnIssuer() throws Exception {
    HostileCard card = Hostile.WRONG_TAG.card(a.builder(issuer), 1);
    JmrtdPeer peer = opened(card.fromExchange(Integer.MAX_VALUE));
    byte[] dg1 = peer.read(0x0101);
    assertThat(dg1).startsWith((byte) 0x75);
    assertThat(HexFormat.of().formatHex(peer.read(0x011D)))
        .contains(HexFormat.of().formatHex(Ciphers.digest("SHA-256", dg1)));
  }

  @Test
  void facesAreSmallAndClaimToBeHuge() throws Exception {
    byte[] jpeg = HostileFaces.jpeg();
    assertThat(jpeg.length).isLessThan(4_000);
    var reader = ImageIO.getImageReadersByFormatName("jpeg").next();
    reader.setInput(ImageIO.createImageInputStream(new ByteArrayInputStream(jpeg)));
    assertThat(reader.getWidth(0)).isEqualTo(60_000);
    assertThat(reader.getHeight(0)).isEqualTo(60_000);
    assertThat(HostileFaces.jpeg2000()).startsWith(hex("ff4fff51002f00007fffffff7fffffff"));
    JmrtdPeer peer = opened(card(Hostile.FACE_JPEG_BOMB));
    byte[] dg2 = peer.read(0x0102);
    var face =
        new org.jmrtd.lds.icao.DG2File(new ByteArrayInputStream(dg2))
            .getFaceInfos()
            .getFirst()
            .getFaceImageInfos()
            .getFirst();
    assertThat(face.getMimeType()).isEqualTo("image/jpeg");
    assertThat(face.getImageInputStream().readAllBytes()).isEqualTo(jpeg);
  }

  @Test
  void wrapsAnyCardWhereItCan() {
    VirtualCard bank =
        new VirtualCard() {
          @Override
          public byte[] atr() {
            return hex("3b00");
          }

          @Override
          public void reset() {}

          @Override
          public byte[] process(byte[] command) {
            return hex("6a82");
          }
        };
    HostileCard noisy = Hostile.ONE_BYTE.over(bank).fromExchange(1);
    assertThat(noisy.atr()).isEqualTo(hex("3b00"));
    assertThat(noisy.process(hex("00A4040000"))).hasSize(1);
    assertThatThrownBy(() -> Hostile.ENDLESS_FILE.over(bank))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @EnumSource(
      value = Hostile.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"MUTE", "SLOW"})
  void neverThrows(Hostile how) {
    HostileCard card = card(how).fromExchange(1);
    Random random = new Random(9);
    for (int i = 0; i < 3_000; i++) {
      byte[] command = new byte[random.nextInt(40)];
      random.nextBytes(command);
      if (command.length > 4) {
        command[0] = random.nextBoolean() ? 0 : (byte) 0x0C;
        command[1] = new byte[] {(byte) 0xA4, (byte) 0xB0, (byte) 0xB1, 0x22}[random.nextInt(4)];
      }
      card.process(command);
    }
    assertThat(card.exchanges()).isEqualTo(3_000);
  }
}
