package vn.motcua.kiosk.cli;

import java.io.PrintStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.motcua.kiosk.paper.sign.CopyKind;
import vn.motcua.kiosk.paper.sign.FileKey;
import vn.motcua.kiosk.paper.sign.HttpTimestampAuthority;
import vn.motcua.kiosk.paper.sign.Level;
import vn.motcua.kiosk.paper.sign.Look;
import vn.motcua.kiosk.paper.sign.PdfSigner;
import vn.motcua.kiosk.paper.sign.SignRequest;
import vn.motcua.kiosk.paper.sign.Signed;
import vn.motcua.kiosk.paper.sign.SignerCheck;
import vn.motcua.kiosk.paper.sign.SigningKey;
import vn.motcua.kiosk.paper.sign.TimestampAuthority;
import vn.motcua.kiosk.paper.sign.TokenKey;
import vn.motcua.kiosk.paper.sign.TrustFolder;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.FaultSentences;

/** {@code sign IN.pdf --out OUT.pdf}: puts a PAdES signature behind a PDF. */
@Command(
    name = "sign",
    description = {
      "Signs a PDF (PAdES B-B, B-T, B-LT) with a token or a key file.",
      "The signer is checked and named before anything is signed. A key whose issuer is not"
          + " installed signs without legal value, and the page says so."
    })
final class SignCommand extends JsonCommand {
  /** Which key. */
  static final class KeyPlace {
    @Option(names = "--p12", paramLabel = "FILE", description = "a PKCS#12 file")
    private @Nullable Path file;

    @Option(
        names = "--pkcs11",
        paramLabel = "MODULE",
        description = "the PKCS#11 library of a token")
    private @Nullable Path module;
  }

  /** How it shows. */
  static final class Shown {
    @Option(
        names = "--copy",
        paramLabel = "KIND",
        converter = CopyKindWord.class,
        description = "a copy of paper: sao-y, sao-luc, trich-sao or ban-sao-dien-tu")
    private @Nullable CopyKind copy;

    @Option(
        names = "--seal",
        paramLabel = "PNG",
        description = "an incoming paper: the agency's seal, in its real size")
    private @Nullable Path seal;

    @Option(names = "--invisible", description = "nothing on the page")
    private boolean invisible;
  }

  private final Tools tools;
  private final Clock clock;
  private final SigningWords words = new SigningWords();

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "IN.pdf", description = "the document")
  private Path in = Path.of("in.pdf");

  @Option(
      names = "--out",
      paramLabel = "OUT.pdf",
      required = true,
      description = "the signed document; may be IN.pdf itself")
  private Path out = Path.of("out.pdf");

  @ArgGroup(multiplicity = "1")
  private KeyPlace place = new KeyPlace();

  @Option(names = "--token", paramLabel = "LABEL", description = "the token's name, if several")
  private @Nullable String token;

  @Option(names = "--key", paramLabel = "ALIAS", description = "the key's name, if several")
  private @Nullable String alias;

  @ArgGroup private PinSource pin = new PinSource();

  @Option(
      names = "--trust",
      paramLabel = "FOLDER",
      description = "certificates of authorities (and .crl files) instead of the installed ones")
  private @Nullable Path trust;

  @Option(names = "--tsa", paramLabel = "URL", description = "a timestamp authority (RFC 3161)")
  private @Nullable String tsa;

  @Option(
      names = "--level",
      paramLabel = "LEVEL",
      converter = LevelWord.class,
      description = "B-B, B-T or B-LT; without it B-T with --tsa, else B-B")
  private @Nullable Level level;

  @ArgGroup private Shown shown = new Shown();

  @Option(
      names = "--agency",
      paramLabel = "TEXT",
      description = "the agency on the page; without it that of the certificate")
  private String agency = "";

  @Option(names = "--reason", paramLabel = "TEXT", description = "why, for the signature's record")
  private String reason = "";

  @Option(
      names = "--allow-untrusted",
      description = "sign, without legal value, with a key of an issuer that is not installed")
  private boolean allowUntrusted;

  @Option(
      names = "--allow-unchecked",
      description = "sign although revocation could not be asked; the result says so")
  private boolean allowUnchecked;

  SignCommand(PrintStream out, FaultSentences sentences, Tools tools, Clock clock) {
    super(out, sentences);
    this.tools = tools;
    this.clock = clock;
  }

  @Override
  Reply work() throws FaultException {
    OutFile.check(spec, "--out", out, List.of());
    long begin = System.nanoTime();
    Level wanted = level != null ? level : tsa == null ? Level.B_B : Level.B_T;
    if (wanted != Level.B_B && tsa == null) {
      throw wrong("--level " + wanted.code() + " needs --tsa");
    }
    TrustFolder authorities = TrustFolder.read(trust == null ? tools.signingAuthorities() : trust);
    PdfSigner signer = new PdfSigner(authorities, authority(), clock);
    char[] secret = pin.read(spec);
    try (SigningKey key = key(secret)) {
      SignRequest request =
          new SignRequest(
              in,
              out,
              wanted,
              look(key),
              reason,
              new SignerCheck.Exceptions(allowUntrusted, allowUnchecked));
      Signed signed = signer.sign(request, key, this::show);
      return reply(signed, (System.nanoTime() - begin) / 1_000_000);
    } finally {
      Arrays.fill(secret, '\0');
    }
  }

  private SigningKey key(char[] secret) throws FaultException {
    Optional<String> name = Optional.ofNullable(alias);
    return place.module != null
        ? TokenKey.open(place.module, Optional.ofNullable(token), name, secret)
        : FileKey.open(Objects.requireNonNull(place.file), secret, name);
  }

  private Optional<TimestampAuthority> authority() {
    if (tsa == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(new HttpTimestampAuthority(new URI(tsa), clock));
    } catch (URISyntaxException e) {
      throw wrong("--tsa is no address: " + tsa);
    }
  }

  private Look look(SigningKey key) {
    String whose = agency.isBlank() ? SignerCheck.agency(key.signer()) : agency;
    if (shown.copy != null) {
      return new Look.Copy(shown.copy, whose);
    }
    if (shown.seal != null) {
      return new Look.Seal(shown.seal, whose);
    }
    return shown.invisible ? new Look.Invisible() : new Look.Text(agency);
  }

  /** TT 15/2025/TT-BKHCN Đ5: the signer is shown before signing. */
  private void show(SignerCheck signer) {
    System.err.println(
        words.both(language ->
            words.say(
                language,
                "signer",
                signer.name(),
                signer.organisation().isEmpty()
                    ? ""
                    : words.say(language, "signer.organisation", signer.organisation()),
                signer.issuer(),
                signer.validUntil(),
                words.phrase(language, signer.revocation()),
                signer.trial() ? words.say(language, "signer.trial") : "")));
  }

  private Reply reply(Signed signed, long milliseconds) {
    SignerCheck who = signed.signer();
    Map<String, Object> signer = Reply.object();
    signer.put("name", who.name());
    signer.put("organisation", who.organisation());
    signer.put("issuer", who.issuer());
    signer.put("serial", who.serial());
    signer.put("validUntil", who.validUntil().toString());
    Map<String, Object> json = Reply.object();
    json.put("file", signed.file().toAbsolutePath().toString());
    json.put("signer", signer);
    json.put("legalValue", !who.trial());
    json.put("note", who.trial() ? "không có giá trị pháp lý / no legal value" : "");
    json.put("revocation", who.revocation());
    json.put("revocationChecked", who.checked());
    json.put("level", signed.level().code());
    json.put("time", signed.time().toString());
    signed.stamped().ifPresent(stamp -> json.put("timestamp", stamp.toString()));
    json.put("signatures", signed.signatures());
    json.put("overlaps", signed.overlaps());
    json.put("bytesAdded", signed.bytes());
    json.put("milliseconds", milliseconds);
    return new Reply(json, words.both(language -> text(language, signed, milliseconds)));
  }

  private String text(Locale language, Signed signed, long milliseconds) {
    SignerCheck who = signed.signer();
    return words.say(
        language,
        "signed",
        signed.file(),
        who.name(),
        signed.level().code(),
        who.trial() ? words.say(language, "signed.trial") : "",
        who.checked() || who.trial()
            ? ""
            : words.say(language, "signed.revocation", words.phrase(language, who.revocation())),
        signed.overlaps() ? words.say(language, "signed.overlaps") : "",
        signed.bytes(),
        milliseconds);
  }

  private ParameterException wrong(String what) {
    return new ParameterException(Objects.requireNonNull(spec).commandLine(), what);
  }
}
