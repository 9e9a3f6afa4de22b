package vn.motcua.scanner.chip.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.scanner.chip.Sex;

/** The card's own manners, as measured on real ones. */
class SimulatedCardTest {
  private final SimulatedCard card = SimulatedCitizens.a().card();

  private static String answer(VirtualCard card, String command) {
    return HexFormat.of().formatHex(card.process(HexFormat.of().parseHex(command)));
  }

  @Test
  void refusesTheMasterFileButGivesCardAccess() {
    assertThat(answer(card, "00A4000C023F00")).isEqualTo("6d00");
    assertThat(answer(card, "00A4020C02011C")).isEqualTo("9000");
    assertThat(answer(card, "00B0000004")).isEqualTo("3134300d9000");
    assertThat(answer(card, "00B0000000")).endsWith("6282");
    assertThat(answer(card, "00B0003601")).isEqualTo("6b00");
    assertThat(answer(card, "00B09C0002")).isEqualTo("31349000");
  }

  @Test
  void keepsTheCitizensDataUntilItIsOpened() {
    assertThat(answer(card, "00A4020C020101")).isEqualTo("6a82");
    assertThat(answer(card, "00A4040C07A0000002471001")).isEqualTo("9000");
    assertThat(answer(card, "00A4020C020101")).isEqualTo("6982");
    assertThat(answer(card, "00A4020C020103")).isEqualTo("6982");
    assertThat(answer(card, "00B0810000")).isEqualTo("6982");
    assertThat(answer(card, "0CB000000397010000")).isEqualTo("6988");
  }

  @Test
  void knowsNoOtherApplicationAndNoOtherInstruction() {
    assertThat(answer(card, "00A4040C07A0000000031010")).isEqualTo("6a82");
    assertThat(answer(card, "00CA006600")).isEqualTo("6d00");
    assertThat(answer(card, "00B0")).isEqualTo("6700");
    assertThat(answer(card, "00A4020C05011C")).isEqualTo("6700");
  }

  @Test
  void readsBeyondThirtyTwoKilobytesWithTheOddInstruction() {
    byte[] large = new byte[40_000];
    new Random(1).nextBytes(large);
    Map<Integer, byte[]> files = new HashMap<>();
    files.put(0x011C, large);
    SimulatedCard big =
        new SimulatedCard(files, Optional.empty(), Optional.empty(), Optional.empty());
    assertThat(answer(big, "00A4020C02011C")).isEqualTo("9000");
    assertThat(answer(big, "00B1000000000554030088B80000"))
        .as("an answer of up to 65536 bytes in the extended form")
        .startsWith("5382")
        .endsWith("6282");
    String part = answer(big, "00B10000055403008CA010");
    assertThat(part).isEqualTo("530c" + HexFormat.of().formatHex(large, 36_000, 36_012) + "9000");
  }

  @Test
  void neverThrowsWhateverItIsSent() {
    Random random = new Random(5);
    for (int i = 0; i < 20_000; i++) {
      byte[] command = new byte[random.nextInt(60)];
      random.nextBytes(command);
      if (command.length > 4 && random.nextBoolean()) {
        command[0] = random.nextBoolean() ? 0 : (byte) 0x0C;
        command[1] =
            new byte[] {(byte) 0xA4, (byte) 0xB0, (byte) 0xB1, 0x22, (byte) 0x86}
                [random.nextInt(5)];
      }
      assertThat(card.process(command).length).isGreaterThanOrEqualTo(2);
    }
  }

  @Test
  void hasAWellFormedAnswerToReset() {
    int check = 0;
    byte[] atr = card.atr();
    for (int i = 1; i < atr.length; i++) {
      check ^= atr[i];
    }
    assertThat(atr[0]).isEqualTo((byte) 0x3B);
    assertThat(check).isZero();
  }

  @Test
  void itsCitizensNumbersAgreeWithBirthAndSex() {
    for (SimulatedCardProfile citizen : SimulatedCitizens.all()) {
      int digit = citizen.number().charAt(3) - '0';
      assertThat(1900 + 100 * (digit / 2)).isEqualTo(citizen.birth().getYear() / 100 * 100);
      assertThat(digit % 2 == 0).isEqualTo(citizen.sex() == Sex.MALE);
      assertThat(citizen.number().substring(4, 6))
          .isEqualTo("%02d".formatted(citizen.birth().getYear() % 100));
      assertThat(citizen.can()).isEqualTo(citizen.number().substring(6));
    }
  }

  @Test
  void loadsAProfileFromAFile(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("citizen.properties");
    Files.writeString(
        file,
        """
        number = 066201538174
        name = Y Rin Kbriêng
        birth = 2001-07-25
        sex = Nam
        residence = Buôn Ea Mroa
        """);
    SimulatedCardProfile citizen = SimulatedCardProfile.load(file);
    assertThat(citizen.name()).isEqualTo("Y Rin Kbriêng");
    assertThat(citizen.birth()).isEqualTo(LocalDate.of(2001, 7, 25));
    assertThat(citizen.expiry()).isEmpty();
    assertThat(citizen.toString()).doesNotContain("Kbriêng").doesNotContain("066201538174");

    Files.writeString(file, "number = 12\nname = X\nbirth = 2001-07-25\nsex = Nam\n");
    assertThatThrownBy(() -> SimulatedCardProfile.load(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("twelve digits");
    Files.writeString(file, "number = 066201538174\nname = X\nbirth = 2001-02-30\nsex = Nam\n");
    assertThatThrownBy(() -> SimulatedCardProfile.load(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("birth");
  }
}
