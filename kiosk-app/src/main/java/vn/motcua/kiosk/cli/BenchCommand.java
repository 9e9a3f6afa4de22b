package vn.motcua.kiosk.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.FaultSentences;

/** {@code bench NAME}: figures beside their goals. */
@Command(name = "bench", description = "Measures one thing and holds it against its goals.")
final class BenchCommand extends JsonCommand {
  private final Tools tools;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(index = "0", paramLabel = "NAME", description = "which one")
  private String name = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "DIR",
      description =
          "digitise, feeder: page pictures, with text files of the same names beside them;"
              + " lookup: where the store is kept, and found again by a later run")
  private @Nullable Path folder;

  @Option(names = "--rounds", paramLabel = "N", description = "digitise: how often to measure")
  private @Nullable Integer rounds;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "digitise, feeder, lookup: of what is made; a fresh one if left out")
  private @Nullable Long seed;

  @Option(names = "--pages", paramLabel = "N", description = "digitise, feeder: how many pages")
  private @Nullable Integer pages;

  @Option(names = "--dossiers", paramLabel = "N", description = "lookup: how many dossiers")
  private @Nullable Integer dossiers;

  @Option(
      names = "--minutes",
      paramLabel = "N",
      description = "screens: how long to use the terminal; 60 for the real run")
  private @Nullable Integer minutes;

  BenchCommand(PrintStream out, FaultSentences sentences, Tools tools) {
    super(out, sentences);
    this.tools = tools;
  }

  @Override
  Reply work() throws FaultException, InterruptedException {
    for (Bench bench : tools.benches()) {
      if (bench.name().equals(name)) {
        return reply(run(bench));
      }
    }
    String known = tools.benches().stream().map(Bench::name).collect(Collectors.joining(", "));
    throw wrong("no benchmark '" + name + "'; there are: " + known);
  }

  private Bench.Result run(Bench bench) throws FaultException, InterruptedException {
    PageBench.Order order =
        new PageBench.Order(
            Optional.ofNullable(folder), atLeastOne(rounds), optional(seed), atLeastOne(pages));
    if (bench instanceof StoreBench ofStore && rounds == null && pages == null && minutes == null) {
      OptionalInt count = atLeastOne(dossiers);
      return ofStore.run(
          new StoreBench.Order(
              count.isPresent() ? OptionalLong.of(count.getAsInt()) : OptionalLong.empty(),
              optional(seed),
              Optional.ofNullable(folder)));
    }
    if (bench instanceof TimedBench timed
        && dossiers == null
        && order.equals(PageBench.Order.USUAL)) {
      return timed.run(atLeastOne(minutes));
    }
    if (minutes != null) {
      throw wrong("the benchmark '" + name + "' knows no --minutes");
    }
    if (dossiers != null) {
      throw wrong("the benchmark '" + name + "' knows no --dossiers");
    }
    if (bench instanceof PageBench ofPages) {
      return ofPages.run(order);
    }
    if (!order.equals(PageBench.Order.USUAL)) {
      throw wrong("the benchmark '" + name + "' knows neither DIR nor --rounds, --seed, --pages");
    }
    return bench.run();
  }

  private OptionalInt atLeastOne(@Nullable Integer number) {
    if (number == null) {
      return OptionalInt.empty();
    }
    if (number < 1) {
      throw wrong("--rounds, --pages, --dossiers and --minutes begin with 1");
    }
    return OptionalInt.of(number);
  }

  private static OptionalLong optional(@Nullable Long number) {
    return number == null ? OptionalLong.empty() : OptionalLong.of(number);
  }

  private ParameterException wrong(String why) {
    return new ParameterException(Objects.requireNonNull(spec).commandLine(), why);
  }

  private Reply reply(Bench.Result result) {
    Map<String, Object> json = Reply.object();
    json.put("bench", name);
    json.put("figures", result.figures());
    json.put(
        "goals",
        result.goals().stream()
            .map(goal -> {
              Map<String, Object> object = Reply.object();
              object.put("name", goal.name());
              object.put("value", goal.value());
              object.put("bound", goal.bound().words());
              object.put("goal", goal.goal());
              object.put("met", goal.met());
              return object;
            })
            .toList());
    StringBuilder text = new StringBuilder();
    result
        .figures()
        .forEach((key, value) -> text.append(key).append(": ").append(value).append('\n'));
    for (Bench.Goal goal : result.goals()) {
      text.append(goal.met() ? "met      " : "NOT MET  ");
      text.append(goal.name()).append(' ').append(goal.value());
      text.append(" (goal ").append(goal.bound().words()).append(' ');
      text.append(goal.goal()).append(")\n");
    }
    return new Reply(json, text.toString().stripTrailing());
  }
}
