package vn.motcua.kiosk.cli;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vn.motcua.kiosk.store.DataFolder;
import vn.motcua.kiosk.store.KeyPlace;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.FaultSentences;

/** {@code key show|wrap|unwrap}: where the secret of a data folder lies. */
@Command(name = "key", description = "Where the key of the data lies: in a file or in a token.")
final class KeyCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  static CommandLine line(PrintStream out, FaultSentences sentences, Tools tools) {
    return new CommandLine(new KeyCommand())
        .addSubcommand(new Show(out, sentences, tools))
        .addSubcommand(new Wrap(out, sentences, tools))
        .addSubcommand(new Unwrap(out, sentences, tools));
  }

  @Override
  public void run() {
    throw new ParameterException(
        java.util.Objects.requireNonNull(spec).commandLine(), "Which one: show, wrap or unwrap?");
  }

  private static Reply reply(Path data) throws FaultException {
    KeyPlace.Shown shown = KeyPlace.show(data);
    Map<String, Object> json = Reply.object();
    json.put("place", shown.token().isPresent() ? "token" : "file");
    json.put("token", shown.token().orElse(null));
    json.put("file", shown.file().toString());
    return new Reply(
        json,
        shown
            .token()
            .map(token -> "token \"" + token + "\", wrapped in " + shown.file())
            .orElse("file " + shown.file()));
  }

  /** Where it is now. */
  @Command(name = "show", description = "Says where the key is.")
  static final class Show extends DataCommand {
    Show(PrintStream out, FaultSentences sentences, Tools tools) {
      super(out, sentences, tools);
    }

    @Override
    Reply work() throws FaultException {
      return reply(data());
    }
  }

  /** Into a token. */
  @Command(name = "wrap", description = "Wraps the key by one in a PKCS#11 token.")
  static final class Wrap extends DataCommand {
    @Spec private @Nullable CommandSpec spec;

    @Option(
        names = "--pkcs11",
        required = true,
        paramLabel = "MODULE",
        description = "the token's library")
    private Path module = Path.of("module");

    @Option(
        names = "--token",
        paramLabel = "LABEL",
        description = "the token's name; needed if several are plugged in")
    private @Nullable String label;

    @Option(
        names = "--key-name",
        paramLabel = "NAME",
        description = "the key in the token; an AES key is made if there is none",
        defaultValue = "motcua")
    private String key = "motcua";

    @Option(
        names = "--copy",
        paramLabel = "FILE",
        description = "writes the plain key there, to be locked away for the day the token is lost")
    private @Nullable Path copy;

    @Option(names = "--without-copy", description = "no copy: if the token is lost, all is lost")
    private boolean withoutCopy;

    @Option(
        names = "--start-pin-file",
        paramLabel = "FILE",
        description = "where the PIN lies whenever the program starts; outside the data folder")
    private @Nullable Path pinFile;

    @ArgGroup private PinSource pin = new PinSource();

    Wrap(PrintStream out, FaultSentences sentences, Tools tools) {
      super(out, sentences, tools);
    }

    @Override
    Reply work() throws FaultException {
      if ((copy == null) != withoutCopy) {
        throw wrong("say where a copy goes (--copy), or that none is wanted (--without-copy)");
      }
      if (copy != null) {
        OutFile.check(spec, "--copy", copy, List.of());
        if (Files.exists(copy, LinkOption.NOFOLLOW_LINKS)) {
          // It may be the only copy of another folder's key.
          throw wrong("--copy is there already; nothing is written over: " + copy);
        }
      }
      Path root = data().toAbsolutePath().normalize();
      for (Path outside : Arrays.asList(copy, pinFile)) {
        if (outside != null && outside.toAbsolutePath().normalize().startsWith(root)) {
          throw wrong(outside + " lies in the data folder, from which the key is to be kept apart");
        }
      }
      char[] secret = pin.read(spec);
      try (DataFolder folder = DataFolder.open(root)) {
        KeyPlace.wrap(
            folder,
            new KeyPlace.Wish(
                module, Optional.ofNullable(label), key, Optional.ofNullable(pinFile)),
            Optional.ofNullable(copy),
            secret);
      } finally {
        Arrays.fill(secret, '\0');
      }
      return reply(root);
    }

    private ParameterException wrong(String why) {
      return new ParameterException(java.util.Objects.requireNonNull(spec).commandLine(), why);
    }
  }

  /** Out of the token. */
  @Command(name = "unwrap", description = "Lays the key down as a plain file again.")
  static final class Unwrap extends DataCommand {
    @Spec private @Nullable CommandSpec spec;
    @ArgGroup private PinSource pin = new PinSource();

    Unwrap(PrintStream out, FaultSentences sentences, Tools tools) {
      super(out, sentences, tools);
    }

    @Override
    Reply work() throws FaultException {
      char[] secret = pin.read(spec);
      try (DataFolder folder = DataFolder.open(data())) {
        KeyPlace.unwrap(folder, secret);
      } finally {
        Arrays.fill(secret, '\0');
      }
      return reply(data());
    }
  }
}
