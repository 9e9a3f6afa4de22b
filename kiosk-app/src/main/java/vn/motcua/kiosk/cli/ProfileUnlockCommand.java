package vn.motcua.kiosk.cli;

import java.io.PrintStream;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.FaultSentences;

/** {@code profile unlock NAME --pin}. */
@Command(name = "unlock", description = "Takes the lock off a profile.")
final class ProfileUnlockCommand extends ProfileCommand.Part {
  @Parameters(paramLabel = "NAME", description = "which profile")
  private String name = "";

  @Option(
      names = "--pin",
      required = true,
      interactive = true,
      arity = "0..1",
      description = "the one that it was locked with; asked for if not given here")
  private String pin = "";

  ProfileUnlockCommand(PrintStream out, FaultSentences sentences, Tools tools) {
    super(out, sentences, tools);
  }

  @Override
  Reply answer() throws FaultException {
    profiles().unlock(name, pin);
    Map<String, Object> json = Reply.object();
    json.put("profile", name);
    json.put("locked", false);
    return new Reply(json, name + ": unlocked");
  }
}
