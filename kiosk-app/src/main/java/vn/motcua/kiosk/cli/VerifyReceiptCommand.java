package vn.motcua.kiosk.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.motcua.kiosk.forms.receipt.ReceiptClaim;
import vn.motcua.kiosk.forms.receipt.ReceiptFault;
import vn.motcua.kiosk.forms.receipt.ReceiptVerdict;
import vn.motcua.kiosk.forms.receipt.ReceiptVerifier;
import vn.motcua.kiosk.forms.receipt.SiteKey;
import vn.motcua.kiosk.forms.receipt.SiteSigner;
import vn.motcua.kiosk.forms.receipt.TrustedSites;
import vn.motcua.kiosk.pdf.WholeFile;
import vn.motcua.scanner.Fault;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.FaultSentence;
import vn.motcua.scanner.FaultSentences;

/**
 * {@code verify-receipt FILE|TEXT}: whether a receipt is genuine, without a network. Exit code 0
 * only if it is; 1 for every other verdict.
 */
@Command(
    name = "verify-receipt",
    description =
        "Proves a receipt by the signature in its QR, without a network; exit code 0 only"
            + " if a trusted site has signed exactly this.")
final class VerifyReceiptCommand extends JsonCommand {
  private final FaultSentences sentences;
  private final Tools tools;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      paramLabel = "FILE|TEXT",
      arity = "0..1",
      description = "the receipt as PDF or picture, or the text of its QR")
  private @Nullable String what;

  @Option(
      names = "--site-key",
      paramLabel = "FILE",
      description = "believe only this site's public key")
  private @Nullable Path siteKey;

  @Option(
      names = "--export-key",
      paramLabel = "FILE",
      description = "write this site's public key, for the folder receipt-sites of others")
  private @Nullable Path export;

  @Option(names = "--data", paramLabel = "DIR", description = "the data folder")
  private @Nullable Path data;

  VerifyReceiptCommand(PrintStream out, FaultSentences sentences, Tools tools) {
    super(out, sentences);
    this.sentences = sentences;
    this.tools = tools;
  }

  @Override
  Reply work() throws FaultException, PartlyDone {
    if ((what == null) == (export == null)) {
      throw wrong("Give either a receipt or --export-key.");
    }
    Path folder = data == null ? tools.home() : data;
    try {
      return what == null ? exported(folder, Objects.requireNonNull(export)) : judged(folder, what);
    } catch (IOException e) {
      throw new FaultException(new ReceiptFault.Unreadable(), e);
    }
  }

  private Reply exported(Path folder, Path target) throws FaultException, IOException {
    OutFile.check(spec, "--export-key", target, List.of());
    SiteKey key =
        SiteSigner.publicKey(folder.resolve("keys"))
            .orElseThrow(() -> new FaultException(new ReceiptFault.KeyDamaged(), "no key yet"));
    String pem = Files.readString(folder.resolve("keys").resolve("receipt-signing.pem"));
    WholeFile.write(target, out -> out.write(pem.getBytes(StandardCharsets.UTF_8)));
    Map<String, Object> json = Reply.object();
    json.put("file", target.toAbsolutePath().toString());
    json.put("fingerprint", key.fingerprint());
    return new Reply(json, target + "\n" + key.fingerprint());
  }

  private Reply judged(Path folder, String given) throws FaultException, PartlyDone, IOException {
    TrustedSites sites = new TrustedSites();
    if (siteKey == null) {
      SiteSigner.publicKey(folder.resolve("keys")).ifPresent(key -> sites.and(key, "this site"));
      sites.in(folder.resolve("receipt-sites"));
    } else {
      if (!Files.isRegularFile(siteKey)) {
        throw wrong("--site-key is no file: " + siteKey);
      }
      SiteKey key =
          SiteKey.ofPem(Files.readString(siteKey))
              .orElseThrow(() -> new FaultException(new ReceiptFault.KeyDamaged()));
      sites.and(key, String.valueOf(siteKey.getFileName()));
    }
    ReceiptVerifier verifier = new ReceiptVerifier(sites);
    Optional<Path> file = file(given);
    ReceiptVerdict verdict = file.isPresent() ? verifier.file(file.get()) : verifier.text(given);
    Map<String, Object> json = json(verdict);
    if (verdict.outcome() == ReceiptVerdict.Outcome.VERIFIED) {
      return new Reply(json, text(json));
    }
    Fault fault =
        switch (verdict.outcome()) {
          case UNKNOWN_SITE -> new ReceiptFault.UnknownSite();
          case NOT_SIGNED -> new ReceiptFault.NotSigned();
          case VERIFIED, CHANGED -> new ReceiptFault.Changed();
        };
    say(json, sentences.of(fault, Locale.of("vi")), sentences.of(fault, Locale.ENGLISH));
    tell(text(json));
    throw new PartlyDone(fault, json);
  }

  private static Map<String, Object> json(ReceiptVerdict verdict) {
    Map<String, Object> json = Reply.object();
    json.put("verdict", verdict.outcome().name().replace('_', ' '));
    if (verdict.outcome() == ReceiptVerdict.Outcome.VERIFIED) {
      json.put(
          "vi",
          verdict.compared()
              ? "Giấy tiếp nhận là thật: chữ trên giấy và mã vuông đúng như trung tâm đã ký."
              : "Mã vuông là thật. Hãy so mã hồ sơ, số trang, bản chính và ngày hẹn dưới đây với"
                  + " giấy.");
      json.put(
          "en",
          verdict.compared()
              ? "The receipt is genuine: its words and its QR are as the centre signed them."
              : "The QR is genuine. Compare code, pages, originals and due date below with the"
                  + " paper.");
    }
    verdict.site().ifPresent(site -> json.put("site", site));
    if (!verdict.fingerprint().isEmpty()) {
      json.put("fingerprint", verdict.fingerprint());
    }
    json.put("wordsCompared", verdict.compared());
    if (verdict.claim().isPresent()) {
      ReceiptClaim claim = verdict.claim().get();
      json.put("code", claim.code().value());
      json.put("pages", claim.pages());
      json.put("originals", claim.originals().name());
      json.put("due", claim.due().toString());
    }
    return json;
  }

  private static void say(Map<String, Object> json, FaultSentence vi, FaultSentence en) {
    json.put("vi", vi.what() + " " + vi.todo());
    json.put("en", en.what() + " " + en.todo());
  }

  private static String text(Map<String, Object> json) {
    StringBuilder text = new StringBuilder();
    json.forEach((key, value) -> text.append(key).append(": ").append(value).append('\n'));
    return text.toString().stripTrailing();
  }

  /** A name of a file that is not there is wrong use, not a receipt. */
  private Optional<Path> file(String given) {
    try {
      Path path = Path.of(given);
      if (Files.isRegularFile(path)) {
        return Optional.of(path);
      }
    } catch (InvalidPathException noName) {
      return Optional.empty();
    }
    if (given.toLowerCase(Locale.ROOT).matches(".*\\.(pdf|png|jpe?g|gif|bmp|tiff?|txt)")) {
      throw wrong("no such file: " + given);
    }
    return Optional.empty();
  }

  private ParameterException wrong(String message) {
    return new ParameterException(Objects.requireNonNull(spec).commandLine(), message);
  }
}
