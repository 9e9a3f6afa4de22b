package vn.motcua.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.kiosk.cli.CommandLineFace;

/** A command is made only when it is named: under the very name that help lists. */
class CommandsByNameTest {
  private static final Pattern LISTED = Pattern.compile("(?m)^  ([a-z][a-z-]+)\\s");

  @TempDir Path home;

  private String said(int exit, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
    LocalTools tools = new LocalTools(Clock.systemUTC(), AppFaults.sentences(), home);
    assertThat(new CommandLineFace(print, AppFaults.sentences(), tools).execute(args))
        .as(String.join(" ", args))
        .isEqualTo(exit);
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void everyCommandThatHelpListsAnswersToItsName() {
    List<String> names =
        LISTED.matcher(said(0, "--help")).results().map(found -> found.group(1)).toList();
    assertThat(names).hasSizeGreaterThan(30).contains("run", "lookup", "audit", "helper");
    for (String name : names) {
      assertThat(said(0, name, "--help")).contains("kiosk " + name);
    }
  }

  @Test
  void aWrongNameIsWrongUse() {
    said(2, "lok-up");
    said(2);
  }
}
