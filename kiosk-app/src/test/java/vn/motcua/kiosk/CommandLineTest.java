package vn.motcua.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.kiosk.cli.CommandLineFace;

/** Wrong use and bad input on the command line: what is said, and that nothing is lost. */
class CommandLineTest {
  @TempDir Path folder;

  /** What one command answered. */
  private record Answer(int code, JsonNode json) {}

  private Answer run(Object... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int code =
        new CommandLineFace(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                AppFaults.sentences(),
                new LocalTools(Clock.systemUTC(), AppFaults.sentences(), folder))
            .execute(Stream.of(args).map(Object::toString).toArray(String[]::new));
    return new Answer(code, JsonMapper.builder().build().readTree(out.toByteArray()));
  }

  @Test
  void wrongUseIsOneObjectToo() {
    assertThat(run("scan", "--json").code()).isEqualTo(2);
    Answer answer = run("read-card", "--can", "12", "--json");
    assertThat(answer.code()).isEqualTo(2);
    assertThat(answer.json().path("usage").asString()).contains("six digits");
  }

  @Test
  void aTrustFolderThatIsNoneIsNotTakenForAnEmptyOne() {
    Answer answer =
        run("read-card", "--can", "123456", "--trust", folder.resolve("none"), "--json");
    assertThat(answer.code()).isEqualTo(2);
    assertThat(answer.json().path("usage").asString()).contains("--trust");
  }

  @Test
  void aPageIsNeverOverwrittenByItsDocument() throws Exception {
    Path page = Files.writeString(folder.resolve("page.jpg"), "the only copy");
    for (String option : new String[] {"--out", "--text"}) {
      Path other = folder.resolve("other.pdf");
      Answer answer =
          option.equals("--out")
              ? run("digitise", page, "--out", page, "--json")
              : run("digitise", page, "--out", other, "--text", page, "--json");
      assertThat(answer.code()).isEqualTo(2);
      assertThat(answer.json().path("usage").asString()).contains("one of the pages");
    }
    assertThat(page).hasContent("the only copy");
  }

  @Test
  void aFolderIsNoDocument() {
    assertThat(run("digitise", "x.jpg", "--out", folder, "--json").code()).isEqualTo(2);
    assertThat(run("scan", "--device", "sane:127.0.0.1:1/x", "--out", "/", "--json").code())
        .isEqualTo(2);
  }

  @Test
  void aBadPageIsNamedWithItsPlaceInBothLanguages() throws Exception {
    Path page = Files.writeString(folder.resolve("page.jpg"), "no picture");
    Answer answer = run("digitise", page, "--out", folder.resolve("o.pdf"), "--json");
    assertThat(answer.code()).isEqualTo(1);
    assertThat(answer.json().path("fault").asString()).isEqualTo("PAGE-NOT-IMAGE");
    assertThat(answer.json().path("page").asInt()).isEqualTo(1);
    assertThat(answer.json().path("vi").asString()).contains("ảnh");
    assertThat(answer.json().path("en").asString()).contains("picture");
  }

  @Test
  void aScanThatBringsNothingLeavesNothingBehind() throws Exception {
    Answer answer =
        run("scan", "--device", "sane:127.0.0.1:1/x", "--out", folder.resolve("o.pdf"), "--json");
    assertThat(answer.json().path("fault").asString()).isEqualTo("SCAN-OFFLINE");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void lookingUpMakesNoDataFolder() {
    Path data = folder.resolve("data");
    Answer answer = run("lookup", "X", "--secret", "Y", "--data", data, "--json");
    assertThat(answer.json().path("fault").asString()).isEqualTo("STORE-NONE");
    assertThat(data).doesNotExist();
  }
}
