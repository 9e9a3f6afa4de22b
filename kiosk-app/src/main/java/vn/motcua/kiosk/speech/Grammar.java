package vn.motcua.kiosk.speech;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.motcua.scanner.FaultException;

/**
 * How one language composes sentences of recordings: which recordings there are, how numbers, days
 * and letters are said, and the order of words in every sentence. Written in the file {@code
 * grammar} of a language pack; the notation is explained at the head of the Vietnamese one.
 */
public final class Grammar {
  /** A rule that goes on in rules of its own never ends: what is deeper is a mistake. */
  private static final int DEEPEST = 8;

  /** A sentence of more recordings says nothing to anybody, and rules can multiply each other. */
  private static final int MOST_PIECES = 300;

  private static final int BETWEEN_WORDS = 150;

  private final Map<String, String> clips;
  private final Map<String, List<Rule>> kinds;
  private final Map<String, Rule> sentences;

  Grammar(Map<String, String> clips, Map<String, List<Rule>> kinds, Map<String, Rule> sentences) {
    this.clips = Collections.unmodifiableMap(new LinkedHashMap<>(clips));
    this.kinds = Map.copyOf(kinds);
    this.sentences = Map.copyOf(sentences);
  }

  /**
   * Understands the text of a grammar.
   *
   * @throws FaultException with {@link LanguageFault.BadGrammar} naming the first line that cannot
   *     be understood
   */
  public static Grammar parse(String text) throws FaultException {
    return new GrammarText(text).parse();
  }

  /** The recordings by name, with what is said in each, in the order of the file. */
  public Map<String, String> clips() {
    return clips;
  }

  /** The keys of the sentences that it can say. */
  public Set<String> sentences() {
    return sentences.keySet();
  }

  /**
   * The recordings that make up {@code spoken}, in order; empty if this grammar has no such
   * sentence or cannot say one of the values. Whether each recording is there is not looked at.
   */
  public Optional<List<Piece>> compose(Spoken spoken) {
    Optional<Rule> sentence =
        Optional.ofNullable("1".equals(spoken.slots().get("count")) ? one(spoken.key()) : null)
            .or(() -> Optional.ofNullable(sentences.get(spoken.key())));
    List<Piece> pieces = new ArrayList<>();
    boolean said =
        sentence.isPresent() && say(sentence.get(), "", "", spoken.slots(), pieces, DEEPEST);
    return said ? Optional.of(List.copyOf(pieces)) : Optional.empty();
  }

  @org.jspecify.annotations.Nullable
  private Rule one(String key) {
    return sentences.get(key + ".one");
  }

  private boolean say(
      Rule rule, String kind, String free, Map<String, String> slots, List<Piece> to, int depth) {
    if (depth == 0) {
      return false;
    }
    for (Rule.Part part : rule.parts()) {
      if (to.size() >= MOST_PIECES) {
        return false;
      }
      boolean said =
          switch (part) {
            case Rule.Part.Clip clip -> {
              String name = clip.filled(free);
              to.add(new Piece.Recording(name));
              yield clips.containsKey(name);
            }
            case Rule.Part.Gap(int milliseconds) -> to.add(new Piece.Silence(milliseconds));
            case Rule.Part.Number number ->
                value(
                    number.kind().isEmpty() ? kind : number.kind(),
                    number.filled(free),
                    to,
                    depth - 1);
            case Rule.Part.Slot slot -> slot(slot, slots, to, depth - 1);
          };
      if (!said) {
        return false;
      }
    }
    return true;
  }

  private boolean slot(Rule.Part.Slot slot, Map<String, String> slots, List<Piece> to, int depth) {
    Optional<String> given = Optional.ofNullable(slots.get(slot.name()));
    if (given.isEmpty() || given.get().isBlank()) {
      return false;
    }
    String value = given.get().toLowerCase(Locale.ROOT);
    return switch (slot.each()) {
      case WHOLE -> value(slot.kind(), value, to, depth);
      case CHARACTER ->
          value
              .chars()
              .mapToObj(Character::toString)
              .filter(c -> Character.isLetterOrDigit(c.charAt(0)))
              .allMatch(c -> value(slot.kind(), c, to, depth));
      case WORD -> {
        boolean first = true;
        for (String word : value.split(" ")) {
          if (!first) {
            to.add(new Piece.Silence(BETWEEN_WORDS));
          }
          first = false;
          if (!value(slot.kind(), word, to, depth)) {
            yield false;
          }
        }
        yield true;
      }
    };
  }

  private boolean value(String kind, String value, List<Piece> to, int depth) {
    for (Rule rule : kinds.getOrDefault(kind, List.of())) {
      Optional<String> free = rule.match(value);
      if (free.isPresent()) {
        return say(rule, kind, free.get(), Map.of(), to, depth);
      }
    }
    return false;
  }
}
