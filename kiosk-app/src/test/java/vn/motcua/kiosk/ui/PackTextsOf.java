package vn.motcua.kiosk.ui;

import vn.motcua.kiosk.speech.Languages;
import vn.motcua.kiosk.ui.kit.Texts;

/** The sentences of packs, for windows that a test opens itself. */
public final class PackTextsOf {
  private PackTextsOf() {}

  public static Texts.Added languages(Languages languages) {
    return new PackTexts(languages);
  }
}
