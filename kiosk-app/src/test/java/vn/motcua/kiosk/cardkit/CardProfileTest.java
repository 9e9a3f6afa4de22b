package vn.motcua.kiosk.cardkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.scanner.chip.simulated.Hostile;
import vn.motcua.scanner.chip.simulated.HostileCard;
import vn.motcua.scanner.chip.simulated.VirtualCard;

class CardProfileTest {
  private static final Path PAGE = Path.of("..", "scanner-drivers", "docs", "simulated-card.md");
  private static final String PERSON =
      "\"citizen\":{\"number\":\"066301538174\",\"name\":\"H'Lưin Kbriêng\","
          + "\"birth\":\"2001-07-25\",\"sex\":\"FEMALE\"}";

  @TempDir Path dir;

  private CardProfile load(String json) throws Exception {
    return CardProfile.load(Files.writeString(dir.resolve("card.json"), json));
  }

  private static VirtualCard card(CardProfile profile) throws WrongProfile {
    return profile.card(profile.newIssuer());
  }

  private static String answer(VirtualCard card, String command) {
    return HexFormat.of().formatHex(card.process(HexFormat.of().parseHex(command)));
  }

  @Test
  void makesTheUsualCardOfACitizenAlone() throws Exception {
    CardProfile profile = load("{" + PERSON + "}");
    assertThat(profile.citizen().name()).isEqualTo("H'Lưin Kbriêng");
    assertThat(profile.can()).isEqualTo("538174");
    VirtualCard card = card(profile);
    assertThat(answer(card, "00A4020C02011C")).isEqualTo("9000");
    assertThat(answer(card, "00B0000004")).isEqualTo("3134300d9000");
  }

  /** The example that people copy from the documentation must work as it stands there. */
  @Test
  void makesTheExampleOfTheDocumentation() throws Exception {
    Matcher example =
        Pattern.compile("```json\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(PAGE));
    assertThat(example.find()).isTrue();
    byte[] picture = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xD9};
    Files.write(dir.resolve("face.jpg"), picture);
    CardProfile profile = load(example.group(1));
    assertThat(card(profile))
        .isInstanceOfSatisfying(
            HostileCard.class, card -> assertThat(card.how()).isEqualTo(Hostile.SLOW));
  }

  @Test
  void opensAndFillsTheCardAsItIsTold() throws Exception {
    CardProfile profile =
        load(
            "{"
                + PERSON
                + ",\"access\":{\"open\":true,\"can\":\"111222\",\"pace\":[]},"
                + "\"manners\":{\"noShortFileIds\":\"6A86\",\"fingerprints\":\"none\","
                + "\"selectMasterFile\":true},\"groups\":{\"16\":\"700101\"},"
                + "\"files\":{\"011E\":\"6000\"},\"without\":[\"011D\"]}");
    assertThat(profile.can()).isEqualTo("111222");
    VirtualCard card = card(profile);
    assertThat(answer(card, "00A4000C023F00")).isEqualTo("9000");
    assertThat(answer(card, "00A4020C02011C")).isEqualTo("6a82");
    assertThat(answer(card, "00A4040C07A0000002471001")).isEqualTo("9000");
    assertThat(answer(card, "00B09C0002")).isEqualTo("6a86");
    assertThat(answer(card, "00A4020C02011D")).isEqualTo("6a82");
    assertThat(answer(card, "00A4020C020103")).isEqualTo("6a82");
    assertThat(answer(card, "00A4020C02011E")).isEqualTo("9000");
    assertThat(answer(card, "00B0000002")).isEqualTo("60009000");
    assertThat(answer(card, "00A4020C020110")).isEqualTo("9000");
    assertThat(answer(card, "00B0000003")).isEqualTo("7001019000");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "citizen.birth; {\"citizen\":{\"number\":\"066301538174\",\"name\":\"X\",\"birth\":\"2001-02-30\",\"sex\":\"FEMALE\"}}",
        "citizen.birth; {\"citizen\":{\"number\":\"066301538174\",\"name\":\"X\",\"birth\":20010203,\"sex\":\"FEMALE\"}}",
        "citizen.number; {\"citizen\":{\"number\":\"66301538174\",\"name\":\"X\",\"birth\":\"2001-02-03\",\"sex\":\"FEMALE\"}}",
        "citizen.sex; {\"citizen\":{\"number\":\"066301538174\",\"name\":\"X\",\"birth\":\"2001-02-03\",\"sex\":\"F\"}}",
        "citizen.name; {\"citizen\":{\"number\":\"066301538174\",\"birth\":\"2001-02-03\",\"sex\":\"FEMALE\"}}",
        "citizen; {}",
        "citizen; {\"citizen\":[]}",
        "colour; {PERSON,\"colour\":\"red\"}",
        "access.coffee; {PERSON,\"access\":{\"coffee\":true}}",
        "access.can; {PERSON,\"access\":{\"can\":\"12345\"}}",
        "access.can; {PERSON,\"access\":{\"can\":null}}",
        "access.bac; {PERSON,\"access\":{\"bac\":\"yes\"}}",
        "access.tries; {PERSON,\"access\":{\"tries\":0}}",
        "access.tries; {PERSON,\"access\":{\"tries\":2.5}}",
        "access.pace; {PERSON,\"access\":{\"pace\":[\"ECDH_GM AES_128 2\"]}}",
        "access.pace; {PERSON,\"access\":{\"pace\":\"none\"}}",
        "access.pace; {PERSON,\"access\":{\"pace\":[\"ECDH_CAM AES_128 13\"]},\"chip\":{\"authentication\":[]}}",
        "chip.authentication[0].curve; {PERSON,\"chip\":{\"authentication\":[{\"curve\":\"nowhere\"}]}}",
        "chip.authentication[1].ciphers; {PERSON,\"chip\":{\"authentication\":[{},{\"ciphers\":[\"DES\"]}]}}",
        "chip.active.rsa; {PERSON,\"chip\":{\"active\":{\"rsa\":512}}}",
        "chip.active.sha; {PERSON,\"chip\":{\"active\":{\"sha\":\"SHA-1\"}}}",
        "issuer.signer; {PERSON,\"issuer\":{\"signer\":\"DSA\"}}",
        "issuer.validTo; {PERSON,\"issuer\":{\"validFrom\":\"2024-01-01\"}}",
        "issuer.validTo; {PERSON,\"issuer\":{\"validFrom\":\"2024-01-01\",\"validTo\":\"2023-01-01\"}}",
        "issuer.signBy; {PERSON,\"issuer\":{\"signBy\":2}}",
        "issuer.signingTime; {PERSON,\"issuer\":{\"signingTime\":\"later\"}}",
        "issuer.name; {PERSON,\"issuer\":{\"name\":\"nobody\"}}",
        "manners.endOfFile; {PERSON,\"manners\":{\"endOfFile\":\"never\"}}",
        "manners.fingerprints; {PERSON,\"manners\":{\"fingerprints\":\"yes\"}}",
        "groups.17; {PERSON,\"groups\":{\"17\":\"00\"}}",
        "groups.2; {PERSON,\"groups\":{\"2\":\"0g\"}}",
        "files.11; {PERSON,\"files\":{\"11\":\"00\"}}",
        "without; {PERSON,\"without\":[11]}",
        "face; {PERSON,\"face\":\"nowhere.jpg\"}",
        "hostile.behaviour; {PERSON,\"hostile\":{\"behaviour\":\"kind\"}}",
        "hostile.behaviour; {PERSON,\"hostile\":{}}",
      })
  void namesTheKeyThatIsWrong(String key, String json) {
    assertThatThrownBy(() -> card(load(json.replace("PERSON", PERSON))))
        .isInstanceOfSatisfying(
            WrongProfile.class,
            wrong -> {
              assertThat(wrong.key()).isEqualTo(key);
              assertThat(wrong.problem()).isNotBlank();
            });
  }

  @Test
  void namesTheFileWhereNoKeyFits() throws Exception {
    for (String text : new String[] {"{", "{} {}", "{\"a\":1,\"a\":2}", "number = 1"}) {
      assertThatThrownBy(() -> load(text))
          .isInstanceOfSatisfying(
              WrongProfile.class, wrong -> assertThat(wrong.key()).endsWith("card.json"));
    }
    Files.write(dir.resolve("latin"), new byte[] {'{', (byte) 0xE9, '}'});
    assertThatThrownBy(() -> CardProfile.load(dir.resolve("latin"))).hasMessageContaining("UTF-8");
    assertThatThrownBy(() -> CardProfile.load(dir.resolve("none")))
        .isInstanceOf(WrongProfile.class);
  }

  @Test
  void readsThePropertiesFormToo() throws Exception {
    Path file =
        Files.writeString(
            dir.resolve("a.properties"),
            "number = 066201538174\nname = Y Rin\nbirth = 2001-07-25\nsex = Nam\n");
    CardProfile profile = CardProfile.load(file);
    assertThat(profile.can()).isEqualTo("538174");
    assertThat(answer(card(profile), "00A4020C02011C")).isEqualTo("9000");
  }
}
