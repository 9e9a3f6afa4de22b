package vn.motcua.kiosk.ui;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.motcua.kiosk.speech.Languages;
import vn.motcua.kiosk.ui.kit.Texts;

/** The sentences of the language packs, for the screens. */
final class PackTexts implements Texts.Added {
  private final Languages languages;

  PackTexts(Languages languages) {
    this.languages = languages;
  }

  @Override
  public List<Texts.Language> all() {
    return languages.all().stream()
        .map(info -> new Texts.Language(info.locale(), info.name()))
        .toList();
  }

  @Override
  public Optional<String> find(Locale language, String key) {
    return languages.text(language, key);
  }
}
