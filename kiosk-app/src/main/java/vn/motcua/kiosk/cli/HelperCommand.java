package vn.motcua.kiosk.cli;

import java.io.PrintStream;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.motcua.kiosk.desk.Helper;
import vn.motcua.kiosk.desk.HelperDesk;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.FaultSentences;

/** {@code helper}: who may help citizens at the terminal. */
@Command(name = "helper", description = "Who may help citizens at the terminal.")
final class HelperCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  private HelperCommand() {}

  static CommandLine line(PrintStream out, FaultSentences sentences, Tools tools, Clock clock) {
    return new CommandLine(new HelperCommand())
        .addSubcommand(new Set(out, sentences, tools, clock))
        .addSubcommand(new Remove(out, sentences, tools, clock))
        .addSubcommand(new Show(out, sentences, tools, clock));
  }

  @Override
  public void run() {
    if (spec != null) {
      spec.commandLine().usage(spec.commandLine().getOut());
    }
  }

  /** What its parts share. */
  private abstract static class Part extends DataCommand {
    private final Clock clock;

    Part(PrintStream out, FaultSentences sentences, Tools tools, Clock clock) {
      super(out, sentences, tools);
      this.clock = clock;
    }

    final HelperDesk desk() {
      return new HelperDesk(data().resolve("helpers"), clock);
    }
  }

  @Command(name = "set", description = "Lets somebody help, with a PIN of 6 to 12 digits.")
  private static final class Set extends Part {
    @Spec private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "as people know them")
    private String name = "";

    @Option(names = "--community", description = "one of the village's own, not an officer")
    private boolean community;

    @Mixin private final PinSource pin = new PinSource();

    Set(PrintStream out, FaultSentences sentences, Tools tools, Clock clock) {
      super(out, sentences, tools, clock);
    }

    @Override
    Reply work() throws FaultException {
      Helper helper = new Helper(name, community ? Helper.Role.COMMUNITY : Helper.Role.OFFICER);
      desk().allow(helper, new String(pin.read(spec)));
      return new Reply(json(helper), name + ": " + word(helper));
    }
  }

  @Command(name = "remove", description = "Somebody helps no more.")
  private static final class Remove extends Part {
    @Parameters(paramLabel = "NAME", description = "who")
    private String name = "";

    Remove(PrintStream out, FaultSentences sentences, Tools tools, Clock clock) {
      super(out, sentences, tools, clock);
    }

    @Override
    Reply work() throws FaultException {
      boolean removed = desk().remove(name);
      return new Reply(
          Map.of("name", name, "removed", removed),
          name + (removed ? ": removed" : ": was no helper"));
    }
  }

  @Command(name = "list", description = "Who may help.")
  private static final class Show extends Part {
    Show(PrintStream out, FaultSentences sentences, Tools tools, Clock clock) {
      super(out, sentences, tools, clock);
    }

    @Override
    Reply work() throws FaultException {
      List<Helper> all = desk().helpers();
      return new Reply(
          Map.of("helpers", all.stream().map(HelperCommand::json).toList()),
          all.stream()
              .map(helper -> helper.name() + ": " + word(helper))
              .collect(Collectors.joining("\n")));
    }
  }

  private static Map<String, Object> json(Helper helper) {
    return Map.of("name", helper.name(), "role", word(helper));
  }

  private static String word(Helper helper) {
    return helper.role().name().toLowerCase(Locale.ROOT);
  }
}
