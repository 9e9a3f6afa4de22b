package vn.motcua.scanner;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/**
 * Sentences by key from several resource bundles; the first bundle that has the key answers. The
 * root bundle is Vietnamese, so a sentence that a language lacks is said in Vietnamese, whatever
 * the computer is set to.
 */
public final class Sentences {
  private static final ResourceBundle.Control ROOT_IS_VIETNAMESE =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private final List<String> bundles;

  /**
   * @param bundles base names, asked in this order
   */
  public Sentences(List<String> bundles) {
    this.bundles = List.copyOf(bundles);
  }

  /**
   * The sentence of {@code key} in {@code language}; empty if no bundle has it.
   *
   * @throws java.util.MissingResourceException if a bundle itself is not there
   */
  public Optional<String> find(String key, Locale language) {
    for (String name : bundles) {
      ResourceBundle bundle = ResourceBundle.getBundle(name, language, ROOT_IS_VIETNAMESE);
      if (bundle.containsKey(key)) {
        return Optional.of(bundle.getString(key));
      }
    }
    return Optional.empty();
  }
}
