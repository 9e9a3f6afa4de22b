package vn.motcua.kiosk.paper.sign;

import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.List;
import vn.motcua.scanner.FaultException;

/** A signing service that is somewhere else, as far as the signer can tell. */
record MemoryKey(TestAuthority.Holder holder) implements SigningKey {
  @Override
  public List<X509Certificate> certificates() {
    return List.of(holder.certificate());
  }

  @Override
  public byte[] sign(byte[] message) throws FaultException {
    try {
      Signature signature =
          Signature.getInstance(KeyScheme.of(holder.certificate().getPublicKey()).algorithm());
      signature.initSign(holder.key());
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new FaultException(new SignFault.Key(SignFault.KeyTrouble.REFUSED), e);
    }
  }

  @Override
  public String place() {
    return "memory";
  }

  @Override
  public void close() {}
}
