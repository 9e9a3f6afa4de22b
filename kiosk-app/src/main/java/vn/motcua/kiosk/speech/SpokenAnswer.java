package vn.motcua.kiosk.speech;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the recordings of a sentence: all of one voice, never two languages in one sentence. */
public final class SpokenAnswer {
  private static final Locale VIETNAMESE = Locale.of("vi");

  private final Languages languages;

  public SpokenAnswer(Languages languages) {
    this.languages = languages;
  }

  /**
   * A whole sentence of recordings.
   *
   * @param pack whose recordings they are
   */
  public record Composed(LanguagePack pack, List<Piece> pieces) {}

  /**
   * The recordings of {@code spoken} in {@code language}; empty if that language cannot say the
   * whole of it.
   */
  public Optional<Composed> in(Locale language, Spoken spoken) {
    return all(language, spoken).stream().findFirst();
  }

  /** The same of every pack of that language that can say the whole of it, the best first. */
  public List<Composed> all(Locale language, Spoken spoken) {
    return languages.of(language).stream().flatMap(pack -> of(pack, spoken).stream()).toList();
  }

  /** The recordings of {@code spoken} in Vietnamese, for what another language lacks. */
  public Optional<Composed> inVietnamese(Spoken spoken) {
    return in(VIETNAMESE, spoken);
  }

  private Optional<Composed> of(LanguagePack pack, Spoken spoken) {
    // Sounds alone are enough: the words of a language stand in the order of its own grammar.
    Optional<Grammar> grammar =
        pack.grammar()
            .or(() ->
                languages.of(pack.info().locale()).stream()
                    .flatMap(other -> other.grammar().stream())
                    .findFirst());
    return grammar
        .flatMap(rules -> rules.compose(spoken))
        .filter(pieces ->
            pieces.stream()
                .allMatch(piece ->
                    !(piece instanceof Piece.Recording(String clip))
                        || pack.clips().names().contains(clip)))
        .map(pieces -> new Composed(pack, pieces));
  }
}
