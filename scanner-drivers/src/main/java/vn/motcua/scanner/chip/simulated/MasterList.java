package vn.motcua.scanner.chip.simulated;

import java.io.IOException;
import java.security.KeyPair;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.icao.CscaMasterList;
import org.bouncycastle.asn1.icao.ICAOObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.cert.X509CertificateHolder;

/** Makes master lists (ICAO 9303-12 §9). */
final class MasterList {
  private MasterList() {}

  static byte[] of(SimulatedIssuer issuer, List<byte[]> others) {
    X509CertificateHolder state = issuer.state().certificate();
    SignatureScheme scheme = issuer.state().scheme();
    KeyPair keys = scheme.keys();
    X509CertificateHolder signer =
        issuer.certify(
            new IssuerParts.Subject(
                IssuerParts.Role.LIST_SIGNER,
                new X500Name("C=VN,O=Mot Cua,CN=Simulated master list signer"),
                keys.getPublic(),
                state.getNotBefore().toInstant(),
                state.getNotAfter().toInstant(),
                true));
    List<Certificate> listed = new ArrayList<>(List.of(state.toASN1Structure()));
    others.forEach(other -> listed.add(Certificate.getInstance(other)));
    try {
      return CmsMaker.sign(
          ICAOObjectIdentifiers.id_icao_cscaMasterList,
          new CscaMasterList(listed.toArray(Certificate[]::new)).getEncoded("DER"),
          new IssuerParts.Holder(signer, keys.getPrivate(), scheme),
          List.of(signer, state),
          Optional.of(Instant.now()),
          false);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
