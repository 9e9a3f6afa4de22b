package vn.motcua.kiosk.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Helpers sign in by PIN; guessing is slow; who helps is known as long as they help. */
class HelperDeskTest {
  private static final Clock NOW =
      Clock.fixed(Instant.parse("2026-11-23T01:42:00Z"), ZoneOffset.UTC);
  private static final Helper OFFICER = new Helper("Trần Thị Mai", Helper.Role.OFFICER);
  private static final Helper VILLAGER = new Helper("Y Bhươm", Helper.Role.COMMUNITY);

  @TempDir Path folder;

  private HelperDesk desk() throws Exception {
    HelperDesk desk = new HelperDesk(folder.resolve("helpers"), NOW);
    desk.allow(OFFICER, "204817");
    desk.allow(VILLAGER, "9305518");
    return desk;
  }

  @Test
  void thePinSaysWhoHelpsUntilTheyEnd() throws Exception {
    HelperDesk desk = desk();
    assertThat(desk.at("Máy 1")).isEmpty();
    assertThat(desk.known("9305518")).isEqualTo(VILLAGER);
    assertThat(desk.at("Máy 1")).as("who typed it may have left").isEmpty();
    desk.begin("Máy 1", VILLAGER);
    assertThat(desk.at("Máy 1")).contains(VILLAGER);
    assertThat(desk.at("Máy 2")).isEmpty();
    assertThat(desk.why("Máy 1", "giấy hẹn")).isEqualTo("giấy hẹn; Y Bhươm giúp");
    desk.end("Máy 1");
    assertThat(desk.why("Máy 1", "giấy hẹn")).isEqualTo("giấy hẹn");
  }

  @Test
  void threeWrongPinsMakeEvenTheRightOneWait() throws Exception {
    HelperDesk desk = desk();
    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(() -> desk.known("111112")).hasMessageContaining("HELPER-PIN-WRONG");
    }
    // Another process starts at the same count.
    HelperDesk again = new HelperDesk(folder.resolve("helpers"), NOW);
    assertThatThrownBy(() -> again.known("204817")).hasMessageContaining("HELPER-PIN-WAIT");
    assertThat(again.at("Máy 1")).isEmpty();
  }

  @Test
  void noPinIsWrittenDownAndNoneIsTwoPeoples() throws Exception {
    HelperDesk desk = desk();
    assertThat(Files.readString(folder.resolve("helpers").resolve("helpers")))
        .doesNotContain("204817")
        .doesNotContain("9305518");
    assertThatThrownBy(() -> desk.allow(new Helper("Ai khác", Helper.Role.OFFICER), "204817"))
        .hasMessageContaining("HELPER-PIN-TAKEN");
    for (String bad : new String[] {"1234", "111111", "12345a", "1234567890123"}) {
      assertThatThrownBy(() -> desk.allow(OFFICER, bad)).hasMessageContaining("HELPER-PIN-FORM");
    }
    assertThat(desk.helpers()).containsExactly(OFFICER, VILLAGER);
    assertThat(desk.remove("Y Bhươm")).isTrue();
    assertThatThrownBy(() -> desk.known("9305518")).hasMessageContaining("HELPER-PIN-WRONG");
  }

  @Test
  void aSpoiltListIsSaidAndNeverOverwritten() throws Exception {
    HelperDesk desk = desk();
    Files.writeString(folder.resolve("helpers").resolve("helpers"), "rác");
    assertThatThrownBy(desk::helpers).hasMessageContaining("HELPER-DAMAGED");
    assertThatThrownBy(() -> desk.allow(OFFICER, "204817")).hasMessageContaining("HELPER-DAMAGED");
  }
}
