package vn.motcua.scanner.chip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.pkcs.DHParameter;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.junit.jupiter.api.Test;
import vn.motcua.scanner.chip.simulated.CardBuilder;
import vn.motcua.scanner.chip.simulated.ChipCipher;
import vn.motcua.scanner.chip.simulated.ChipKey;
import vn.motcua.scanner.chip.simulated.SimulatedCitizens;
import vn.motcua.scanner.chip.simulated.SimulatedIssuer;
import vn.motcua.scanner.fuzz.FuzzContract;

/**
 * Any bytes as DG14: the keys and protocols in it, and the key agreement with a chip that says yes
 * to everything, which computes with whatever group the key names.
 */
class Dg14FuzzTest extends FuzzContract {
  private static final String EAC = "0.4.0.127.0.7.2.2.";

  @Override
  protected List<String> guides() {
    return List.of(
        "vn.motcua.scanner.chip.ChipAuthentication*",
        "vn.motcua.scanner.chip.SignatureLimits*",
        "vn.motcua.scanner.chip.Tlv*",
        "org.jmrtd.lds.*",
        "org.jmrtd.protocol.EACCA*",
        "org.bouncycastle.asn1.*",
        "org.bouncycastle.asn1.x509.*",
        "org.bouncycastle.asn1.x9.*",
        "org.bouncycastle.jcajce.provider.asymmetric.ec.*",
        "org.bouncycastle.jcajce.provider.asymmetric.dh.*");
  }

  @Override
  protected void feed(byte[] input) throws LinkException {
    int choices = -1;
    try {
      choices = ChipAuthentication.choices(input).size();
    } catch (IOException | MalformedException | RuntimeException refused) {
      // ask() calls it broken.
    }
    try (Powered power = Answering.with((byte) 0x7C, (byte) 0)) {
      ChipProof proof = ChipAuthentication.ask(input, power);
      switch (proof) {
        case BROKEN -> promise(choices < 0, "broken, though there are keys");
        case NOT_OFFERED -> promise(choices == 0, "not offered, though there are keys");
        case PROVEN, REFUSED -> promise(choices > 0, "agreed without a key");
        case WRONG -> promise(false, "only the next answer can show a wrong key");
      }
    }
  }

  @Test
  void computesInNoHugeField() throws Exception {
    assertThat(ChipAuthentication.choices(huge(4096))).hasSize(1);
    for (int bits : new int[] {4097, 9800}) {
      try (Powered power = Answering.with((byte) 0x7C, (byte) 0)) {
        assertThat(ChipAuthentication.ask(huge(bits), power)).isEqualTo(ChipProof.BROKEN);
      }
    }
  }

  @Override
  protected Map<String, byte[]> seeds() throws IOException {
    Map<String, byte[]> seeds = new LinkedHashMap<>();
    for (ChipCipher cipher : ChipCipher.values()) {
      seeds.put("brainpool " + cipher, with(ChipKey.ec("brainpoolP256r1", cipher)));
    }
    seeds.put("secp224r1", with(ChipKey.ec("secp224r1", ChipCipher.AES_128)));
    seeds.put("secp521r1", with(ChipKey.ec("secp521r1", ChipCipher.AES_256)));
    seeds.put("field", with(ChipKey.dh(0, ChipCipher.AES_128)));
    seeds.put("large field", with(ChipKey.dh(2, ChipCipher.TRIPLE_DES)));
    ChipKey key = ChipKey.ec("brainpoolP256r1", ChipCipher.AES_128);
    seeds.put("two keys", with(key, ChipKey.ec("secp256r1", ChipCipher.AES_256)));
    seeds.put("huge field", huge(9_800));
    seeds.put("cut short", Encoded.cut(with(key), 20));
    seeds.put("empty set", Encoded.tlv(0x6E, Encoded.tlv(0x31)));
    seeds.put("nothing", new byte[0]);
    return seeds;
  }

  private static byte[] with(ChipKey... keys) {
    CardBuilder builder = SimulatedCitizens.a().builder(SimulatedIssuer.shared()).chipKeys(keys);
    return OpenFiles.group(builder.noPace().noBac().open().build(), 14);
  }

  /** A field as large as a key may be long, and numbers in it that take no room. */
  private static byte[] huge(int bits) throws IOException {
    BigInteger p = BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.valueOf(27));
    SubjectPublicKeyInfo key =
        new SubjectPublicKeyInfo(
            new AlgorithmIdentifier(
                PKCSObjectIdentifiers.dhKeyAgreement, new DHParameter(p, BigInteger.TWO, 0)),
            new ASN1Integer(4));
    ASN1Encodable[] agreement = {new ASN1ObjectIdentifier(EAC + "1.1"), key};
    ASN1Encodable[] protocol = {new ASN1ObjectIdentifier(EAC + "3.1.2"), new ASN1Integer(1)};
    DERSet infos =
        new DERSet(new ASN1Encodable[] {new DERSequence(agreement), new DERSequence(protocol)});
    return Encoded.tlv(0x6E, infos.getEncoded());
  }
}
