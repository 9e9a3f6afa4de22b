package vn.motcua.kiosk.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DraftCodeTest {
  @Test
  void everyWrongCharacterAndEverySwapIsNoticed() {
    Random random = new Random(2);
    for (int round = 0; round < 20; round++) {
      DraftCode code = DraftCode.random(random);
      String text = code.qrText();
      assertThat(DraftCode.strict(text)).contains(code);
      for (int i = DraftCode.PREFIX.length(); i < text.length(); i++) {
        for (char other : LookupSecret.ALPHABET.toCharArray()) {
          if (text.charAt(i) != other) {
            assertThat(DraftCode.strict(text.substring(0, i) + other + text.substring(i + 1)))
                .isEmpty();
          }
        }
        for (int j = i + 1; j < text.length() - 1; j++) {
          if (text.charAt(i) != text.charAt(j)) {
            StringBuilder swapped = new StringBuilder(text);
            swapped.setCharAt(i, text.charAt(j));
            swapped.setCharAt(j, text.charAt(i));
            assertThat(DraftCode.strict(swapped.toString())).isEmpty();
          }
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "MCD1|",
        "MCD1|22222222",
        "mcd1|222222222",
        "MCD1|2222222222",
        "MCD2|222222222",
        "MCD1|00000000O"
      })
  void anythingElseIsNone(String text) {
    assertThat(DraftCode.strict(text)).isEmpty();
    assertThatThrownBy(() -> new DraftCode(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
