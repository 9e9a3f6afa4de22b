package vn.motcua.kiosk.store;

import java.io.IOException;
import java.io.PrintStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import vn.motcua.kiosk.desk.Samples;
import vn.motcua.kiosk.token.SoftHsm;
import vn.motcua.kiosk.token.Token;
import vn.motcua.scanner.FaultException;

/** Opens and moves the key of a data folder in a process that sees a token. */
public final class KeyProcess {
  private static final Clock CLOCK = Samples.at("2026-11-20T09:00:00");
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private KeyProcess() {}

  /**
   * Does one thing after the other.
   *
   * @param args what to do, with commas; module, data folder, PIN file, copy
   */
  public static void main(String[] args) throws Exception {
    Path module = Path.of(args[1]);
    Path root = Path.of(args[2]);
    Path pinFile = Path.of(args[3]);
    Path copy = Path.of(args[4]);
    for (String act : args[0].split(",")) {
      try {
        switch (act) {
          case "open" -> open(root);
          case "rsa" -> fillRsa(module);
          case "unwrap" -> {
            try (DataFolder folder = DataFolder.open(root)) {
              KeyPlace.unwrap(folder, SoftHsm.PIN.toCharArray());
            }
            OUT.println("unwrapped");
          }
          case "lose" -> {
            try (Token token = Token.open(module, Optional.empty(), SoftHsm.PIN.toCharArray())) {
              token.keys().deleteEntry("motcua");
            }
          }
          case "block" -> Files.createDirectories(obstacle(root).resolve("x"));
          case "unblock" -> {
            Files.delete(obstacle(root).resolve("x"));
            Files.delete(obstacle(root));
          }
          case "uncopy" -> Files.delete(copy);
          case "files" ->
              OUT.printf(
                  "plain %s, wrapped %s, copy %s%n",
                  Files.exists(root.resolve("keys/lookup.key")),
                  Files.exists(root.resolve("keys/lookup.wrapped")),
                  Files.exists(copy));
          case "badpin" -> Files.writeString(pinFile, "999999\n");
          case "goodpin" -> Files.writeString(pinFile, SoftHsm.PIN + "\r\n");
          case "nopin" -> Files.delete(pinFile);
          case "othertoken" -> rename(root, "\"kho\"", "\"khác\"");
          case "sametoken" -> rename(root, "\"khác\"", "\"kho\"");
          default -> {
            String key = act.replace("wrap-", "");
            try (DataFolder folder = DataFolder.open(root)) {
              KeyPlace.wrap(
                  folder,
                  new KeyPlace.Wish(module, Optional.of("kho"), key, Optional.of(pinFile)),
                  Optional.of(copy),
                  SoftHsm.PIN.toCharArray());
            }
            OUT.println("wrapped by " + key);
          }
        }
      } catch (FaultException e) {
        OUT.println(act + ": " + e.fault().code());
      }
    }
    System.exit(0);
  }

  /** Stands where the wrapped secret is written before it gets its name. */
  private static Path obstacle(Path root) {
    return root.resolve("keys/lookup.wrapped.part");
  }

  private static void open(Path root) throws FaultException {
    try (DataFolder folder = DataFolder.open(root);
        DossierStore store = DossierStore.open(folder, CLOCK)) {
      OUT.println("opened " + store.list(Optional.empty(), "").getFirst().applicant().name());
    }
  }

  private static void rename(Path root, String from, String to) throws IOException {
    Path file = root.resolve("keys").resolve(WrappedKey.FILE);
    Files.writeString(file, Files.readString(file).replace(from, to));
  }

  private static void fillRsa(Path module) throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    KeyPair pair = generator.generateKeyPair();
    X500Principal name = new X500Principal("CN=Trung tâm thử");
    X509Certificate certificate =
        new JcaX509CertificateConverter()
            .getCertificate(
                new JcaX509v3CertificateBuilder(
                        name,
                        BigInteger.ONE,
                        Date.from(Instant.now().minus(Duration.ofDays(1))),
                        Date.from(Instant.now().plus(Duration.ofDays(365))),
                        name,
                        pair.getPublic())
                    .build(new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate())));
    try (Token token = Token.open(module, Optional.empty(), SoftHsm.PIN.toCharArray())) {
      KeyStore keys = token.keys();
      keys.setKeyEntry("rsa", pair.getPrivate(), null, new Certificate[] {certificate});
      keys.store(null);
    }
  }
}
