package vn.motcua.kiosk.speech;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which sentences a language pack may bring: those of the screens' bundles, and those of the faults
 * that citizens can meet. The root bundles are Vietnamese.
 */
public final class PackKeys {
  private static final ResourceBundle.Control EXACT =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
  private static final Pattern PLACE = Pattern.compile("\\{([0-9])\\}");

  private final Map<String, String> vietnamese = new TreeMap<>();
  private final Map<String, String> english = new TreeMap<>();

  /**
   * @param bundles base names of the screens' sentences
   * @param faults base names of the sentences of faults
   * @param codes beginnings of the codes of faults that citizens can meet
   */
  public PackKeys(List<String> bundles, List<String> faults, List<String> codes) {
    bundles.forEach(name -> add(name, List.of("")));
    faults.forEach(name -> add(name, codes));
  }

  private void add(String name, List<String> beginnings) {
    ResourceBundle root = ResourceBundle.getBundle(name, Locale.ROOT, EXACT);
    ResourceBundle other = ResourceBundle.getBundle(name, Locale.ENGLISH, EXACT);
    for (String key : other.keySet()) {
      if (beginnings.stream().anyMatch(key::startsWith)) {
        english.putIfAbsent(key, other.getString(key));
        if (root.containsKey(key)) {
          vietnamese.putIfAbsent(key, root.getString(key));
        }
      }
    }
  }

  /** Every sentence that a whole pack has, with its Vietnamese words. */
  public Map<String, String> all() {
    return Collections.unmodifiableMap(vietnamese);
  }

  /** Whether a screen says a sentence of that key; forms for one or none of something too. */
  public boolean knows(String key) {
    return vietnamese.containsKey(key)
        || english.containsKey(key)
        || vietnamese.containsKey(key.replaceFirst("\\.(one|zero)$", ""));
  }

  /** Whether the places such as {0} in {@code words} are those that {@code key} needs. */
  public boolean fits(String key, String words) {
    String base = vietnamese.containsKey(key) ? key : key.replaceFirst("\\.(one|zero)$", "");
    Set<String> vi = places(Optional.ofNullable(vietnamese.get(base)).orElse(""));
    Set<String> en = places(Optional.ofNullable(english.get(base)).orElse(""));
    Set<String> may = new HashSet<>(vi);
    may.addAll(en);
    // What even one of the two languages does without, such as the salutation, a third may too.
    Set<String> must = new HashSet<>(vi);
    must.retainAll(en);
    if (!base.equals(key)) {
      must.clear();
    }
    Set<String> has = places(words);
    return may.containsAll(has) && has.containsAll(must);
  }

  private static Set<String> places(String words) {
    return PLACE.matcher(words).results().map(found -> found.group(1)).collect(Collectors.toSet());
  }
}
