package vn.motcua.kiosk.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.motcua.kiosk.paper.sign.PdfVerdict;
import vn.motcua.kiosk.paper.sign.PdfVerifier;
import vn.motcua.kiosk.paper.sign.SignatureOutcome;
import vn.motcua.kiosk.paper.sign.SignatureVerdict;
import vn.motcua.kiosk.paper.sign.TrustFolder;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.FaultSentences;

/**
 * {@code verify-pdf FILE}: what the signatures of a PDF are worth; exit code 0 only if all hold.
 */
@Command(
    name = "verify-pdf",
    description = "Judges the signatures of a PDF. Exit code 0 only if all of them hold.")
final class VerifyPdfCommand extends JsonCommand {
  private final FaultSentences sentences;
  private final Tools tools;
  private final Clock clock;

  @Parameters(paramLabel = "FILE", description = "the document")
  private Path file = Path.of("in.pdf");

  @Option(
      names = "--trust",
      paramLabel = "FOLDER",
      description = "certificates of authorities (and .crl files) instead of the installed ones")
  private @Nullable Path trust;

  @Option(
      names = "--offline",
      description = "do not ask about revocation, and accept that it is not known")
  private boolean offline;

  VerifyPdfCommand(PrintStream out, FaultSentences sentences, Tools tools, Clock clock) {
    super(out, sentences);
    this.sentences = sentences;
    this.tools = tools;
    this.clock = clock;
  }

  @Override
  Reply work() throws FaultException, PartlyDone {
    TrustFolder authorities = TrustFolder.read(trust == null ? tools.signingAuthorities() : trust);
    PdfVerdict verdict = new PdfVerifier(authorities, !offline, clock).verify(file);
    List<SignatureVerdict> signatures =
        verdict instanceof PdfVerdict.Judged judged ? judged.signatures() : List.of();
    Map<String, Object> json = Reply.object();
    json.put("file", file.toAbsolutePath().toString());
    json.put("verdict", verdict.outcome().name());
    json.put("good", verdict.isGood());
    say(json, verdict.outcome());
    List<Map<String, Object>> all = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (SignatureVerdict each : signatures) {
      all.add(json(each));
      text.append(text(each)).append('\n');
    }
    json.put("signatures", all);
    String summary =
        text
            + sentence(verdict.outcome(), Locale.of("vi"))
            + '\n'
            + sentence(verdict.outcome(), Locale.ENGLISH);
    if (verdict.isGood()) {
      return new Reply(json, summary);
    }
    tell(text.toString().stripTrailing());
    throw new PartlyDone(verdict.outcome().fault(), json);
  }

  private Map<String, Object> json(SignatureVerdict one) {
    Map<String, Object> json = Reply.object();
    json.put("field", one.field());
    json.put("verdict", one.outcome().name());
    say(json, one.outcome());
    json.put("detail", one.detail());
    json.put("signer", one.signer());
    json.put("organisation", one.organisation());
    json.put("issuer", one.issuer());
    one.time().ifPresent(time -> json.put("time", time.toString()));
    json.put("timeProven", one.proven());
    json.put("level", one.level());
    json.put("revocation", one.revocation());
    json.put("coversWholeFile", one.whole());
    json.put("coveredBytes", one.covered());
    json.put(
        "changesAfter",
        one.changes().stream()
            .map(c ->
                Map.of(
                    "kind", c.kind().name(),
                    "where", c.where(),
                    "harmless", c.kind().isHarmless()))
            .toList());
    return json;
  }

  private static String text(SignatureVerdict one) {
    String changes =
        one.changes().stream()
            .map(c -> c.kind() + " " + c.where())
            .distinct()
            .limit(5)
            .collect(Collectors.joining(", "));
    return one.field()
        + ": "
        + one.outcome()
        + ", "
        + (one.signer().isEmpty() ? "?" : one.signer())
        + (one.organisation().isEmpty() ? "" : " (" + one.organisation() + ")")
        + ", "
        + one.time().map(Object::toString).orElse("?")
        + (one.proven() ? " (proven)" : " (not proven)")
        + ", "
        + one.level()
        + ", revocation "
        + one.revocation()
        + (one.whole() ? ", whole file" : ", first " + one.covered() + " bytes")
        + (changes.isEmpty() ? "" : "; afterwards: " + changes)
        + (one.detail().isEmpty() ? "" : "; " + one.detail());
  }

  private void say(Map<String, Object> json, SignatureOutcome outcome) {
    json.put("code", outcome.code());
    json.put("vi", sentence(outcome, Locale.of("vi")));
    json.put("en", sentence(outcome, Locale.ENGLISH));
  }

  private String sentence(SignatureOutcome outcome, Locale language) {
    var sentence = sentences.of(outcome.fault(), language);
    return sentence.what() + " " + sentence.todo();
  }
}
