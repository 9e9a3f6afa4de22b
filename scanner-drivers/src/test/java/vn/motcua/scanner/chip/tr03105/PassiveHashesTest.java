package vn.motcua.scanner.chip.tr03105;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import vn.motcua.scanner.chip.FaceImage;
import vn.motcua.scanner.chip.simulated.CardBuilder;
import vn.motcua.scanner.chip.simulated.FaceFile;

/** LDS_H: the list of hashes in EF.SOD against the card, and against EF.COM. */
class PassiveHashesTest extends Unit {
  static Stream<Case> cases() {
    return Stream.of(
        Case.of(
            "LDS_H_43",
            () -> hashes(list -> replaced(list, 2, Sod.hashOf(2, new byte[32]))).get().withFace()),
        Case.of("LDS_H_44", hashes(list -> without(list, 1))),
        Case.of(
            "LDS_H_45",
            hashes(list -> {
              list.add(Sod.hashOf(10, new byte[32]));
              return list;
            })),
        Case.of("LDS_H_46", hashes(list -> replaced(list, 1, Sod.hashOf(0xFF, new byte[32])))),
        Case.of(
            "LDS_H_47",
            hashes(list -> replaced(list, 2, new DERSequence(new DEROctetString(new byte[32]))))),
        Case.of("LDS_H_69", PassiveHashesTest::corruptFace),
        new Case("LDS_H_90", "DG3", signing(b -> b.noFingerprints(), 3)),
        new Case("LDS_H_90", "DG11", signing(b -> b, 11)),
        Case.of("LDS_H_91", () -> hashes(list -> without(list, 2)).get().withFace()),
        Case.of("LDS_H_92", signing(b -> b.withoutGroup(13), 11)),
        Case.of(
            "MC_HASH_TWICE",
            hashes(list -> {
              list.add(list.getFirst());
              return list;
            })),
        Case.of("MC_NO_HASH", hashes(list -> new ArrayList<>())));
  }

  private static Supplier<Inspection> hashes(UnaryOperator<List<ASN1Encodable>> change) {
    return SodCard.read(sod -> sod.hashes(list -> change.apply(new ArrayList<>(list))));
  }

  private static int number(ASN1Encodable hash) {
    return org.bouncycastle.asn1.ASN1Integer.getInstance(
            DERSequence.getInstance(hash).getObjectAt(0))
        .intValueExact();
  }

  private static List<ASN1Encodable> without(List<ASN1Encodable> list, int group) {
    list.removeIf(hash -> number(hash) == group);
    return list;
  }

  private static List<ASN1Encodable> replaced(
      List<ASN1Encodable> list, int group, ASN1Encodable by) {
    list.replaceAll(hash -> number(hash) == group ? by : hash);
    return list;
  }

  /** EF.SOD signs one more group than the card, and so its EF.COM, has. */
  private static Supplier<Inspection> signing(UnaryOperator<CardBuilder> change, int more) {
    return () -> {
      CardBuilder builder = change.apply(Base.bac());
      Map<Integer, byte[]> signed = new TreeMap<>();
      builder
          .files()
          .forEach((id, content) -> {
            if (id <= 0x0110) {
              signed.put(id & 0x1F, content);
            }
          });
      // EF.COM of the card speaks of DG13 in any case: as many groups, but others.
      if (!signed.containsKey(13)) {
        builder.file(0x011E, Bytes.hex("60175f0104303130375f36063034303030305c05 61636d6e 75"));
        signed.put(2, new byte[0]);
        signed.put(3, new byte[0]);
      } else if (more != 3) {
        signed.put(3, new byte[0]);
      }
      signed.put(more, new byte[0]);
      Sod sod = Sod.usual();
      return Inspection.of(builder.sod(sod.of(signed)).build())
          .trusting(Inspection.trusting(Certificates.state(sod.state())));
    };
  }

  /** DG2 is no picture and not what was signed: nothing of it may be looked at. */
  private static Inspection corruptFace() {
    CardBuilder builder = SodCard.builder();
    Sod sod = Sod.usual();
    byte[] file = sod.of(SodCard.groups(builder));
    return Inspection.of(
            builder
                .sod(file)
                .file(
                    0x0102,
                    FaceFile.dg2(
                        new FaceImage(
                            FaceImage.Format.JPEG, 480, 640, Bytes.hex("FFD8FFE000104A46494600"))))
                .build())
        .trusting(Inspection.trusting(Certificates.state(sod.state())))
        .withFace();
  }
}
