package vn.motcua.kiosk.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.kiosk.Kiosk;
import vn.motcua.kiosk.desk.Samples;
import vn.motcua.kiosk.token.SoftHsm;

/** The secret of a data folder in a token that SoftHSM plays. */
class KeyPlaceTest {
  @TempDir Path folder;

  private SoftHsm token;
  private Path root = Path.of("");
  private Path pinFile = Path.of("");
  private Path copy = Path.of("");
  private byte[] secret = {};

  @BeforeEach
  void begin() throws Exception {
    token = SoftHsm.with(folder, "kho");
    root = folder.resolve("data");
    pinFile = Files.writeString(folder.resolve("pin"), SoftHsm.PIN + "\n");
    copy = folder.resolve("copy.key");
    StoreProcess.main(new String[] {"make", root.toString()});
    secret = Files.readAllBytes(root.resolve("keys/lookup.key"));
  }

  private String act(String acts) throws Exception {
    return token.java(
        KeyProcess.class,
        acts,
        token.module().toString(),
        root.toString(),
        pinFile.toString(),
        copy.toString());
  }

  @Test
  void aTokenKeepsTheSecretAndEveryTroubleIsNamed() throws Exception {
    assertThat(
            act(
                "motcua,open,badpin,open,nopin,open,goodpin,othertoken,open,sametoken,open,"
                    + "lose,open"))
        .containsSubsequence(
            "wrapped by motcua",
            "opened Đinh Thị Thử",
            "open: STORE-TOKEN-PIN",
            "open: STORE-TOKEN-NO-PIN",
            "open: STORE-TOKEN-NONE",
            "opened Đinh Thị Thử",
            "open: STORE-TOKEN-REFUSED");
    assertThat(root.resolve("keys/lookup.key")).doesNotExist();
    assertThat(Files.readAllBytes(copy)).isEqualTo(secret);
    for (Path file : Files.list(root.resolve("keys")).toList()) {
      assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
          .as(file.toString())
          .doesNotContain(new String(secret, StandardCharsets.ISO_8859_1));
    }
    assertThat(KeyPlace.show(root).token()).isEqualTo(Optional.of("kho"));
    // The spare copy opens what a lost token cannot.
    Files.delete(root.resolve("keys/lookup.wrapped"));
    Files.copy(copy, root.resolve("keys/lookup.key"));
    assertThat(act("open")).contains("opened Đinh Thị Thử");
  }

  @Test
  @Tag("long")
  void aTokenWithRsaOnlyDoesItAsWellAndGivesItBack() throws Exception {
    assertThat(act("rsa,wrap-rsa,open,unwrap,open"))
        .containsSubsequence("wrapped by rsa", "opened", "unwrapped", "opened");
    assertThat(Files.readAllBytes(root.resolve("keys/lookup.key"))).isEqualTo(secret);
    assertThat(root.resolve("keys/lookup.wrapped")).doesNotExist();
  }

  @Test
  void theCommandAsksWhereTheCopyGoesAndKeepsItApart() throws Exception {
    String[] wrap = {
      "key",
      "wrap",
      "--pkcs11",
      token.module().toString(),
      "--data",
      root.toString(),
      "--pin-file",
      pinFile.toString(),
      "--start-pin-file",
      pinFile.toString(),
      "--json"
    };
    assertThat(token.java(Kiosk.class, wrap)).contains("--without-copy");
    assertThat(token.java(Kiosk.class, and(wrap, "--copy", root.resolve("c").toString())))
        .contains("kept apart");
    Files.writeString(copy, "khóa của máy khác");
    assertThat(token.java(Kiosk.class, and(wrap, "--copy", copy.toString())))
        .contains("nothing is written over")
        .doesNotContain("\"fault\"");
    assertThat(copy).hasContent("khóa của máy khác");
    Files.delete(copy);
    assertThat(Files.readAllBytes(root.resolve("keys/lookup.key"))).isEqualTo(secret);
    assertThat(token.java(Kiosk.class, and(wrap, "--copy", copy.toString())))
        .contains("\"place\":\"token\"", "\"token\":\"kho\"");
    assertThat(Files.readAllBytes(copy)).isEqualTo(secret);
  }

  @Test
  void wrappingAnewWorksAndWhatFailsLeavesAllAsItWas() throws Exception {
    // While it is blocked, the copy is on the disk already when the wrapped one cannot be written.
    assertThat(act("block,motcua,files,unblock,motcua,files,uncopy,motcua,files,open"))
        .containsSubsequence(
            "motcua: STORE-",
            "plain true, wrapped false, copy false",
            "wrapped by motcua",
            "plain false, wrapped true, copy true",
            "wrapped by motcua",
            "plain false, wrapped true, copy true",
            "opened Đinh Thị Thử");
    assertThat(Files.readAllBytes(copy)).isEqualTo(secret);
    byte[] wrapped = Files.readAllBytes(root.resolve("keys/lookup.wrapped"));
    assertThat(act("uncopy,block,motcua,files,unblock,open"))
        .containsSubsequence(
            "motcua: STORE-", "plain false, wrapped true, copy false", "opened Đinh Thị Thử");
    assertThat(Files.readAllBytes(root.resolve("keys/lookup.wrapped"))).isEqualTo(wrapped);
  }

  @Test
  @Tag("long")
  void aBackupOfAWrappedFolderIsRestoredBesideTheTokenAndWithoutIt() throws Exception {
    assertThat(act("motcua")).contains("wrapped by motcua");
    Path file = folder.resolve("b.zip");
    char[] phrase = "mười hai con giáp".toCharArray();
    Clock clock = Samples.at("2026-11-20T09:00:00");
    assertThat(Backup.write(root, file, Optional.of(phrase.clone()), clock).whole()).isTrue();

    Path original = root;
    root = folder.resolve("beside");
    Restore.run(file, root, Optional.empty(), Optional.of(phrase.clone()));
    assertThat(root.resolve("keys/lookup.key")).doesNotExist();
    assertThat(act("open")).contains("opened Đinh Thị Thử");

    root = folder.resolve("without");
    Restore.run(file, root, Optional.of(copy), Optional.of(phrase));
    assertThat(root.resolve("keys/lookup.wrapped")).doesNotExist();
    assertThat(root.resolve("keys/audit.key"))
        .as("the keys that sign come along")
        .hasSameBinaryContentAs(original.resolve("keys/audit.key"));
    assertThat(openWithoutToken()).isEqualTo(1);

    root = folder.resolve("apart");
    Backup.write(original, file, Optional.empty(), clock);
    Restore.run(file, root, Optional.of(copy), Optional.empty());
    assertThat(openWithoutToken()).isEqualTo(1);
    assertThat(AuditTrail.verify(root, Optional.empty(), true).isWhole()).isTrue();
  }

  private long openWithoutToken() throws Exception {
    try (DataFolder data = DataFolder.open(root);
        DossierStore store = DossierStore.open(data, Samples.at("2026-11-20T09:00:00"))) {
      return store.count();
    }
  }

  private static String[] and(String[] first, String... more) {
    String[] all = java.util.Arrays.copyOf(first, first.length + more.length);
    System.arraycopy(more, 0, all, first.length, more.length);
    return all;
  }
}
