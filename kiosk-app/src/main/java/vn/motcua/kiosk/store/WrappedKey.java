package vn.motcua.kiosk.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.kiosk.store.seal.MasterKey;
import vn.motcua.kiosk.token.Pins;
import vn.motcua.kiosk.token.Token;
import vn.motcua.kiosk.token.TokenException;
import vn.motcua.kiosk.token.WrappingKey;
import vn.motcua.scanner.FaultException;

/**
 * The secret of a data folder, wrapped by a key in a token: whoever takes the disk only has
 * nothing. What stands in {@code keys/lookup.wrapped}.
 *
 * @param module the token's library
 * @param token the token's name
 * @param key the name of the key in it
 * @param pinFile a file with the PIN, for a start without people; never in the data folder
 * @param wrapped the secret
 */
record WrappedKey(Path module, String token, String key, Optional<Path> pinFile, byte[] wrapped) {
  /** Its name in the folder of keys. */
  static final String FILE = "lookup.wrapped";

  /** Where a service manager lays the PIN (systemd's LoadCredential). */
  private static final String CREDENTIALS = "CREDENTIALS_DIRECTORY";

  private static final String CREDENTIAL = "motcua-key-pin";
  private static final int LONGEST_PIN = 1024;
  private static final byte[] CONTEXT = "motcua lookup.key".getBytes(StandardCharsets.UTF_8);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Wraps; and proves that the token gives it back. */
  static WrappedKey wrap(
      MasterKey master,
      Path module,
      Optional<String> label,
      String key,
      Optional<Path> pinFile,
      char[] pin)
      throws FaultException {
    byte[] secret = master.copy();
    try (Token token = Token.open(module, label, pin)) {
      byte[] wrapped = new WrappingKey(token, key).wrap(secret, CONTEXT);
      WrappedKey made = new WrappedKey(module, token.label(), key, pinFile, wrapped);
      if (!made.open(pin).fingerprint().equals(master.fingerprint())) {
        throw new FaultException(new StoreFault.KeyToken(TokenException.Trouble.REFUSED));
      }
      return made;
    } catch (TokenException trouble) {
      throw fault(trouble);
    } finally {
      MasterKey.wipe(secret);
    }
  }

  /** Unwraps with the PIN that lies where the machine was told. */
  MasterKey open() throws FaultException {
    char[] pin = pin();
    try {
      return open(pin);
    } finally {
      Arrays.fill(pin, '\0');
    }
  }

  MasterKey open(char[] pin) throws FaultException {
    try (Token open = Token.open(module, Optional.of(token), pin)) {
      byte[] secret = new WrappingKey(open, key).unwrap(wrapped, CONTEXT);
      if (secret.length != MasterKey.BYTES) {
        throw new FaultException(new StoreFault.KeyToken(TokenException.Trouble.REFUSED));
      }
      MasterKey master = new MasterKey(secret);
      MasterKey.wipe(secret);
      return master;
    } catch (TokenException trouble) {
      throw fault(trouble);
    }
  }

  byte[] json() {
    Map<String, String> fields =
        new TreeMap<>(
            Map.of(
                "module",
                module.toString(),
                "token",
                token,
                "key",
                key,
                "wrapped",
                Base64.getEncoder().encodeToString(wrapped)));
    pinFile.ifPresent(file -> fields.put("pinFile", file.toString()));
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(fields);
  }

  /**
   * @throws FaultException with {@link StoreFault.KeyMissing} if it is not what was written
   */
  static WrappedKey read(Path file) throws FaultException {
    try {
      JsonNode fields = JSON.readTree(Files.readAllBytes(file));
      String pinFile = fields.path("pinFile").asString("");
      return new WrappedKey(
          Path.of(fields.path("module").asString("")),
          fields.path("token").asString(""),
          fields.path("key").asString(""),
          pinFile.isEmpty() ? Optional.empty() : Optional.of(Path.of(pinFile)),
          Base64.getDecoder().decode(fields.path("wrapped").asString("")));
    } catch (IOException trouble) {
      throw Trouble.of(trouble, file);
    } catch (JacksonException | IllegalArgumentException broken) {
      throw new FaultException(new StoreFault.KeyMissing(), broken);
    }
  }

  private char[] pin() throws FaultException {
    String credentials = System.getenv(CREDENTIALS);
    Optional<Path> file =
        credentials != null && Files.exists(Path.of(credentials, CREDENTIAL))
            ? Optional.of(Path.of(credentials, CREDENTIAL))
            : pinFile;
    if (file.isEmpty()) {
      throw new FaultException(new StoreFault.KeyPinMissing());
    }
    try (var in = Files.newInputStream(file.get())) {
      return Pins.firstLine(in.readNBytes(LONGEST_PIN));
    } catch (IOException unreadable) {
      throw new FaultException(new StoreFault.KeyPinMissing(), unreadable);
    }
  }

  private static FaultException fault(TokenException trouble) {
    return new FaultException(new StoreFault.KeyToken(trouble.trouble()), trouble);
  }
}
