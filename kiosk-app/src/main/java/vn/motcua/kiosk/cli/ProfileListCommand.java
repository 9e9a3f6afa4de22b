package vn.motcua.kiosk.cli;

import java.io.PrintStream;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import vn.motcua.kiosk.desk.ProfileList;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.FaultSentences;

/** {@code profile list}: all of them, and files that cannot be understood. */
@Command(name = "list", description = "All profiles; the first is the counter's main button.")
final class ProfileListCommand extends ProfileCommand.Part {
  ProfileListCommand(PrintStream out, FaultSentences sentences, Tools tools) {
    super(out, sentences, tools);
  }

  @Override
  Reply answer() throws FaultException {
    ProfileList list = profiles().list();
    Map<String, Object> json = Reply.object();
    json.put(
        "profiles",
        list.profiles().stream()
            .map(kept -> ProfileCommand.json(kept.profile(), kept.locked()))
            .toList());
    json.put("damaged", list.damaged());
    String text =
        Stream.concat(
                list.profiles().stream().map(ProfileCommand::text),
                list.damaged().stream().map(file -> "DAMAGED  " + file))
            .collect(Collectors.joining("\n"));
    return new Reply(json, text);
  }
}
