package vn.motcua.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.kiosk.cli.CommandLineFace;

class SeparatorsCommandTest {
  @TempDir Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private int run(String... options) {
    String[] args = new String[options.length + 2];
    args[0] = "separators";
    System.arraycopy(options, 0, args, 1, options.length);
    args[args.length - 1] = "--json";
    LocalTools tools = new LocalTools(Clock.systemUTC(), AppFaults.sentences(), folder);
    out.reset();
    return new CommandLineFace(
            new PrintStream(out, true, StandardCharsets.UTF_8), AppFaults.sentences(), tools)
        .execute(args);
  }

  private JsonNode answer() {
    return JsonMapper.builder().build().readTree(out.toString(StandardCharsets.UTF_8));
  }

  @Test
  void sheetsOfAProcedureOfAPaperAndForAll() {
    Path file = folder.resolve("sheets.pdf");
    assertThat(run("--procedure", "1.001193", "--both-sides", "--out", file.toString())).isZero();
    assertThat(file).isNotEmptyFile();
    assertThat(answer().get("pages").intValue()).isEqualTo(4);
    assertThat(answer().get("sheets").get(1).get("title").stringValue())
        .isEqualTo("Giấy chứng sinh");

    assertThat(run("--paper", "UQ-1", "--title", "Giấy ủy quyền", "--out", file.toString()))
        .isZero();
    assertThat(answer().get("sheets").get(0).get("paper").stringValue()).isEqualTo("UQ-1");

    assertThat(run("--patch", "--out", file.toString())).isZero();
    assertThat(answer().get("pages").intValue()).isEqualTo(1);
  }

  @Test
  void wrongUseIsSaidAndNothingIsWritten() {
    Path file = folder.resolve("sheets.pdf");
    assertThat(run("--out", file.toString())).isEqualTo(2);
    assertThat(run("--patch", "--procedure", "1.001193", "--out", file.toString())).isEqualTo(2);
    assertThat(run("--procedure", "9.999999", "--out", file.toString())).isEqualTo(2);
    assertThat(run("--paper", "a b", "--title", "x", "--out", file.toString())).isEqualTo(2);
    assertThat(run("--patch", "--out", folder.toString())).isEqualTo(2);
    assertThat(Files.exists(file)).isFalse();
  }
}
