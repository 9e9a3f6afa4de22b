package vn.motcua.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.kiosk.cli.CommandLineFace;

/**
 * What a command line that somebody typed gave.
 *
 * @param exit the exit code
 * @param json the one object on standard output
 */
record Typed(int exit, JsonNode json) {
  /** Types {@code command} and {@code --json}; {@code home} stands for the usual data folder. */
  static Typed run(Path home, String... command) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
    String[] all = java.util.Arrays.copyOf(command, command.length + 1);
    all[command.length] = "--json";
    LocalTools tools =
        new LocalTools(Clock.system(ZoneId.of("Asia/Ho_Chi_Minh")), AppFaults.sentences(), home);
    int exit = new CommandLineFace(print, AppFaults.sentences(), tools).execute(all);
    String said = out.toString(StandardCharsets.UTF_8).strip();
    assertThat(said.lines()).as("one JSON object on standard output").hasSize(1);
    return new Typed(exit, JsonMapper.builder().build().readTree(said));
  }

  /** The object of a command that did its work. */
  JsonNode done() {
    assertThat(exit).as(json.toString()).isZero();
    return json;
  }

  /** The code of the fault that a command ended with. */
  String fault() {
    assertThat(exit).as(json.toString()).isEqualTo(1);
    assertThat(json.get("what").asString()).isNotBlank();
    assertThat(json.get("do").asString()).isNotBlank();
    return json.get("fault").asString();
  }
}
