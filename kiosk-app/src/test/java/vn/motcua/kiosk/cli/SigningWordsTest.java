package vn.motcua.kiosk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.motcua.kiosk.paper.sign.Change;
import vn.motcua.kiosk.paper.sign.SignatureOutcome;

/** People are told about signatures in Vietnamese and in English. */
class SigningWordsTest {
  private static final Locale VIETNAMESE = Locale.of("vi");

  private final SigningWords words = new SigningWords();

  @Test
  void phrasesOfVerdictsAreVietnamese() {
    assertThat(words.phrase(VIETNAMESE, "good")).isEqualTo("không bị thu hồi");
    assertThat(words.phrase(VIETNAMESE, "changed after signing"))
        .isEqualTo("bị thay đổi sau khi ký");
    assertThat(words.phrase(VIETNAMESE, "not known: the network was not asked"))
        .isEqualTo("chưa rõ: chưa hỏi qua mạng");
    assertThat(words.phrase(VIETNAMESE, "revoked 2026-01-02T03:04:05Z"))
        .isEqualTo("bị thu hồi từ 2026-01-02T03:04:05Z");
    assertThat(
            words.phrase(
                VIETNAMESE,
                "not checked: HTTP 503 from http://127.0.0.1/ocsp; no answer from http://a/b"))
        .isEqualTo(
            "chưa kiểm tra: lỗi HTTP 503 từ http://127.0.0.1/ocsp;"
                + " không có trả lời từ http://a/b");
    assertThat(words.phrase(VIETNAMESE, "")).isEmpty();
  }

  @Test
  void inEnglishAndWhereOnlyMachinesSpokeTheyStay() {
    assertThat(words.phrase(Locale.ENGLISH, "changed after signing"))
        .isEqualTo("changed after signing");
    assertThat(words.phrase(VIETNAMESE, "SHA1")).isEqualTo("SHA1");
  }

  @Test
  void numbersAreNotGroupedAndBothLanguagesAreGiven() {
    assertThat(words.say(Locale.ENGLISH, "verdict.part", 1234567L))
        .isEqualTo("first 1234567 bytes");
    assertThat(words.both(language -> words.say(language, "verdict.whole")).lines())
        .containsExactlyInAnyOrder("toàn bộ tệp", "whole file");
  }

  @Test
  void everySortOfVerdictAndChangeHasWords() {
    List<String> keys =
        Stream.concat(
                Stream.of(Change.Kind.values()).map(kind -> "change." + kind),
                Stream.of(SignatureOutcome.values())
                    .filter(o -> o.compareTo(SignatureOutcome.ENCRYPTED) < 0)
                    .filter(o -> o != SignatureOutcome.UNSIGNED)
                    .map(outcome -> "outcome." + outcome))
            .toList();
    ResourceBundle vi = ResourceBundle.getBundle("vn.motcua.kiosk.cli.signing", Locale.ROOT);
    ResourceBundle en = ResourceBundle.getBundle("vn.motcua.kiosk.cli.signing", Locale.ENGLISH);
    for (String key : keys) {
      assertThat(vi.getString(key)).isNotEqualTo(en.getString(key));
    }
    assertThat(vi.keySet().stream().filter(key -> !key.startsWith("phrase.")))
        .allMatch(key -> en.containsKey(key));
  }
}
