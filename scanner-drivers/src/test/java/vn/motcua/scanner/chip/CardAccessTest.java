package vn.motcua.scanner.chip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** EF.CardAccess (ICAO 9303-11 §9.2). */
class CardAccessTest {
  private static final String PACE = "0.4.0.127.0.7.2.2.4.";

  private static DERSequence info(String arcs, int parameterId) {
    ASN1EncodableVector info = new ASN1EncodableVector();
    info.add(new ASN1ObjectIdentifier(PACE + arcs));
    info.add(new ASN1Integer(2));
    info.add(new ASN1Integer(parameterId));
    return new DERSequence(info);
  }

  private static List<CardAccess.Offer> offers(DERSequence... infos) throws Exception {
    return CardAccess.parse(new DERSet(infos).getEncoded()).offers();
  }

  @Test
  void findsPaceAmongTheSecurityInfosOfACitizenCard() throws Exception {
    byte[] file =
        HexFormat.of()
            .parseHex(
                "3134300d060804007f0007020202020101300f060a04007f000702020302020201013012060a"
                    + "04007f0007020204020202010202010d");
    assertThat(CardAccess.parse(file).offers())
        .containsExactly(new CardAccess.Offer(PACE + "2.2", 13));
  }

  @Test
  void putsTheGenericMappingOnACurveFirst() throws Exception {
    assertThat(offers(info("4.2", 12), info("1.2", 2), info("2.4", 16)))
        .startsWith(new CardAccess.Offer(PACE + "2.4", 16))
        .hasSize(3);
  }

  /** A group for a curve, a curve for a group, none at all, one that cannot be mapped to. */
  @ParameterizedTest
  @CsvSource({"2.2, 0", "1.2, 13", "2.2, 7", "2.2, 19", "1.2, 3", "4.2, 10", "2.2, 31", "2.2, 99"})
  void passesOverDomainsThatDoNotFit(String arcs, int parameterId) throws Exception {
    assertThat(offers(info(arcs, parameterId))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1.1, 0", "1.4, 2", "2.1, 8", "2.2, 10", "3.3, 1", "4.4, 18", "4.2, 8", "6.2, 13"})
  void takesDomainsThatFit(String arcs, int parameterId) throws Exception {
    assertThat(offers(info(arcs, parameterId)))
        .containsExactly(new CardAccess.Offer(PACE + arcs, parameterId));
  }

  @Test
  void refusesWhatIsNoSetOfSecurityInfos() throws IOException {
    byte[] sequence = new DERSequence().getEncoded();
    for (byte[] wrong : List.of(new byte[0], new byte[] {0x31, 5}, sequence)) {
      assertThatThrownBy(() -> CardAccess.parse(wrong)).isInstanceOf(MalformedException.class);
    }
  }
}
