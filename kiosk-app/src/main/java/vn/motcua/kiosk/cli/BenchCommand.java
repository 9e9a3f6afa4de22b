package vn.motcua.kiosk.cli;

import java.io.PrintStream;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
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

  @Parameters(paramLabel = "NAME", description = "which one")
  private String name = "";

  BenchCommand(PrintStream out, FaultSentences sentences, Tools tools) {
    super(out, sentences);
    this.tools = tools;
  }

  @Override
  Reply work() throws FaultException, InterruptedException {
    for (Bench bench : tools.benches()) {
      if (bench.name().equals(name)) {
        return reply(bench.run());
      }
    }
    String known = tools.benches().stream().map(Bench::name).collect(Collectors.joining(", "));
    throw new ParameterException(
        java.util.Objects.requireNonNull(spec).commandLine(),
        "no benchmark '" + name + "'; there are: " + known);
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
      text.append(" (goal ").append(goal.goal()).append(")\n");
    }
    return new Reply(json, text.toString().stripTrailing());
  }
}
