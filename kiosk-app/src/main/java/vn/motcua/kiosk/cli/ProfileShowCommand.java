package vn.motcua.kiosk.cli;

import java.io.PrintStream;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import vn.motcua.kiosk.desk.KeptProfile;
import vn.motcua.scanner.Fault;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.FaultSentences;

/** {@code profile show NAME}: one of them, held against its device. */
@Command(name = "show", description = "One profile, held against what its device can do.")
final class ProfileShowCommand extends ProfileCommand.Part {
  @Parameters(paramLabel = "NAME", description = "which profile")
  private String name = "";

  ProfileShowCommand(PrintStream out, FaultSentences sentences, Tools tools) {
    super(out, sentences, tools);
  }

  @Override
  Reply answer() throws FaultException {
    KeptProfile kept = profiles().find(name);
    Map<String, Object> json = ProfileCommand.json(kept.profile(), kept.locked());
    String fits;
    try {
      Optional<Fault> cannotAsk = tools().profiles().check(kept.profile());
      fits = cannotAsk.map(Fault::code).orElse("yes");
    } catch (FaultException lacks) {
      fits = lacks.fault().code();
    }
    json.put("fits", fits);
    String text =
        json.entrySet().stream()
            .map(entry -> entry.getKey() + ": " + entry.getValue())
            .collect(Collectors.joining("\n"));
    return new Reply(json, text);
  }
}
