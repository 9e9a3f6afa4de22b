package vn.motcua.scanner.chip.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.util.HexFormat;
import java.util.Random;
import net.sf.scuba.smartcards.CardServiceException;
import net.sf.scuba.smartcards.CommandAPDU;
import net.sf.scuba.smartcards.ResponseAPDU;
import org.jmrtd.lds.SODFile;
import org.jmrtd.lds.icao.COMFile;
import org.jmrtd.lds.icao.DG2File;
import org.junit.jupiter.api.Test;

/** What a builder is told is what the card does. */
class CardBuilderTest {
  private final SimulatedCardProfile a = SimulatedCitizens.a();
  private final SimulatedIssuer issuer = SimulatedIssuer.shared();
  private final CardBuilder builder = a.builder(issuer);

  private static String answer(VirtualCard card, String command) {
    return HexFormat.of().formatHex(card.process(HexFormat.of().parseHex(command)));
  }

  private JmrtdPeer opened(SimulatedCard card) throws CardServiceException {
    JmrtdPeer peer = new JmrtdPeer(card);
    peer.open(a.can(), PaceOffer.USUAL);
    return peer;
  }

  private static SimulatedCard inside(CardBuilder builder) {
    SimulatedCard card = builder.open().build();
    assertThat(answer(card, "00A4040C07A0000002471001")).isEqualTo("9000");
    return card;
  }

  @Test
  void listsAndSignsWhatItHolds() throws Exception {
    byte[] dg16 = Der.tlv(0x70, Der.integer(5));
    JmrtdPeer peer =
        opened(
            builder
                .group(16, dg16)
                .activeKey(ActiveKey.ecdsa("secp256r1", "SHA-256"))
                .fingerprints()
                .build());
    assertThat(new COMFile(new ByteArrayInputStream(peer.read(0x011E))).getTagList())
        .containsExactly(0x61, 0x63, 0x6D, 0x6E, 0x6F, 0x70);
    assertThat(new SODFile(new ByteArrayInputStream(peer.read(0x011D))).getDataGroupHashes())
        .containsOnlyKeys(1, 3, 13, 14, 15, 16);
    assertThat(peer.read(0x0110)).isEqualTo(dg16);
    String fingers = "00A4020C020103";
    assertThat(answer(inside(a.builder(issuer).fingerprints()), fingers)).isEqualTo("6982");
    assertThat(answer(inside(a.builder(issuer).noFingerprints()), fingers)).isEqualTo("6a82");
  }

  @Test
  void takesFilesAsTheyAre() throws Exception {
    byte[] com = {0x60, 0};
    byte[] sod = {0x77, 1, 2};
    JmrtdPeer peer =
        opened(builder.file(0x011E, com).sod(sod).withoutFile(0x010E).withoutGroup(13).build());
    assertThat(peer.read(0x011E)).isEqualTo(com);
    assertThat(peer.read(0x011D)).isEqualTo(sod);
    assertThat(answer(inside(builder), "00A4020C02010E")).isEqualTo("6a82");
    assertThat(answer(inside(builder), "00A4020C02010D")).isEqualTo("6a82");
    assertThat(builder.cardAccess(new byte[] {0x31, 0}).files().get(0x011C))
        .isEqualTo(new byte[] {0x31, 0});
    assertThatThrownBy(() -> builder.group(17, com)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void shutsTheWaysInThatAreNotWanted() throws Exception {
    SimulatedCard noPace = a.builder(issuer).noPace().build();
    assertThat(answer(noPace, "00A4020C02011C")).isEqualTo("6a82");
    assertThatThrownBy(() -> opened(noPace)).isInstanceOf(CardServiceException.class);
    JmrtdPeer bac = new JmrtdPeer(noPace);
    bac.openByBac(a.mrzKey());
    assertThat(bac.read(0x0101)).isEqualTo(a.dg1());

    SimulatedCard noBac = a.builder(issuer).noBac().build();
    assertThatThrownBy(() -> new JmrtdPeer(noBac).openByBac(a.mrzKey()))
        .isInstanceOf(CardServiceException.class);
    assertThat(opened(noBac).read(0x0101)).isEqualTo(a.dg1());

    assertThatThrownBy(() -> opened(a.builder(issuer).noCan().build()))
        .hasStackTraceContaining("6A88");
    assertThatThrownBy(() -> new JmrtdPeer(a.builder(issuer).noMrz().build()).openByBac(a.mrzKey()))
        .isInstanceOf(CardServiceException.class);
  }

  @Test
  void hasTheMannersThatAreAskedFor() {
    assertThat(answer(a.builder(issuer).noShortFileIds(0x6A86).build(), "00B09C0002"))
        .isEqualTo("6a86");
    SimulatedCard small = a.builder(issuer).shortApdusOnly().build();
    assertThat(answer(small, "00A4020C02011C")).isEqualTo("9000");
    assertThat(answer(small, "00B00000000004")).isEqualTo("6700");
    assertThat(answer(small, "00B0000004")).isEqualTo("3134300d9000");
    SimulatedCard narrow = a.builder(issuer).largestAnswer(3).build();
    answer(narrow, "00A4020C02011C");
    assertThat(answer(narrow, "00B0000010")).isEqualTo("3134309000");
    assertThat(answer(a.builder(issuer).selectMasterFileWorks().build(), "00A4000C023F00"))
        .isEqualTo("9000");
    for (EndOfFile end : EndOfFile.values()) {
      SimulatedCard card = a.builder(issuer).endOfFile(end).build();
      answer(card, "00A4020C02011C");
      assertThat(answer(card, "00B0003006")).endsWith("010d9000");
      assertThat(answer(card, "00B0003406"))
          .isEqualTo(
              switch (end) {
                case WARNS -> "010d6282";
                case WRONG_OFFSET -> "6b00";
                case WRONG_LENGTH -> "6700";
                case SAYS_HOW_MUCH -> "6c02";
              });
    }
  }

  /** Whoever knows the keys can send anything too. */
  @Test
  void neverThrowsUnderSecureMessagingEither() throws Exception {
    ChipKey dh = ChipKey.dh(0, ChipCipher.TRIPLE_DES, ChipCipher.AES_128);
    SimulatedCard card =
        builder
            .chipKeys(dh, ChipKey.create().withId(2))
            .activeKey(ActiveKey.ecdsa("secp256r1", "SHA-256"))
            .pace(PaceOffer.USUAL, new PaceOffer(PaceOffer.Mapping.DH_IM, ChipCipher.AES_128, 0))
            .build();
    JmrtdPeer peer = opened(card);
    Random random = new Random(11);
    int[] instructions = {0xA4, 0xB0, 0xB1, 0x22, 0x86, 0x84, 0x82, 0x88, 0xC0, 0x0E};
    byte[] oid = {4, 0, 0x7F, 0, 7, 2, 2, 3, 1, 1};
    int answered = 0;
    for (int i = 0; i < 1_500; i++) {
      byte[] data = new byte[random.nextInt(50)];
      random.nextBytes(data);
      int[] parameters = {0x41A4, 0x41A6, 0xC1A4, random.nextInt(0x10000)};
      int chosen = parameters[random.nextInt(4)];
      byte[] sent =
          switch (random.nextInt(4)) {
            case 0 -> Der.tlv(0x7C, Der.tlv(0x80 + random.nextInt(8), data));
            case 1 -> Der.join(Der.tlv(0x80, oid), Der.tlv(0x91, data));
            case 2 -> Der.tlv(0x54, data);
            default -> data;
          };
      CommandAPDU wrapped =
          peer.service
              .getWrapper()
              .wrap(
                  new CommandAPDU(
                      0, instructions[random.nextInt(10)], chosen >> 8, chosen & 0xFF, sent, 256));
      byte[] answer = card.process(wrapped.getBytes());
      assertThat(answer.length).isGreaterThanOrEqualTo(2);
      if (answer.length == 2) {
        // The session is over: new keys were agreed on, or an answer was lost. Begin again.
        peer = opened(card);
        continue;
      }
      peer.service.getWrapper().unwrap(new ResponseAPDU(answer));
      answered++;
    }
    assertThat(answered).isGreaterThan(1_000);
  }

  @Test
  void fillsAnAnswerUnderSecureMessagingButNoMore() {
    for (ChipCipher cipher : ChipCipher.values()) {
      for (int limit = 60; limit < 70_000; limit += limit < 600 ? 1 : 977) {
        CardSession session = CardSession.of(cipher, new byte[16]);
        int room = session.room(limit);
        assertThat(session.close(false, new byte[room], Sw.OK).length - 2)
            .isLessThanOrEqualTo(limit);
        assertThat(session.close(false, new byte[room + 1], Sw.OK).length - 2)
            .as(cipher + " " + limit)
            .isGreaterThan(limit);
      }
    }
  }

  @Test
  void givesEverythingFreelyWhenOpen() {
    SimulatedCard card = inside(a.builder(issuer));
    assertThat(answer(card, "00A4020C020101")).isEqualTo("9000");
    assertThat(answer(card, "00B0000003")).isEqualTo("615d5f9000");
  }

  @Test
  void carriesAFaceThatOthersUnderstand() throws Exception {
    byte[] picture = new byte[20_000];
    new Random(3).nextBytes(picture);
    picture[0] = 0;
    picture[1] = 0;
    byte[] dg2 = opened(a.builder(issuer).face(picture).build()).read(0x0102);
    var face =
        new DG2File(new ByteArrayInputStream(dg2))
            .getFaceInfos()
            .getFirst()
            .getFaceImageInfos()
            .getFirst();
    assertThat(face.getMimeType()).isEqualTo("image/jp2");
    assertThat(face.getImageInputStream().readAllBytes()).isEqualTo(picture);
  }
}
