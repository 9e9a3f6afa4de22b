package vn.motcua.kiosk.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vn.motcua.kiosk.desk.SerialDesk;
import vn.motcua.kiosk.dossier.SerialRange;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.FaultSentences;

/** {@code serials}: numbers of dossier codes for a counter that is cut off. */
@Command(
    name = "serials",
    description = "Ranges of serial numbers, so that a counter that is cut off never doubles one.")
final class SerialsCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        Objects.requireNonNull(spec).commandLine(), "serials: which command?");
  }

  /** With all that can be done. */
  static CommandLine line(PrintStream out, FaultSentences sentences, Tools tools) {
    return new CommandLine(new SerialsCommand())
        .addSubcommand(new Grant(out, sentences, tools))
        .addSubcommand(new Adopt(out, sentences, tools))
        .addSubcommand(new Show(out, sentences, tools));
  }

  /** What the three share: a folder and a day. */
  abstract static class OfADay extends JsonCommand {
    private static final int LONGEST_SITE = 80;

    private final Tools tools;

    @Spec private @Nullable CommandSpec spec;

    @Option(
        names = "--day",
        paramLabel = "YYYY-MM-DD",
        description = "of which day's codes (today)")
    private @Nullable String day;

    @Option(names = "--officer", paramLabel = "NAME", description = "who does it")
    private @Nullable String officer;

    @Option(names = "--data", paramLabel = "DIR", description = "the data folder")
    private @Nullable Path data;

    OfADay(PrintStream out, FaultSentences sentences, Tools tools) {
      super(out, sentences);
      this.tools = tools;
    }

    abstract void work(SerialDesk desk, LocalDate at, String who) throws FaultException;

    @Override
    final Reply work() throws FaultException {
      try (Tools.OpenFolder folder = tools.open(Optional.ofNullable(data))) {
        SerialDesk desk = folder.serialDesk();
        LocalDate at = day(desk);
        work(desk, at, officer == null ? TrustCommand.user() : officer);
        return reply(desk, at);
      }
    }

    private LocalDate day(SerialDesk desk) {
      try {
        return day == null ? desk.today() : LocalDate.parse(day);
      } catch (DateTimeParseException none) {
        throw wrong("--day is a day of the calendar, YYYY-MM-DD");
      }
    }

    /** A name that can be read aloud and printed. */
    static boolean isName(String site) {
      return !site.isBlank()
          && site.strip().length() <= LONGEST_SITE
          && site.strip().codePoints().noneMatch(OfADay::isOdd);
    }

    private static boolean isOdd(int c) {
      int type = Character.getType(c);
      return Character.isISOControl(c)
          || type == Character.FORMAT
          || type == Character.SURROGATE
          || type == Character.PRIVATE_USE
          || type == Character.LINE_SEPARATOR
          || type == Character.PARAGRAPH_SEPARATOR;
    }

    final ParameterException wrong(String what) {
      return new ParameterException(Objects.requireNonNull(spec).commandLine(), what);
    }

    private static Reply reply(SerialDesk desk, LocalDate at) throws FaultException {
      List<SerialRange> ranges = desk.list(at);
      Map<String, Object> json = Reply.object();
      json.put("agency", desk.agency());
      json.put("day", at.toString());
      json.put("ranges", ranges.stream().map(OfADay::json).toList());
      StringBuilder text = new StringBuilder(desk.agency() + "  " + at + '\n');
      for (SerialRange range : ranges) {
        text.append("  ").append(range.first()).append('-').append(range.last()).append("  ");
        text.append(range.site()).append(", ").append(range.unused()).append(" unused\n");
      }
      return new Reply(json, text.toString().stripTrailing());
    }

    private static Map<String, Object> json(SerialRange range) {
      Map<String, Object> one = Reply.object();
      one.put("site", range.site());
      one.put("first", range.first());
      one.put("last", range.last());
      one.put("unused", range.unused());
      return one;
    }
  }

  @Command(name = "grant", description = "Sets the next numbers aside for a counter.")
  static final class Grant extends OfADay {
    private static final int MOST = 10_000;

    @Option(names = "--site", required = true, paramLabel = "NAME", description = "the counter")
    private String site = "";

    @Option(
        names = "--count",
        required = true,
        paramLabel = "N",
        description = "how many, to 10000")
    private int count;

    Grant(PrintStream out, FaultSentences sentences, Tools tools) {
      super(out, sentences, tools);
    }

    @Override
    void work(SerialDesk desk, LocalDate at, String who) throws FaultException {
      if (!isName(site) || count < 1 || count > MOST) {
        throw wrong("--site is a name, --count 1 to " + MOST);
      }
      desk.grant(at, site, count, who);
    }
  }

  @Command(
      name = "adopt",
      description = "Takes over a granted range; from then on only adopted numbers are given out.")
  static final class Adopt extends OfADay {
    @Option(names = "--site", required = true, paramLabel = "NAME", description = "this counter")
    private String site = "";

    @Option(names = "--first", required = true, paramLabel = "N", description = "as granted")
    private int first;

    @Option(names = "--last", required = true, paramLabel = "N", description = "as granted")
    private int last;

    Adopt(PrintStream out, FaultSentences sentences, Tools tools) {
      super(out, sentences, tools);
    }

    @Override
    void work(SerialDesk desk, LocalDate at, String who) throws FaultException {
      if (!isName(site)) {
        throw wrong("--site is a name");
      }
      SerialRange range;
      try {
        range = new SerialRange(desk.agency(), at, site.strip(), first, last, first);
      } catch (IllegalArgumentException not) {
        throw wrong("--site is a name, --first 1 or more, --last not below it");
      }
      desk.adopt(range, who);
    }
  }

  @Command(name = "list", description = "The ranges of a day.")
  static final class Show extends OfADay {
    Show(PrintStream out, FaultSentences sentences, Tools tools) {
      super(out, sentences, tools);
    }

    @Override
    void work(SerialDesk desk, LocalDate at, String who) {
      // The answer is all.
    }
  }
}
