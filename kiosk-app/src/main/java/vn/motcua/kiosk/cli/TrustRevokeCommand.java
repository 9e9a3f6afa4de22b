package vn.motcua.kiosk.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.FaultSentences;
import vn.motcua.scanner.chip.EnrolledAnchors;

/** {@code trust revoke}: something that was learnt here counts no longer. */
@Command(name = "revoke", description = "Makes an issuer that was learnt here count no longer.")
final class TrustRevokeCommand extends TrustCommand.Part {
  @Parameters(paramLabel = "ID", description = "sixteen hexadecimal digits from: trust list")
  private String id = "";

  @Option(names = "--why", required = true, paramLabel = "TEXT", description = "for the log")
  private String why = "";

  @Option(names = "--by", required = true, paramLabel = "NAME", description = "for the log")
  private String by = "";

  TrustRevokeCommand(PrintStream out, FaultSentences sentences, Tools tools) {
    super(out, sentences, tools);
  }

  @Override
  Reply work() throws FaultException {
    EnrolledAnchors revoked = new EnrolledAnchors(List.of(desk().revoke(id, why, by)));
    Map<String, Object> json = Reply.object();
    json.put("enrolled", TrustCommand.learnt(revoked));
    return new Reply(json, TrustCommand.text(revoked).stripTrailing());
  }
}
