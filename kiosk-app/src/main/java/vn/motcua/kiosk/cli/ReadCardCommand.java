package vn.motcua.kiosk.cli;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.FaultSentences;
import vn.motcua.scanner.chip.AccessKeys;
import vn.motcua.scanner.chip.CardEvent;
import vn.motcua.scanner.chip.CardReader;
import vn.motcua.scanner.chip.CardReaders;
import vn.motcua.scanner.chip.ChipFault;
import vn.motcua.scanner.chip.ChipOutcome;
import vn.motcua.scanner.chip.ChipRecord;
import vn.motcua.scanner.chip.Mrz;
import vn.motcua.scanner.chip.NationalData;
import vn.motcua.scanner.chip.ReadPurpose;
import vn.motcua.scanner.chip.Sex;

/** {@code read-card}: what the chip on the reader says, and how far it is proven. */
@Command(name = "read-card", description = "Reads the chip card on a reader.")
final class ReadCardCommand extends JsonCommand {
  /** How the chip is opened. */
  private static final class Key {
    @Option(names = "--can", description = "the last six digits of the citizen number")
    @Nullable String can;

    @Option(
        names = "--mrz",
        paramLabel = "NUMBER,BIRTH,EXPIRY",
        description = "last nine digits, birth and expiry as yyyy-MM-dd")
    @Nullable String mrz;
  }

  private final Tools tools;

  @Spec private @Nullable CommandSpec spec;

  @ArgGroup(multiplicity = "1")
  private Key key = new Key();

  @Option(
      names = "--reader",
      description = "part of the reader's name; default: the one with a card")
  private String reader = "";

  @Option(names = "--trust", paramLabel = "DIR", description = "CSCA certificates to trust")
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
    if (trust != null && !Files.isDirectory(trust)) {
      // Trusting nobody in silence would look like a card of an unknown issuer.
      throw new ParameterException(
          java.util.Objects.requireNonNull(spec).commandLine(), "--trust is no folder: " + trust);
    }
    try (CardReaders readers = tools.cardReaders(Optional.ofNullable(trust))) {
      String chosen = awaitCard(readers);
      return switch (readers.read(chosen, keys, purpose, _ -> {}, new Cancellation())) {
        case ChipOutcome.Read read -> reply(chosen, read.card());
        case ChipOutcome.Stopped stopped -> throw new FaultException(stopped.fault());
        case ChipOutcome.Cancelled _ -> throw new IllegalStateException("nobody cancels here");
      };
    }
  }

  private AccessKeys keys() {
    try {
      if (key.can != null) {
        return AccessKeys.can(key.can);
      }
      String[] parts = String.valueOf(key.mrz).split(",", -1);
      if (parts.length != 3) {
        throw new IllegalArgumentException("--mrz takes NUMBER,BIRTH,EXPIRY");
      }
      return AccessKeys.mrz(
          new AccessKeys.MrzKey(parts[0], LocalDate.parse(parts[1]), LocalDate.parse(parts[2])));
    } catch (IllegalArgumentException | java.time.DateTimeException e) {
      throw new ParameterException(
          java.util.Objects.requireNonNull(spec).commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  /** The reader with a card on it, waiting for one if need be. */
  private String awaitCard(CardReaders readers) throws FaultException, InterruptedException {
    CountDownLatch arrived = new CountDownLatch(1);
    Runnable end =
        readers.listen(event -> {
          if (event instanceof CardEvent.CardArrived && event.reader().contains(reader)) {
            arrived.countDown();
          }
        });
    try {
      if (withCard(readers).isEmpty()) {
        arrived.await(Duration.ofSeconds(wait).toMillis(), TimeUnit.MILLISECONDS);
      }
    } finally {
      end.run();
    }
    Optional<String> found = withCard(readers);
    if (found.isPresent()) {
      return found.get();
    }
    if (readers.readers().stream().noneMatch(known -> known.name().contains(reader))) {
      // Asking for a reader that is not there tells a missing service from a missing reader.
      ChipOutcome none = readers.read(reader, keys(), purpose, _ -> {}, new Cancellation());
      throw new FaultException(
          none instanceof ChipOutcome.Stopped(ChipFault fault) ? fault : new ChipFault.NoReader());
    }
    throw new FaultException(new ChipFault.NoCard());
  }

  private Optional<String> withCard(CardReaders readers) {
    return readers.readers().stream()
        .filter(known -> known.cardPresent() && known.name().contains(reader))
        .map(CardReader::name)
        .findFirst();
  }

  private static Reply reply(String reader, ChipRecord card) {
    Mrz mrz = card.mrz();
    Map<String, Object> citizen = Reply.object();
    Optional<NationalData> national = card.national();
    citizen.put("number", mrz.citizenNumber());
    citizen.put(
        "name",
        national
            .flatMap(NationalData::name)
            .orElse((mrz.surname() + " " + mrz.givenNames()).strip()));
    citizen.put("birthDate", mrz.birth().map(LocalDate::toString).orElse(""));
    citizen.put("sex", sex(mrz.sex()));
    citizen.put("expiryDate", mrz.expiry().map(LocalDate::toString).orElse(""));
    national.ifPresent(data -> addNational(citizen, data));
    Map<String, Object> json = Reply.object();
    json.put("reader", reader);
    json.put("citizen", citizen);
    json.put("trust", card.trust().trust().name());
    json.put("reasons", card.trust().codes());
    json.put("access", card.cost().access());
    json.put("apdus", card.cost().apdus());
    json.put("milliseconds", card.cost().milliseconds());
    StringBuilder text = new StringBuilder();
    citizen.forEach((name, value) -> text.append(name).append(": ").append(value).append('\n'));
    text.append(card.trust().trust()).append(' ').append(card.trust().codes()).append('\n');
    text.append(card.cost().apdus()).append(" APDUs, ");
    text.append(card.cost().milliseconds()).append(" ms, ").append(card.cost().access());
    return new Reply(json, text.toString());
  }

  private static void addNational(Map<String, Object> citizen, NationalData data) {
    data.nationality().ifPresent(value -> citizen.put("nationality", value));
    data.origin().ifPresent(value -> citizen.put("origin", value));
    data.residence().ifPresent(value -> citizen.put("residence", value));
    data.issued().ifPresent(value -> citizen.put("issueDate", value.toString()));
    data.oldNumber().ifPresent(value -> citizen.put("oldNumber", value));
    data.father().ifPresent(value -> citizen.put("father", value));
    data.mother().ifPresent(value -> citizen.put("mother", value));
    data.spouse().ifPresent(value -> citizen.put("spouse", value));
    data.ethnicity().ifPresent(value -> citizen.put("ethnicity", value));
    data.religion().ifPresent(value -> citizen.put("religion", value));
  }

  private static String sex(Sex sex) {
    return switch (sex) {
      case MALE -> "Nam";
      case FEMALE -> "Nữ";
      case UNSPECIFIED -> "";
    };
  }
}
