package vn.motcua.kiosk.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
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
  private static final DateTimeFormatter PEOPLE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xxx", Locale.ROOT);

  private static final Pattern MOMENT =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d{1,9})?)?Z");

  private final FaultSentences sentences;
  private final Tools tools;
  private final Clock clock;
  private final SigningWords words = new SigningWords();

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
    for (SignatureVerdict each : signatures) {
      all.add(json(each));
    }
    json.put("signatures", all);
    if (verdict.isGood()) {
      String text =
          words.both(language ->
              lines(signatures, language) + '\n' + sentence(verdict.outcome(), language));
      return new Reply(json, text);
    }
    if (!signatures.isEmpty()) {
      tell(words.both(language -> lines(signatures, language)));
    }
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

  private String lines(List<SignatureVerdict> signatures, Locale language) {
    return signatures.stream().map(each -> line(each, language)).collect(Collectors.joining("\n"));
  }

  private String line(SignatureVerdict one, Locale language) {
    String changes =
        one.changes().stream()
            .map(c -> words.say(language, "change." + c.kind().name(), c.where()))
            .distinct()
            .limit(5)
            .collect(Collectors.joining(", "));
    return words.say(
        language,
        "verdict",
        one.field(),
        one.outcome(),
        words.say(language, "outcome." + one.outcome().name()),
        one.signer().isEmpty() ? "?" : one.signer(),
        one.organisation().isEmpty()
            ? ""
            : words.say(language, "verdict.organisation", one.organisation()),
        one.time().map(this::local).orElse("?"),
        words.say(language, one.proven() ? "verdict.proven" : "verdict.claimed"),
        one.level(),
        local(words.phrase(language, one.revocation())),
        one.whole()
            ? words.say(language, "verdict.whole")
            : words.say(language, "verdict.part", one.covered()),
        changes.isEmpty() ? "" : words.say(language, "verdict.changes", changes),
        one.detail().isEmpty()
            ? ""
            : words.say(language, "verdict.detail", local(words.phrase(language, one.detail()))));
  }

  /** As the clock on the wall shows it, with its distance from UTC. */
  private String local(Instant moment) {
    return PEOPLE.format(moment.atZone(clock.getZone()));
  }

  /** Moments within a phrase, too. */
  private String local(String phrase) {
    return MOMENT.matcher(phrase).replaceAll(found -> local(Instant.parse(found.group())));
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
