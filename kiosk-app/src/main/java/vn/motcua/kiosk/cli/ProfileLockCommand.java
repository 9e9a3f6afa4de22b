package vn.motcua.kiosk.cli;

import java.io.PrintStream;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.FaultSentences;

/** {@code profile lock NAME --pin}. */
@Command(
    name = "lock",
    description = "Locks a profile: it can be neither changed nor removed until it is unlocked.")
final class ProfileLockCommand extends ProfileCommand.Part {
  @Parameters(paramLabel = "NAME", description = "which profile")
  private String name = "";

  @Option(
      names = "--pin",
      required = true,
      interactive = true,
      arity = "0..1",
      description = "4 to 12 digits; asked for if not given here")
  private String pin = "";

  ProfileLockCommand(PrintStream out, FaultSentences sentences, Tools tools) {
    super(out, sentences, tools);
  }

  @Override
  Reply answer() throws FaultException {
    profiles().lock(name, pin);
    Map<String, Object> json = Reply.object();
    json.put("profile", name);
    json.put("locked", true);
    return new Reply(json, name + ": locked");
  }
}
