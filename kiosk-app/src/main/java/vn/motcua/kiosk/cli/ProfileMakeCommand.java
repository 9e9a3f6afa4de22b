package vn.motcua.kiosk.cli;

import java.io.PrintStream;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.motcua.kiosk.desk.BlankPages;
import vn.motcua.kiosk.desk.ScanProfile;
import vn.motcua.scanner.Fault;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.FaultSentences;
import vn.motcua.scanner.paper.ScannerId;

/** {@code profile make NAME}: a new one, or with {@code --replace} another in its place. */
@Command(
    name = "make",
    description = "Makes a profile and holds it against what its device can do.")
final class ProfileMakeCommand extends ProfileCommand.Part {
  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "NAME", description = "what people call it")
  private String name = "";

  @Option(names = "--device", required = true, description = "an id that 'devices' prints")
  private String device = "";

  @ArgGroup(exclusive = false)
  private ScanOptions how = new ScanOptions();

  @Option(names = "--blanks", description = "keep or propose (default ${DEFAULT-VALUE})")
  private BlankPages blanks = BlankPages.KEEP;

  @Option(names = "--note", description = "one line for people")
  private String note = "";

  @Option(names = "--replace", description = "change the profile of that name, if there is one")
  private boolean replace;

  ProfileMakeCommand(PrintStream out, FaultSentences sentences, Tools tools) {
    super(out, sentences, tools);
  }

  @Override
  Reply answer() throws FaultException {
    ScanProfile profile;
    try {
      profile =
          new ScanProfile(
              name,
              ScannerId.parse(device),
              how.source(),
              how.colour(),
              how.dpi(),
              how.pageSize(),
              how.quality(),
              blanks,
              note);
    } catch (IllegalArgumentException wrong) {
      throw new ParameterException(
          Objects.requireNonNull(spec).commandLine(), String.valueOf(wrong.getMessage()), wrong);
    }
    Optional<Fault> unchecked = tools().profiles().check(profile);
    boolean there =
        replace
            && profiles().list().profiles().stream()
                .anyMatch(kept -> kept.profile().name().equalsIgnoreCase(profile.name()));
    if (there) {
      profiles().change(profile.name(), profile);
    } else {
      profiles().make(profile);
    }
    Map<String, Object> json = ProfileCommand.json(profile, false);
    unchecked.ifPresent(fault -> json.put("unchecked", fault.code()));
    return new Reply(
        json,
        profile.name()
            + ": kept"
            + unchecked
                .map(fault -> ", but not held against the device (" + fault.code() + ")")
                .orElse(""));
  }
}
