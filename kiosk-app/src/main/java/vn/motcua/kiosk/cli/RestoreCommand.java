package vn.motcua.kiosk.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.motcua.kiosk.store.BackupManifest;
import vn.motcua.kiosk.store.Restore;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.FaultSentences;

/** {@code restore FILE --data DIR}: a backup into an empty folder, proven before it is there. */
@Command(name = "restore", description = "Puts a backup into an empty data folder.")
final class RestoreCommand extends JsonCommand {
  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "the backup")
  private Path file = Path.of("backup.zip");

  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      description = "the folder to restore into; empty, or not there yet")
  private Path data = Path.of("data");

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description = "the key of the data: a copy of keys/lookup.key")
  private @Nullable Path key;

  @Option(names = "--with-key", description = "the keys are in the backup, sealed by a passphrase")
  private boolean withKey;

  @Option(
      names = "--not-whole",
      description = "restores even if the audit had found something when the backup was made")
  private boolean notWhole;

  @ArgGroup private PinSource passphrase = new PinSource();

  RestoreCommand(PrintStream out, FaultSentences sentences) {
    super(out, sentences);
  }

  @Override
  Reply work() throws FaultException {
    Optional<char[]> secret = withKey ? Optional.of(passphrase.read(spec)) : Optional.empty();
    try {
      BackupManifest restored = Restore.run(file, data, Optional.ofNullable(key), secret, notWhole);
      Map<String, Object> json = BackupCommand.json(restored);
      json.put("data", data.toString());
      return new Reply(json, data + ": " + BackupCommand.text(restored));
    } finally {
      secret.ifPresent(typed -> Arrays.fill(typed, '\0'));
    }
  }
}
