package vn.motcua.scanner.chip.simulated;

import java.security.KeyPair;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.X509CertificateHolder;

/** Makes a {@link SimulatedIssuer} with new keys; whatever is not said is as usual. */
public final class IssuerBuilder {
  private String name = SimulatedIssuer.NAME;
  private String signerName = "C=VN,O=Mot Cua,CN=Simulated document signer";
  private SignatureScheme stateScheme = SignatureScheme.ecdsa("brainpoolP256r1", "SHA-256");
  private SignatureScheme signerScheme = SignatureScheme.ecdsa("brainpoolP256r1", "SHA-256");
  private int signers = 1;
  // Fixed days, so that a test with a clock of its own gets the same cards every year.
  private Instant from = Instant.parse("2019-01-01T00:00:00Z");
  private Instant to = Instant.parse("2044-12-31T00:00:00Z");
  private Instant stateFrom = from;
  private Instant stateTo = Instant.parse("2049-12-31T00:00:00Z");
  private boolean identifiers = true;
  private SodForm form = SodForm.USUAL;

  IssuerBuilder() {}

  /** The distinguished name of the country signing certificate, for example {@code C=VN,CN=X}. */
  public IssuerBuilder name(String distinguished) {
    name = distinguished;
    return this;
  }

  /** The distinguished name of the document signers. */
  public IssuerBuilder signerName(String distinguished) {
    signerName = distinguished;
    return this;
  }

  /** How the country signing key signs. */
  public IssuerBuilder state(SignatureScheme scheme) {
    stateScheme = scheme;
    return this;
  }

  /** How the document signers sign. */
  public IssuerBuilder signer(SignatureScheme scheme) {
    signerScheme = scheme;
    return this;
  }

  /** How many document signers there are, at least one. */
  public IssuerBuilder signers(int number) {
    if (number < 1) {
      throw new IllegalArgumentException("at least one document signer");
    }
    signers = number;
    return this;
  }

  /** When the document signers' certificates are valid. */
  public IssuerBuilder signerValid(Instant first, Instant last) {
    from = first;
    to = last;
    return this;
  }

  /** When the country signing certificate is valid. */
  public IssuerBuilder stateValid(Instant first, Instant last) {
    stateFrom = first;
    stateTo = last;
    return this;
  }

  /** Without the extensions that identify the keys of subject and authority. */
  public IssuerBuilder withoutKeyIdentifiers() {
    identifiers = false;
    return this;
  }

  /** How EF.SOD is made unless somebody asks for another form. */
  public IssuerBuilder sod(SodForm usual) {
    form = usual;
    return this;
  }

  /** Makes the keys and certificates. */
  public SimulatedIssuer build() {
    X500Name state = new X500Name(name);
    KeyPair stateKeys = stateScheme.keys();
    X509CertificateHolder anchor =
        IssuerParts.certify(
            new IssuerParts.Subject(
                IssuerParts.Role.STATE,
                state,
                stateKeys.getPublic(),
                stateFrom,
                stateTo,
                identifiers),
            state,
            stateKeys.getPublic(),
            IssuerParts.signer(stateScheme, stateKeys.getPrivate()));
    List<IssuerParts.Holder> made = new ArrayList<>();
    for (int i = 0; i < signers; i++) {
      KeyPair keys = signerScheme.keys();
      X509CertificateHolder certificate =
          IssuerParts.certify(
              new IssuerParts.Subject(
                  IssuerParts.Role.SIGNER,
                  new X500Name(i == 0 ? signerName : signerName + " " + (i + 1)),
                  keys.getPublic(),
                  from,
                  to,
                  identifiers),
              state,
              stateKeys.getPublic(),
              IssuerParts.signer(stateScheme, stateKeys.getPrivate()));
      made.add(new IssuerParts.Holder(certificate, keys.getPrivate(), signerScheme));
    }
    return new SimulatedIssuer(
        new IssuerParts.Holder(anchor, stateKeys.getPrivate(), stateScheme), made, form);
  }
}
