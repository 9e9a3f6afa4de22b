package vn.motcua.kiosk.paper.sign;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.motcua.kiosk.token.Token;
import vn.motcua.scanner.FaultException;

/** Uses a token, in a process of its own. */
final class TokenProcess {
  private static final char[] PIN = "123456".toCharArray();

  private TokenProcess() {}

  public static void main(String[] args) throws Exception {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Path module = Path.of(args[1]);
    Path folder = Path.of(args[2]);
    Optional<String> label = Optional.of("can-bo");
    for (String act : args[0].split(",")) {
      try {
        switch (act) {
          case "fill" -> {
            fill(module, folder);
            out.println("FILLED");
          }
          case "sign" -> {
            try (TokenKey key = TokenKey.open(module, label, Optional.empty(), PIN)) {
              sign(key, folder, "out.pdf");
              out.println("SIGNED " + key.place());
            }
          }
          case "pin" -> TokenKey.open(module, label, Optional.empty(), "999999".toCharArray());
          case "label" -> TokenKey.open(module, Optional.of("khác"), Optional.empty(), PIN);
          case "alias" -> TokenKey.open(module, label, Optional.of("khác"), PIN);
          default -> {
            try (TokenKey key = TokenKey.open(module, label, Optional.empty(), PIN)) {
              sign(new PulledOut(key, folder.resolve("tokens")), folder, "gone.pdf");
            }
          }
        }
      } catch (FaultException e) {
        out.println(act + ": FAULT " + e.fault().code());
        e.printStackTrace(out);
      }
    }
    System.exit(0);
  }

  /** The token's files vanish between login and signature; they come back afterwards. */
  private record PulledOut(SigningKey key, Path tokens) implements SigningKey {
    @Override
    public List<java.security.cert.X509Certificate> certificates() {
      return key.certificates();
    }

    @Override
    public byte[] sign(byte[] message) throws FaultException {
      Path away = tokens.resolveSibling("away");
      try {
        copy(tokens, away);
        clear(tokens);
        try {
          return key.sign(message);
        } finally {
          copy(away, tokens);
        }
      } catch (java.io.IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }

    private static void copy(Path from, Path to) throws java.io.IOException {
      try (Stream<Path> all = Files.walk(from)) {
        for (Path each : all.toList()) {
          Path target = to.resolve(from.relativize(each).toString());
          if (Files.isDirectory(each)) {
            Files.createDirectories(target);
          } else {
            Files.copy(each, target, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
          }
        }
      }
    }

    private static void clear(Path folder) throws java.io.IOException {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
          if (!each.equals(folder)) {
            Files.delete(each);
          }
        }
      }
    }

    @Override
    public String place() {
      return key.place();
    }

    @Override
    public void close() {
      key.close();
    }
  }

  private static void sign(SigningKey key, Path folder, String name) throws FaultException {
    new PdfSigner(TrustFolder.EMPTY, Optional.empty(), Clock.systemUTC())
        .sign(SignKit.request(folder.resolve("in.pdf"), folder.resolve(name), Level.B_B), key);
  }

  private static void fill(Path module, Path folder) throws Exception {
    KeyStore file = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(folder.resolve("key.p12"))) {
      file.load(in, PIN);
    }
    try (Token open = Token.open(module, Optional.of("can-bo"), PIN)) {
      KeyStore token = open.keys();
      token.setKeyEntry("ky", file.getKey("ky", PIN), null, file.getCertificateChain("ky"));
      token.store(null);
    }
  }
}
