package vn.motcua.scanner.paper.escl;

import java.io.IOException;
import java.io.Serial;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * TLS with devices whose certificates nobody signed: the key that was pinned is all that counts,
 * neither name nor date. One context a pin, so that a later connection resumes the session.
 */
final class Tls {
  private final Map<String, SSLSocketFactory> byPin = new ConcurrentHashMap<>();

  /** The certificate is not the one that was pinned. */
  static final class OtherKey extends CertificateException {
    @Serial private static final long serialVersionUID = 1L;

    OtherKey() {
      super("another key than the pinned one");
    }

    /** Whether this was the reason of {@code failure}. */
    static boolean isReasonOf(Throwable failure) {
      Throwable at = failure;
      for (int i = 0; i < 10 && at != null; i++) {
        if (at instanceof OtherKey) {
          return true;
        }
        at = at.getCause();
      }
      return false;
    }
  }

  /** Shakes hands over {@code raw}, which the caller closes. */
  SSLSocket wrap(Socket raw, EsclAddress address, EsclPin pin) throws IOException {
    return shake(
        raw,
        address,
        byPin.computeIfAbsent(
            address.authority() + " " + pin.fingerprint(),
            key -> factory(leaf -> pin.fingerprint().equals(pin(address, leaf).fingerprint()))));
  }

  /** What the device presents, whatever it is: nothing may be sent over this but questions. */
  static EsclPin look(Socket raw, EsclAddress address) throws IOException {
    SSLSocket socket = shake(raw, address, factory(leaf -> true));
    return pin(address, (X509Certificate) socket.getSession().getPeerCertificates()[0]);
  }

  private static SSLSocket shake(Socket raw, EsclAddress address, SSLSocketFactory factory)
      throws IOException {
    SSLSocket socket = (SSLSocket) factory.createSocket(raw, address.host(), address.port(), true);
    socket.startHandshake();
    return socket;
  }

  private static EsclPin pin(EsclAddress address, X509Certificate leaf) {
    try {
      byte[] key = leaf.getPublicKey().getEncoded();
      return new EsclPin(
          address.authority(),
          MessageDigest.getInstance("SHA-256").digest(key),
          leaf.getSubjectX500Principal().getName());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static SSLSocketFactory factory(Predicate<X509Certificate> accepted) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {new KeyOnly(accepted)}, null);
      return context.getSocketFactory();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Extended, because around a plain trust manager the JDK checks names and dates by itself. */
  private static final class KeyOnly extends X509ExtendedTrustManager {
    private final Predicate<X509Certificate> accepted;

    KeyOnly(Predicate<X509Certificate> accepted) {
      this.accepted = accepted;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind)
        throws CertificateException {
      if (chain.length == 0 || !accepted.test(chain[0])) {
        throw new OtherKey();
      }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind, Socket socket)
        throws CertificateException {
      checkServerTrusted(chain, kind);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind, SSLEngine engine)
        throws CertificateException {
      checkServerTrusted(chain, kind);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind)
        throws CertificateException {
      throw new CertificateException("we are no server");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind, Socket socket)
        throws CertificateException {
      checkClientTrusted(chain, kind);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind, SSLEngine engine)
        throws CertificateException {
      checkClientTrusted(chain, kind);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
