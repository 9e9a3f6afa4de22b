package vn.motcua.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From an empty folder to a language on the terminal, by the commands a commune types. */
class LanguageCommandTest {
  @TempDir Path dir;

  @Test
  void aCommuneMakesChecksAndInstallsALanguage() throws Exception {
    Path made = dir.resolve("sed");
    Path data = dir.resolve("data");
    Typed begun =
        Typed.run(dir, "language", "new", "sed", "--name", "Xơ Đăng", "--out", made.toString());
    assertThat(begun.exit()).isZero();
    Typed empty = Typed.run(dir, "language", "check", made.toString());
    assertThat(empty.exit()).isZero();
    assertThat(empty.json().toString())
        .contains("\"texts\":0")
        .contains("\"recordings\":0,\"recordingsWanted\":168")
        .contains("\"wrong\":[]");

    Files.writeString(made.resolve("texts.properties"), "six.title=x {0}\ngo.leave=Loh\nqq=1\n");
    Typed wrong = Typed.run(dir, "language", "check", made.toString());
    assertThat(wrong.exit()).isEqualTo(1);
    assertThat(wrong.json().toString())
        .contains("LANGUAGE-PLACES six.title")
        .contains("LANGUAGE-KEY qq")
        .contains("\"texts\":1");
    Typed refused =
        Typed.run(dir, "language", "install", made.toString(), "--data", data.toString());
    assertThat(refused.exit()).isEqualTo(1);
    assertThat(refused.json().toString())
        .contains("\"fault\":\"LANGUAGE-PLACES\"")
        .contains("six.title");

    Files.writeString(made.resolve("texts.properties"), "go.leave=Loh\n");
    Typed installed =
        Typed.run(dir, "language", "install", made.toString(), "--data", data.toString());
    assertThat(installed.exit()).isZero();
    Typed list = Typed.run(dir, "language", "list", "--data", data.toString());
    assertThat(list.json().toString())
        .contains("\"code\":\"sed\",\"name\":\"Xơ Đăng\",\"texts\":1")
        .contains("\"troubles\":[]");
    assertThat(Typed.run(dir, "language", "check", "nobody").json().toString())
        .contains("LANGUAGE-NONE");
    assertThat(Typed.run(dir, "language").exit()).isEqualTo(2);
  }

  @Test
  void aDataFolderWithLanguagesIsOurs() throws Exception {
    Path data = Files.createDirectories(dir.resolve("data/languages/sed")).getParent().getParent();
    House.open(
            data,
            java.time.Clock.systemUTC(),
            (_, _) ->
                new House.Hardware(java.util.List.of(), java.util.List.of(), java.util.List.of()))
        .close();
    assertThat(Settings.in(data).voice()).isEqualTo(new Settings.VoiceSetting(false, 4));
    assertThat(TerminalLanguages.in(data).troubles()).hasSize(1);
    assertThat(TerminalLanguages.keys().all().size()).isGreaterThan(200);
  }
}
