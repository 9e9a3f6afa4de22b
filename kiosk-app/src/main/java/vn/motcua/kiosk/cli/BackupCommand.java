package vn.motcua.kiosk.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vn.motcua.kiosk.store.Backup;
import vn.motcua.kiosk.store.BackupFault;
import vn.motcua.kiosk.store.BackupManifest;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.FaultSentences;

/** {@code backup --out FILE}: all that a data folder keeps, while the program runs. */
@Command(
    name = "backup",
    description = "Writes a backup of the data folder, while the program runs or not.")
final class BackupCommand extends DataCommand {
  private final Clock clock;

  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "what to write")
  private Path out = Path.of("backup.zip");

  @Option(
      names = "--with-key",
      description = "the keys as well, sealed by a passphrase; without it keep them apart")
  private boolean withKey;

  @ArgGroup private PinSource passphrase = new PinSource();

  BackupCommand(PrintStream out, FaultSentences sentences, Tools tools, Clock clock) {
    super(out, sentences, tools);
    this.clock = clock;
  }

  @Override
  Reply work() throws FaultException, PartlyDone {
    OutFile.check(spec, "--out", out, List.of());
    if (out.toAbsolutePath().normalize().startsWith(data().toAbsolutePath().normalize())) {
      throw new ParameterException(
          Objects.requireNonNull(spec).commandLine(), "--out is inside the data folder: " + out);
    }
    Optional<char[]> secret = withKey ? Optional.of(passphrase.read(spec)) : Optional.empty();
    try {
      BackupManifest made = Backup.write(data(), out, secret, clock);
      Map<String, Object> json = json(made);
      json.put("out", out.toString());
      Reply reply = new Reply(json, out + (withKey ? "" : " (without keys)") + ": " + text(made));
      if (!made.whole()) {
        // Kept: it may be all that there is. But whoever had it made at night has to learn of it.
        tell(reply.text());
        throw new PartlyDone(new BackupFault.NotWhole(), json);
      }
      return reply;
    } finally {
      secret.ifPresent(typed -> Arrays.fill(typed, '\0'));
    }
  }

  static Map<String, Object> json(BackupManifest manifest) {
    Map<String, Object> json = Reply.object();
    json.put("at", manifest.at().toString());
    json.put("site", manifest.head().head().site());
    json.put("seq", manifest.head().head().seq());
    json.put("hash", manifest.head().head().hash());
    json.put("whole", manifest.whole());
    json.put("files", manifest.files().size());
    json.put("bytes", bytes(manifest));
    json.put("counts", manifest.counts());
    return json;
  }

  static String text(BackupManifest manifest) {
    return manifest.counts().getOrDefault("dossier", 0L)
        + " dossiers, "
        + manifest.files().size()
        + " files, "
        + bytes(manifest)
        + " bytes, chain up to "
        + manifest.head().head().seq()
        + (manifest.whole() ? "" : "; the audit finds something: run audit verify");
  }

  private static long bytes(BackupManifest manifest) {
    return manifest.files().values().stream().mapToLong(BackupManifest.Part::bytes).sum();
  }
}
