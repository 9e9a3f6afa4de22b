package vn.motcua.scanner;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the sentences of a fault by its code. Each module lists its faults in a bundle of its own:
 * {@code CODE.what} and {@code CODE.do}, in Vietnamese (the root bundle) and English. A fault that
 * is {@link Fault#about} something has {@code CODE.about.what} where that is worth a sentence of
 * its own, else {@code CODE.any.what} with <code>{0}</code> for it.
 */
public final class FaultSentences {
  /** The bundle of the device faults. */
  public static final String DEVICES = "vn.motcua.scanner.faults";

  private final Sentences sentences;

  /**
   * @param bundles base names, asked in this order
   */
  public FaultSentences(List<String> bundles) {
    sentences = new Sentences(bundles);
  }

  /**
   * The sentences for {@code fault} in {@code language}; a code that no bundle knows is answered
   * with the sentences of {@code UNKNOWN}, never with an exception.
   */
  public FaultSentence of(Fault fault, Locale language) {
    return find(fault.code(), language)
        .map(sentence ->
            about(fault, language)
                .map(what -> new FaultSentence(what, sentence.todo()))
                .orElse(sentence))
        .or(() -> find("UNKNOWN", language))
        .orElse(new FaultSentence(fault.code(), ""));
  }

  private Optional<String> about(Fault fault, Locale language) {
    String about = fault.about();
    return about.isEmpty()
        ? Optional.empty()
        : sentences
            .find(fault.code() + "." + about + ".what", language)
            .or(() ->
                sentences
                    .find(fault.code() + ".any.what", language)
                    .map(what -> what.replace("{0}", about)));
  }

  /** The sentences for {@code code}, if a bundle has them. */
  public Optional<FaultSentence> find(String code, Locale language) {
    return sentences
        .find(code + ".what", language)
        .flatMap(what ->
            sentences.find(code + ".do", language).map(todo -> new FaultSentence(what, todo)));
  }
}
