package vn.motcua.scanner.chip.tr03105;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import vn.motcua.scanner.chip.AccessKeys;
import vn.motcua.scanner.chip.simulated.CardBuilder;
import vn.motcua.scanner.chip.simulated.ChipCipher;
import vn.motcua.scanner.chip.simulated.PaceOffer;
import vn.motcua.scanner.chip.simulated.VirtualCard;

/** ISO7816_G: PACE as EF.CardAccess offers it. */
class PaceOffersTest extends Unit {
  private static final String PACE = "0.4.0.127.0.7.2.2.4.";

  static Stream<Case> cases() {
    return Stream.of(
            Case.forms(
                "ISO7816_G_01",
                offer(Base.CAN, b -> b),
                offer(Base.BAC, b -> b),
                offer(new AccessKeys(Base.CAN.can(), Base.BAC.mrz()), b -> b)),
            PaceOffer.all().stream()
                .filter(offer -> offer.mapping().name().endsWith("_GM"))
                .filter(offer -> offer.cipher() == ChipCipher.AES_128)
                .map(offer -> offered("ISO7816_G_02", offer)),
            PaceOffer.all().stream()
                .filter(offer -> offer.mapping().name().endsWith("_GM"))
                .filter(offer -> offer.parameterId() == 13 || offer.parameterId() == 0)
                .map(offer -> offered("ISO7816_G_04", offer)),
            Stream.of(
                Case.of("ISO7816_G_05", access(with(unknown()))),
                Case.of(
                    "ISO7816_G_06",
                    offer(
                        Base.CAN,
                        b ->
                            b.pace(
                                new PaceOffer(PaceOffer.Mapping.DH_GM, ChipCipher.AES_128, 2),
                                new PaceOffer(PaceOffer.Mapping.ECDH_GM, ChipCipher.TRIPLE_DES, 12),
                                PaceOffer.USUAL))),
                Case.of("ISO7816_G_07", access(with(ownDomain()))),
                Case.of("ISO7816_G_35", PaceOffersTest::superfluous),
                Case.of("ISO7816_G_36", PaceOffersTest::impossible)),
            Stream.of(ChipCipher.AES_128, ChipCipher.AES_192, ChipCipher.AES_256)
                .map(cipher -> offered("ISO7816_G_34", mapped(cipher, 13))),
            IntStream.rangeClosed(8, 18)
                .mapToObj(id -> offered("ISO7816_G_41", mapped(ChipCipher.AES_128, id))),
            Case.forms(
                "ISO7816_G_27",
                access(set -> Bytes.relengthed(set, 1)),
                access(set -> Bytes.relengthed(set, -1)),
                access(set -> Bytes.retagged(set, 0x30)),
                access(set -> Bytes.flipped(set, 3))),
            Case.forms("ISO7816_G_28", parameter(31), parameter(7), parameter(200), parameter(-1)))
        .flatMap(cases -> cases);
  }

  /** Opens the chip as generic mapping does; its proof of the chip's key is not asked for. */
  private static PaceOffer mapped(ChipCipher cipher, int parameterId) {
    return new PaceOffer(PaceOffer.Mapping.ECDH_CAM, cipher, parameterId);
  }

  private static Supplier<Inspection> offer(AccessKeys keys, UnaryOperator<CardBuilder> change) {
    return () -> Inspection.of(Pace.locked(change.apply(Base.pace()).build())).with(keys);
  }

  private static Case offered(String id, PaceOffer offer) {
    return new Case(
        id,
        offer.mapping() + " " + offer.cipher() + " " + offer.parameterId(),
        offer(Base.CAN, b -> b.pace(offer)));
  }

  /** EF.CardAccess with a change; what the chip really does stays as it was. */
  private static Supplier<Inspection> access(UnaryOperator<byte[]> change) {
    return offer(Base.CAN, b -> b.cardAccess(change.apply(usual())));
  }

  private static byte[] usual() {
    byte[] made = Base.pace().files().get(0x011C);
    if (made == null) {
      throw new IllegalStateException("no EF.CardAccess");
    }
    return made;
  }

  private static List<ASN1Encodable> infos(byte[] set) {
    List<ASN1Encodable> found = new ArrayList<>();
    ASN1Set.getInstance(set).forEach(found::add);
    return found;
  }

  private static UnaryOperator<byte[]> with(List<ASN1Sequence> more) {
    return set -> {
      List<ASN1Encodable> all = infos(set);
      all.addAll(0, more);
      return Infos.set(all);
    };
  }

  private static List<ASN1Sequence> unknown() {
    return List.of(
        Infos.info("1.3.6.1.4.1.99999.1", Infos.number(7), new DEROctetString(new byte[5])),
        Infos.info("2.999.1", new DEROctetString(new byte[3])));
  }

  /** A second PACEInfo whose parameters stand in a PACEDomainParameterInfo. */
  private static List<ASN1Sequence> ownDomain() {
    return List.of(
        Infos.info(PACE + "2.4", Infos.number(2), Infos.number(40)),
        Infos.info(
            PACE + "2",
            new AlgorithmIdentifier(
                new ASN1ObjectIdentifier("0.4.0.127.0.7.1.2"), Infos.number(16)),
            Infos.number(40)));
  }

  private static Supplier<Inspection> parameter(int id) {
    return access(
        set -> Infos.set(List.of(Infos.info(PACE + "2.2", Infos.number(2), Infos.number(id)))));
  }

  /** Encrypted chip authentication data that generic mapping does not know. */
  private static Inspection superfluous() {
    VirtualCard card =
        Base.tampered(
            Base.pace().build(),
            (command, answer) ->
                Pace.step(command) == 4 && answer.length > 4
                    ? Bytes.join(
                        Bytes.tlv(
                            0x7C,
                            java.util.Arrays.copyOfRange(answer, 2, answer.length - 2),
                            Bytes.tlv(0x8A, new byte[32])),
                        Bytes.status(0x9000))
                    : answer);
    return Inspection.of(Pace.locked(card)).with(Base.CAN);
  }

  /** A protocol that does not exist stands before the one that the chip knows. */
  private static Inspection impossible() {
    byte[] access =
        with(List.of(
                Infos.info(PACE + "5.2", Infos.number(2), Infos.number(2)),
                Infos.info(PACE + "5.4", Infos.number(2), Infos.number(0))))
            .apply(usual());
    List<String> chosen = new CopyOnWriteArrayList<>();
    VirtualCard card =
        Base.tampered(
            Base.pace().cardAccess(access).build(),
            (command, answer) -> {
              if (command[0] == 0 && command[1] == 0x22) {
                chosen.add(java.util.HexFormat.of().formatHex(command, 5, 5 + command[4]));
              }
              return answer;
            });
    return Inspection.of(Pace.locked(card))
        .with(Base.CAN)
        .afterwards(
            () ->
                chosen.size() == 1
                    && chosen.getFirst().startsWith("800a04007f00070202040202830102"),
            "MSE:Set AT names another protocol or password");
  }
}
