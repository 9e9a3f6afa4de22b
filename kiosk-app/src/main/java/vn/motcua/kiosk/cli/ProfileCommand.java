package vn.motcua.kiosk.cli;

import java.io.PrintStream;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vn.motcua.kiosk.desk.KeptProfile;
import vn.motcua.kiosk.desk.ProfileFault;
import vn.motcua.kiosk.desk.ScanProfile;
import vn.motcua.kiosk.desk.ScanProfiles;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.FaultSentences;
import vn.motcua.scanner.paper.ScanFault;

/** {@code profile}: the ways of scanning that have a name. */
@Command(
    name = "profile",
    description = "The ways of scanning that have a name: shows, makes and locks them.")
final class ProfileCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        Objects.requireNonNull(spec).commandLine(), "profile: which command?");
  }

  /** With all that can be done. */
  static CommandLine line(PrintStream out, FaultSentences sentences, Tools tools) {
    return new CommandLine(new ProfileCommand())
        .addSubcommand(new ProfileListCommand(out, sentences, tools))
        .addSubcommand(new ProfileMakeCommand(out, sentences, tools))
        .addSubcommand(new ProfileShowCommand(out, sentences, tools))
        .addSubcommand(new ProfileTestCommand(out, sentences, tools))
        .addSubcommand(new ProfileExportCommand(out, sentences, tools))
        .addSubcommand(new ProfileImportCommand(out, sentences, tools))
        .addSubcommand(new ProfileLockCommand(out, sentences, tools))
        .addSubcommand(new ProfileUnlockCommand(out, sentences, tools))
        .addSubcommand(new ProfileRemoveCommand(out, sentences, tools));
  }

  /** What all of them have in common: a fault names the profile, the file or the setting. */
  abstract static class Part extends JsonCommand {
    private final Tools tools;

    Part(PrintStream out, FaultSentences sentences, Tools tools) {
      super(out, sentences);
      this.tools = tools;
    }

    final Tools tools() {
      return tools;
    }

    final ScanProfiles profiles() throws FaultException {
      return tools.profiles().profiles();
    }

    abstract Reply answer() throws FaultException, PartlyDone;

    @Override
    final Reply work() throws FaultException, PartlyDone {
      try {
        return answer();
      } catch (FaultException e) {
        throw named(e);
      }
    }
  }

  /** The same fault with what it is about. */
  static PartlyDone named(FaultException e) throws FaultException {
    Map<String, Object> about = Reply.object();
    switch (e.fault()) {
      case ProfileFault.None none -> about.put("profile", none.name());
      case ProfileFault.Locked locked -> about.put("profile", locked.name());
      case ProfileFault.Exists exists -> about.put("profile", exists.name());
      case ProfileFault.NotLocked open -> about.put("profile", open.name());
      case ProfileFault.Damaged damaged -> about.put("file", damaged.file());
      case ProfileFault.Wait wait -> about.put("seconds", wait.seconds());
      case ScanFault.UnsupportedSetting lacks -> about.put("setting", lacks.setting());
      default -> throw e;
    }
    about.values().forEach(what -> System.err.println(e.fault().code() + ": " + what));
    return new PartlyDone(e.fault(), about);
  }

  /** A profile for machines. */
  static Map<String, Object> json(ScanProfile profile, boolean locked) {
    Map<String, Object> json = Reply.object();
    json.put("name", profile.name());
    json.put("device", profile.device().toString());
    json.put("source", profile.source().name());
    json.put("mode", profile.mode().name());
    json.put("dpi", profile.dpi());
    json.put("size", profile.size().name());
    json.put("quality", profile.quality());
    json.put("blanks", profile.blanks().name());
    json.put("note", profile.note());
    json.put("locked", locked);
    return json;
  }

  /** A profile for people, on one line. */
  static String text(KeptProfile kept) {
    ScanProfile profile = kept.profile();
    return profile.name()
        + "  "
        + profile.device()
        + "  "
        + profile.source()
        + " "
        + profile.mode()
        + " "
        + profile.dpi()
        + " dpi "
        + profile.size()
        + (kept.locked() ? "  LOCKED" : "");
  }
}
