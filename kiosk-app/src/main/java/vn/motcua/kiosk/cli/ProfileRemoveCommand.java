package vn.motcua.kiosk.cli;

import java.io.PrintStream;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.FaultSentences;

/** {@code profile remove NAME}. */
@Command(name = "remove", description = "Removes a profile that is not locked.")
final class ProfileRemoveCommand extends ProfileCommand.Part {
  @Parameters(paramLabel = "NAME", description = "which profile")
  private String name = "";

  ProfileRemoveCommand(PrintStream out, FaultSentences sentences, Tools tools) {
    super(out, sentences, tools);
  }

  @Override
  Reply answer() throws FaultException {
    profiles().remove(name);
    Map<String, Object> json = Reply.object();
    json.put("profile", name);
    json.put("removed", true);
    return new Reply(json, name + ": removed");
  }
}
