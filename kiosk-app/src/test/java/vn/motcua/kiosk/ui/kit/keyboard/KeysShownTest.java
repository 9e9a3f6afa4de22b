package vn.motcua.kiosk.ui.kit.keyboard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the keyboard shows is kept where one types, and nowhere else. */
class KeysShownTest {
  private final KeysShown shown = new KeysShown();

  @Test
  void theSamePlaceFindsItsKeysAgainAndAnotherDoesNot() {
    assertThat(shown.at("name")).isTrue();
    shown.side(Layout.Side.DIGITS);
    shown.capital(true);
    assertThat(shown.at("name")).isFalse();
    assertThat(shown.side()).isEqualTo(Layout.Side.DIGITS);
    assertThat(shown.capital()).isTrue();
    assertThat(shown.at("birth")).isTrue();
    assertThat(shown.side()).isEqualTo(Layout.Side.LETTERS);
    assertThat(shown.capital()).isFalse();
  }

  @Test
  void whoComesNextFindsLetters() {
    shown.at("name");
    shown.side(Layout.Side.MORE);
    shown.forget();
    assertThat(shown.at("name")).isTrue();
    assertThat(shown.side()).isEqualTo(Layout.Side.LETTERS);
  }
}
