package vn.motcua.kiosk.speech;

import java.util.Map;
import java.util.Optional;

/**
 * One language: its sentences, its recordings and how answers are composed of them.
 *
 * @param texts sentences by key, those that are there
 * @param grammar empty if the pack brings none
 */
public record LanguagePack(
    LanguageInfo info, Map<String, String> texts, Optional<Grammar> grammar, Clips clips) {
  public LanguagePack {
    texts = Map.copyOf(texts);
  }

  /** How many recordings of those that its grammar names are there. */
  public int recorded() {
    return (int)
        grammar.stream()
            .flatMap(all -> all.clips().keySet().stream())
            .filter(clips.names()::contains)
            .count();
  }

  /** How many recordings its grammar names. */
  public int wanted() {
    return grammar.map(all -> all.clips().size()).orElse(0);
  }
}
