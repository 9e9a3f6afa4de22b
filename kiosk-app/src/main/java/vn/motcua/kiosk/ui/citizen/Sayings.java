package vn.motcua.kiosk.ui.citizen;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import vn.motcua.kiosk.speech.Speaker;
import vn.motcua.kiosk.speech.Spoken;
import vn.motcua.kiosk.ui.kit.Texts;

/** What a page says aloud, cut into sentences that can each be a caption. */
final class Sayings {
  private static final Pattern END = Pattern.compile("(?<=[.!?…])\\s+");

  private Sayings() {}

  /** Free text, sentence by sentence. */
  static List<Spoken> cut(String text) {
    return Arrays.stream(END.split(text.replace('\n', ' ').strip()))
        .filter(sentence -> !sentence.isBlank())
        .map(Spoken::free)
        .toList();
  }

  /** The sentences of those keys. */
  static List<Spoken> of(Texts texts, String... keys) {
    return Arrays.stream(keys).map(key -> Spoken.of(key, texts.get(key))).toList();
  }

  /** The sentences of {@code view} in the language of the moment, each with its Vietnamese. */
  static List<Speaker.Line> lines(PageView view, Texts texts) {
    List<Spoken> said = view.sayings();
    Locale now = texts.language().get();
    List<Spoken> vietnamese =
        now.equals(Texts.VIETNAMESE) ? said : texts.in(Texts.VIETNAMESE, view::sayings);
    List<Speaker.Line> lines = new ArrayList<>();
    for (int i = 0; i < said.size(); i++) {
      // Sentences of a text may be cut otherwise in two languages: then each stands for itself.
      lines.add(
          new Speaker.Line(
              said.get(i), said.size() == vietnamese.size() ? vietnamese.get(i) : said.get(i)));
    }
    return lines;
  }
}
