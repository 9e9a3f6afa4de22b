package vn.motcua.scanner.chip;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.motcua.scanner.chip.simulated.ActiveKey;
import vn.motcua.scanner.chip.simulated.CardBuilder;
import vn.motcua.scanner.chip.simulated.SimulatedCitizens;
import vn.motcua.scanner.chip.simulated.SimulatedIssuer;
import vn.motcua.scanner.fuzz.FuzzContract;

/** Any bytes as DG15, and those that follow it as the chip's signature. */
class Dg15FuzzTest extends FuzzContract {
  @Override
  protected List<String> guides() {
    return List.of(
        "vn.motcua.scanner.chip.ActiveAuthentication*",
        "vn.motcua.scanner.chip.SignatureLimits*",
        "vn.motcua.scanner.chip.Tlv*",
        "org.bouncycastle.asn1.*",
        "org.bouncycastle.asn1.x509.*",
        "org.bouncycastle.asn1.x9.*",
        "org.bouncycastle.crypto.util.PublicKeyFactory*",
        "org.bouncycastle.crypto.signers.*",
        "org.bouncycastle.jcajce.provider.asymmetric.ec.*");
  }

  @Override
  protected void feed(byte[] input) throws LinkException, MalformedException {
    int end = end(input);
    byte[] file = Arrays.copyOf(input, end);
    byte[] signature = Arrays.copyOfRange(input, end, input.length);
    try (Powered power = Answering.with(signature)) {
      ChipProof proof = ActiveAuthentication.ask(file, power.files());
      switch (proof) {
        case BROKEN, WRONG -> {
          // As it should be for nearly all.
        }
        case REFUSED -> promise(signature.length == 0, "refused, though it signed");
        case NOT_OFFERED -> promise(false, "a file offers a key or is broken");
        // Our eight bytes are others each time.
        case PROVEN -> promise(false, "signed what it could not know");
      }
    }
  }

  private static int end(byte[] input) {
    try {
      return (int) Math.min(Tlv.lengthOfFile(input, 0x6F), input.length);
    } catch (MalformedException none) {
      return input.length;
    }
  }

  @Override
  protected Map<String, byte[]> seeds() {
    Map<String, byte[]> seeds = new LinkedHashMap<>();
    byte[] noise = new byte[128];
    Arrays.fill(noise, (byte) 0x5A);
    byte[] rsa = with(ActiveKey.rsa(1024, "SHA-1"));
    seeds.put("rsa", Encoded.join(rsa, noise));
    seeds.put("rsa 2048", Encoded.join(with(ActiveKey.rsa(2048, "SHA-256")), noise, noise));
    seeds.put("rsa without signature", rsa);
    byte[] curve = with(ActiveKey.ecdsa("brainpoolP256r1", "SHA-256"));
    seeds.put("ecdsa", Encoded.join(curve, Arrays.copyOf(noise, 64)));
    byte[] der =
        Encoded.tlv(
            0x30,
            Encoded.tlv(0x02, Arrays.copyOf(noise, 32)),
            Encoded.tlv(0x02, Arrays.copyOf(noise, 32)));
    seeds.put("ecdsa der", Encoded.join(curve, der));
    seeds.put("ecdsa zero", Encoded.join(curve, new byte[64]));
    byte[] explicit = with(ActiveKey.ecdsa("secp384r1", "SHA-384").withExplicitCurve());
    seeds.put("ecdsa explicit", Encoded.join(explicit, Arrays.copyOf(noise, 96)));
    seeds.put("cut short", Encoded.cut(rsa, 20));
    seeds.put("nothing", new byte[0]);
    return seeds;
  }

  private static byte[] with(ActiveKey key) {
    CardBuilder builder = SimulatedCitizens.a().builder(SimulatedIssuer.shared()).activeKey(key);
    return OpenFiles.group(builder.noPace().noBac().open().build(), 15);
  }
}
