package vn.motcua.kiosk.paper.sign;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.ProviderException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import vn.motcua.kiosk.token.Token;
import vn.motcua.kiosk.token.TokenException;
import vn.motcua.scanner.FaultException;

/**
 * A key in a USB token, smart card or HSM behind a PKCS#11 module. The PIN goes to the token and
 * nowhere else. A token that is pulled out at any moment is answered with {@code SIGN-TOKEN-GONE}.
 */
public final class TokenKey implements SigningKey {
  private final KeyStoreKey key;
  private final Token token;

  private TokenKey(KeyStoreKey key, Token token) {
    this.key = key;
    this.token = token;
  }

  /**
   * Logs in to a token.
   *
   * @param module the vendor's library
   * @param label the token's name; empty if just one is plugged in
   * @param alias the key's name; empty if the token holds just one
   * @param pin the user PIN; the caller wipes it
   * @throws FaultException with a {@link SignFault.Key}. A wrong PIN counts: most tokens lock
   *     themselves after a few
   */
  public static TokenKey open(
      Path module, Optional<String> label, Optional<String> alias, char[] pin)
      throws FaultException {
    Token token;
    try {
      token = Token.open(module, label, pin);
    } catch (TokenException e) {
      throw fault(e);
    }
    try {
      return new TokenKey(
          KeyStoreKey.in(token.keys(), alias, null, Optional.of(token.provider())), token);
    } catch (GeneralSecurityException | ProviderException e) {
      token.close();
      throw fault(TokenException.of(e));
    } catch (FaultException e) {
      token.close();
      throw e;
    }
  }

  @Override
  public List<X509Certificate> certificates() {
    return key.chain();
  }

  @Override
  public byte[] sign(byte[] message) throws FaultException {
    try {
      return key.sign(message);
    } catch (GeneralSecurityException | ProviderException e) {
      throw fault(TokenException.of(e));
    }
  }

  @Override
  public String place() {
    return "PKCS#11 " + token.label();
  }

  @Override
  public void close() {
    token.close();
  }

  private static FaultException fault(TokenException trouble) {
    SignFault.KeyTrouble what =
        switch (trouble.trouble()) {
          case MODULE -> SignFault.KeyTrouble.MODULE;
          case NONE -> SignFault.KeyTrouble.NO_TOKEN;
          case SEVERAL -> SignFault.KeyTrouble.SEVERAL;
          case PIN -> SignFault.KeyTrouble.PIN;
          case LOCKED -> SignFault.KeyTrouble.LOCKED;
          case GONE -> SignFault.KeyTrouble.GONE;
          case REFUSED -> SignFault.KeyTrouble.REFUSED;
        };
    return new FaultException(new SignFault.Key(what), trouble);
  }
}
