package vn.motcua.kiosk.ui.kit;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import vn.motcua.scanner.Fault;
import vn.motcua.scanner.FaultSentence;
import vn.motcua.scanner.FaultSentences;
import vn.motcua.scanner.Sentences;

/**
 * Every sentence that a face says, in the language of the moment. Vietnamese is the root bundle, so
 * a sentence that a language lacks is said in Vietnamese. {@code {0}} … {@code {9}} stand for what
 * is put in; nothing else is special, apostrophes neither.
 */
public final class Texts {
  /** The language of the house. */
  public static final Locale VIETNAMESE = Locale.of("vi");

  /** The bundle of the words that all faces share. */
  public static final String KIT = "vn.motcua.kiosk.ui.kit.texts";

  /**
   * A language that can be chosen.
   *
   * @param name what its speakers call it
   */
  public record Language(Locale locale, String name) {}

  /** Languages beside those of the bundles. */
  public interface Added {
    /** All that can be chosen, in the order of their buttons. */
    List<Language> all();

    /** What one of them says for {@code key}; empty = what the bundles say. */
    Optional<String> find(Locale language, String key);
  }

  private static final Added NONE =
      new Added() {
        @Override
        public List<Language> all() {
          return List.of(
              new Language(VIETNAMESE, "Tiếng Việt"), new Language(Locale.of("en"), "English"));
        }

        @Override
        public Optional<String> find(Locale language, String key) {
          return Optional.empty();
        }
      };

  private final Sentences sentences;
  private final FaultSentences faults;
  private final ObjectProperty<Locale> language = new SimpleObjectProperty<>(VIETNAMESE);
  private Added added = NONE;
  private Optional<Locale> aside = Optional.empty();

  /**
   * @param faults the sentences of faults
   * @param bundles base names, asked in this order and {@link #KIT} last
   */
  public Texts(FaultSentences faults, String... bundles) {
    this.faults = faults;
    sentences = new Sentences(Stream.concat(Arrays.stream(bundles), Stream.of(KIT)).toList());
  }

  /** The language of the moment. */
  public ObjectProperty<Locale> language() {
    return language;
  }

  /** The same sentences in more languages. */
  public Texts with(Added more) {
    added = more;
    return this;
  }

  /** The languages that can be chosen, in the order of their buttons. */
  public List<Language> languages() {
    return added.all();
  }

  /**
   * What {@code work} says in another language than that of the moment; nothing on the screen
   * changes.
   */
  public <T> T in(Locale other, Supplier<T> work) {
    Optional<Locale> before = aside;
    aside = Optional.of(other);
    try {
      return work.get();
    } finally {
      aside = before;
    }
  }

  private Locale now() {
    return aside.orElseGet(language::get);
  }

  private Optional<String> find(String key) {
    Locale now = now();
    return added.find(now, key).or(() -> sentences.find(key, now));
  }

  /** Dates and times in the language of the moment. */
  public DateWords dates() {
    return new DateWords(now(), day -> get("weekday." + day.getValue()));
  }

  /**
   * The sentence of that key.
   *
   * @throws MissingResourceException if no bundle has it
   */
  public String get(String key, Object... put) {
    return find(key)
        .map(sentence -> fill(sentence, put))
        .orElseThrow(() -> new MissingResourceException("no sentence", KIT, key));
  }

  /** Whether a sentence of that key exists. */
  public boolean has(String key) {
    return find(key).isPresent();
  }

  /** The sentence for a number of things: {@code key.one} for one if there is such a key. */
  public String count(String key, long number, Object... put) {
    Object[] all = new Object[put.length + 1];
    all[0] = number;
    System.arraycopy(put, 0, all, 1, put.length);
    String special = number == 0 ? ".zero" : number == 1 ? ".one" : "";
    return !special.isEmpty() && has(key + special) ? get(key + special, all) : get(key, all);
  }

  /** The sentence of that key, following the language. */
  public StringBinding live(String key, Object... put) {
    return Bindings.createStringBinding(() -> get(key, put), language);
  }

  /** What to tell a person about {@code fault}. */
  public FaultSentence fault(Fault fault) {
    Locale now = now();
    FaultSentence sentence = faults.of(fault, now);
    return added
        .find(now, fault.code() + ".what")
        .map(what ->
            new FaultSentence(what, added.find(now, fault.code() + ".do").orElse(sentence.todo())))
        .orElse(sentence);
  }

  static String fill(String sentence, Object... put) {
    if (put.length == 0 || sentence.indexOf('{') < 0) {
      return sentence;
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < sentence.length(); i++) {
      char c = sentence.charAt(i);
      boolean slot = c == '{' && i + 2 < sentence.length() && sentence.charAt(i + 2) == '}';
      int index = slot ? sentence.charAt(i + 1) - '0' : -1;
      if (index >= 0 && index < put.length) {
        text.append(put[index]);
        i += 2;
      } else {
        text.append(c);
      }
    }
    return text.toString();
  }
}
