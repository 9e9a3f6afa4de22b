package vn.motcua.kiosk.cli;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import vn.motcua.kiosk.citizen.CitizenQr;
import vn.motcua.kiosk.pdf.WholeFile;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.FaultSentences;
import vn.motcua.scanner.chip.AccessKeys;
import vn.motcua.scanner.chip.CardReaders;
import vn.motcua.scanner.chip.ChipOutcome;
import vn.motcua.scanner.chip.ChipRecord;
import vn.motcua.scanner.chip.ReadPurpose;

/** {@code read-card}: what the chip on the reader says, and how far it is proven. */
@Command(name = "read-card", description = "Reads the chip card on a reader.")
final class ReadCardCommand extends JsonCommand {
  /** What is at hand to open the chip, one thing or several. */
  private static final class Key {
    @Option(names = "--can", description = "the last six digits of the citizen number")
    @Nullable String can;

    @Option(
        names = "--mrz",
        paramLabel = "NUMBER,BIRTH,EXPIRY",
        description =
            "last nine digits, birth and expiry as yyyy-MM-dd; or the whole machine readable zone")
    @Nullable String mrz;

    @Option(
        names = "--qr",
        paramLabel = "TEXT",
        description = "the QR code on the card: opens it and is compared with the chip")
    @Nullable String qr;
  }

  private final Tools tools;

  @Spec private @Nullable CommandSpec spec;

  @ArgGroup(exclusive = false, multiplicity = "1")
  private Key key = new Key();

  @Option(
      names = "--reader",
      description = "part of the reader's name; default: the one with a card")
  private String reader = "";

  @Option(
      names = "--trust",
      paramLabel = "DIR",
      description = "certificates, master lists and CRLs to go by instead of the installed ones")
  private @Nullable Path trust;

  @Option(
      names = "--purpose",
      paramLabel = "lookup|intake|intake+sensitive[+face]",
      description = "what is read (default intake)",
      converter = Purposes.class)
  private ReadPurpose purpose = ReadPurpose.INTAKE;

  /** A purpose by its name. */
  static final class Purposes implements ITypeConverter<ReadPurpose> {
    @Override
    public ReadPurpose convert(String text) {
      String name = text.toLowerCase(Locale.ROOT);
      for (ReadPurpose known :
          List.of(ReadPurpose.LOOKUP, ReadPurpose.INTAKE, ReadPurpose.INTAKE_SENSITIVE)) {
        if (known.name().equals(name)) {
          return known;
        }
        if (known.withFace().name().equals(name)) {
          return known.withFace();
        }
      }
      throw new TypeConversionException("no purpose '" + text + "'");
    }
  }

  @Option(
      names = "--face-out",
      paramLabel = "FILE",
      description = "writes the face there as the chip has it; needs a purpose with +face")
  private @Nullable Path faceOut;

  @Option(
      names = "--wait",
      paramLabel = "SECONDS",
      description = "how long to wait for a card (default ${DEFAULT-VALUE})")
  private int wait = 3;

  ReadCardCommand(PrintStream out, FaultSentences sentences, Tools tools) {
    super(out, sentences);
    this.tools = tools;
  }

  @Override
  Reply work() throws FaultException, InterruptedException {
    AccessKeys keys = keys();
    if (faceOut != null) {
      OutFile.check(spec, "--face-out", faceOut, List.of());
    }
    if (trust != null && !Files.isDirectory(trust)) {
      // Trusting nobody in silence would look like a card of an unknown issuer.
      throw wrong("--trust is no folder: " + trust);
    }
    try (CardReaders readers = tools.cardReaders(Optional.ofNullable(trust))) {
      String chosen = awaitCard(readers);
      return switch (readers.read(chosen, keys, purpose, _ -> {}, new Cancellation())) {
        case ChipOutcome.Read(ChipRecord card) -> {
          save(card);
          yield ChipReply.of(chosen, card, qr());
        }
        case ChipOutcome.Stopped stopped -> throw new FaultException(stopped.fault());
        case ChipOutcome.Cancelled _ -> throw new IllegalStateException("nobody cancels here");
      };
    }
  }

  private void save(ChipRecord card) throws FaultException {
    if (faceOut != null && card.face().isPresent()) {
      byte[] picture = card.face().get().bytes();
      WholeFile.write(faceOut, out -> out.write(picture));
    }
  }

  private AccessKeys keys() {
    try {
      Optional<String> can = Optional.ofNullable(key.can).or(() -> qr().map(q -> q.number().can()));
      Optional<String> zone = Optional.ofNullable(key.mrz);
      return new AccessKeys(
          can, zone.isEmpty() ? Optional.empty() : Optional.of(mrzKey(zone.get())));
    } catch (IllegalArgumentException | DateTimeException e) {
      throw wrong(String.valueOf(e.getMessage()));
    }
  }

  private static AccessKeys.MrzKey mrzKey(String text) {
    String[] parts = text.split(",", -1);
    if (parts.length == 1) {
      return AccessKeys.MrzKey.ofZone(text);
    }
    if (parts.length != 3) {
      throw new IllegalArgumentException("--mrz takes NUMBER,BIRTH,EXPIRY or the zone");
    }
    return new AccessKeys.MrzKey(parts[0], LocalDate.parse(parts[1]), LocalDate.parse(parts[2]));
  }

  private Optional<CitizenQr> qr() {
    String text = key.qr;
    if (text == null) {
      return Optional.empty();
    }
    Optional<CitizenQr> read = CitizenQr.read(text.strip());
    if (read.isEmpty()) {
      throw new IllegalArgumentException("--qr is not the text of a citizen card's code");
    }
    return read;
  }

  private ParameterException wrong(String message) {
    return new ParameterException(Objects.requireNonNull(spec).commandLine(), message);
  }

  /** The reader with a card on it, waiting for one if need be. */
  private String awaitCard(CardReaders readers) throws FaultException, InterruptedException {
    try (CardArrivals arrivals = new CardArrivals(readers, reader, Duration.ofSeconds(wait))) {
      arrivals.next();
    }
    return readers.readerWithCard(reader);
  }
}
