package vn.motcua.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vn.motcua.kiosk.cli.CommandLineFace;
import vn.motcua.kiosk.desk.Samples;
import vn.motcua.kiosk.store.DataFolder;
import vn.motcua.kiosk.store.DossierStore;

/** What a technician types about the ledgers. */
class LedgerCommandsTest {
  private static final Clock CLOCK = Samples.at("2026-11-20T09:00:00");

  @TempDir Path folder;
  private Path data = Path.of("");

  private record Said(int exit, JsonNode json) {}

  private Said say(String... words) {
    java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
    try (java.io.PrintStream out =
        new java.io.PrintStream(bytes, true, java.nio.charset.StandardCharsets.UTF_8)) {
      List<String> all = new ArrayList<>(List.of(words));
      all.add("--json");
      int exit =
          new CommandLineFace(
                  out,
                  AppFaults.sentences(),
                  new LocalTools(CLOCK, AppFaults.sentences(), folder.resolve("usual")))
              .execute(all.toArray(String[]::new));
      return new Said(
          exit,
          tools.jackson.databind.json.JsonMapper.builder().build().readTree(bytes.toByteArray()));
    }
  }

  @BeforeEach
  void fill() throws Exception {
    data = folder.resolve("data");
    try (DataFolder open = DataFolder.open(data);
        DossierStore store = DossierStore.open(open, CLOCK)) {
      Samples.receive(store, CLOCK, Samples.party("051191407263", "Đinh Thị Mai"));
    }
  }

  @Test
  void auditsADatabaseThatIsOpenAndNamesWhatIsWrong() throws Exception {
    String head = folder.resolve("head.json").toString();
    try (DataFolder open = DataFolder.open(data);
        DossierStore store = DossierStore.open(open, CLOCK)) {
      Said exported = say("audit", "head", "--data", data.toString(), "--out", head);
      assertThat(exported.exit()).isZero();
      assertThat(exported.json().path("seq").longValue()).isEqualTo(5);
      assertThat(say("audit", "verify", "--data", data.toString()).exit()).isZero();
      Samples.receive(store, CLOCK, Samples.party("051191407263", "Đinh Thị Mai"));
    }
    Said whole = say("audit", "verify", "--files", "--data", data.toString(), "--head", head);
    assertThat(whole.exit()).isZero();
    assertThat(whole.json().path("whole").booleanValue()).isTrue();
    assertThat(whole.json().path("count").longValue()).isEqualTo(7);

    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + data.resolve("motcua.db"));
        Statement sql = connection.createStatement()) {
      sql.execute("UPDATE dossier SET holder = 'Ai đó' WHERE id = 2");
    }
    Said changed = say("audit", "verify", "--data", data.toString());
    assertThat(changed.exit()).isEqualTo(1);
    assertThat(changed.json().path("fault").stringValue()).isEqualTo("AUDIT-CHANGED");
    assertThat(changed.json().path("findings").get(0).path("dossier").stringValue())
        .endsWith("-0002");
    assertThat(changed.json().path("vi").stringValue()).contains("khác với lúc được ghi");

    assertThat(say("audit", "verify", "--data", folder.toString()).json().path("fault"))
        .hasToString("\"STORE-NONE\"");
    assertThat(say("audit").exit()).isEqualTo(2);
  }

  @Test
  void backsUpAndRestores() throws Exception {
    Path file = folder.resolve("b.zip");
    Path phrase = Files.writeString(folder.resolve("phrase"), "mười hai con giáp\n");
    Said made =
        say(
            "backup",
            "--data",
            data.toString(),
            "--out",
            file.toString(),
            "--with-key",
            "--pin-file",
            phrase.toString());
    assertThat(made.exit()).as(made.json().toString()).isZero();
    Path there = folder.resolve("there");
    Said restored =
        say(
            "restore",
            file.toString(),
            "--data",
            there.toString(),
            "--with-key",
            "--pin-file",
            phrase.toString());
    assertThat(restored.exit()).as(restored.json().toString()).isZero();
    assertThat(restored.json().path("counts")).isEqualTo(made.json().path("counts"));
    assertThat(restored.json().path("hash")).isEqualTo(made.json().path("hash"));

    Said again = say("restore", file.toString(), "--data", there.toString());
    assertThat(again.exit()).isEqualTo(1);
    assertThat(again.json().path("fault").stringValue()).isEqualTo("BACKUP-NOT-EMPTY");
    assertThat(say("restore", file.toString()).exit()).isEqualTo(2);
    assertThat(
            say("backup", "--data", data.toString(), "--out", data.resolve("b.zip").toString())
                .exit())
        .as("not into the data themselves")
        .isEqualTo(2);
  }

  @Test
  void aBackupOfTamperedDataIsKeptAndNamedAndRestoredByNameOnly() throws Exception {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + data.resolve("motcua.db"));
        Statement sql = connection.createStatement()) {
      sql.execute("UPDATE dossier SET holder = 'Ai đó' WHERE id = 1");
    }
    String file = folder.resolve("bad.zip").toString();
    Said made = say("backup", "--data", data.toString(), "--out", file);
    assertThat(made.exit()).isEqualTo(1);
    assertThat(made.json().path("fault").stringValue()).isEqualTo("BACKUP-NOT-WHOLE");
    assertThat(made.json().path("whole").booleanValue()).isFalse();
    assertThat(made.json().path("out").stringValue()).isEqualTo(file);
    assertThat(Path.of(file)).isNotEmptyFile();
    String there = folder.resolve("there").toString();
    String key = data.resolve("keys/lookup.key").toString();
    Said refused = say("restore", file, "--data", there, "--key", key);
    assertThat(refused.exit()).isEqualTo(1);
    assertThat(refused.json().path("fault").stringValue()).isEqualTo("BACKUP-NOT-WHOLE");
    assertThat(Path.of(there)).doesNotExist();
    Said restored = say("restore", file, "--data", there, "--key", key, "--not-whole");
    assertThat(restored.exit()).as(restored.json().toString()).isZero();
    assertThat(restored.json().path("whole").booleanValue()).isFalse();
  }

  @Test
  void aRuleForAMistypedProcedureIsWarnedOf() throws Exception {
    Path rules =
        Files.writeString(
            folder.resolve("rules.json"),
            """
            {"version": "2027-01-01", "rules": [{"id": "a", "procedure": "1.0048730",
              "what": "FILES", "months": 12, "confirmed": false, "source": "thử"},
              {"id": "b", "procedure": "1.004873", "what": "FILES", "months": 12,
              "confirmed": false, "source": "thử"}]}
            """);
    Said told = say("retention", "--data", data.toString(), "--rules", rules.toString());
    assertThat(told.exit()).isZero();
    assertThat(told.json().path("unknownProcedures")).hasToString("[\"1.0048730\"]");
  }

  @Test
  void retentionWithoutRulesKeepsEverything() {
    Said told = say("retention", "--data", data.toString(), "--run");
    assertThat(told.exit()).isZero();
    assertThat(told.json().path("due").intValue()).isZero();
    assertThat(told.json().path("unconfirmed").intValue()).isEqualTo(3);
    Said bad = say("retention", "--data", data.toString(), "--rules", folder + "/none.json");
    assertThat(bad.json().path("fault").stringValue()).isEqualTo("RETENTION-RULES");
  }
}
