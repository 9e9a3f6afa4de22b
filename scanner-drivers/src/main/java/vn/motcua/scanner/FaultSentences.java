package vn.motcua.scanner;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the sentences of a fault by its code. Each module lists its faults in a bundle of its own:
 * {@code CODE.what} and {@code CODE.do}, in Vietnamese (the root bundle) and English.
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
        .or(() -> find("UNKNOWN", language))
        .orElse(new FaultSentence(fault.code(), ""));
  }

  /** The sentences for {@code code}, if a bundle has them. */
  public Optional<FaultSentence> find(String code, Locale language) {
    return sentences
        .find(code + ".what", language)
        .flatMap(what ->
            sentences.find(code + ".do", language).map(todo -> new FaultSentence(what, todo)));
  }
}
