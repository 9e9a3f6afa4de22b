package vn.motcua.kiosk.ui.kit.keyboard;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** The pages of the keyboard as plain rows of keys, ten columns wide. */
final class Layout {
  /** Columns of every row. */
  static final int COLUMNS = 10;

  /** Which keys are shown. */
  enum Side {
    /** Letters, with marks and tones unless every key is itself. */
    LETTERS,
    /** Digits and signs. */
    DIGITS,
    /** Letters of other peoples, and how one types. */
    MORE
  }

  /** What a key does. */
  sealed interface Key {
    /** How many columns it takes. */
    int width();
  }

  /** Writes a character that the method may turn into a mark. */
  record Typed(char key, int width) implements Key {}

  /** Writes exactly that. */
  record Written(String letters, int width) implements Key {}

  /** Gives the last word a tone. */
  record Toned(ToneMark tone, int width) implements Key {}

  /** Does something else. */
  record Control(What what, int width) implements Key {}

  /** What a control does. */
  enum What {
    SHIFT,
    ERASE,
    SPACE,
    TO_LETTERS,
    TO_DIGITS,
    TO_MORE,
    METHOD,
    STYLE,
    LITERAL_WORD
  }

  private Layout() {}

  static List<List<Key>> of(Side side, Manner manner, boolean capital) {
    UnaryOperator<String> cased =
        capital ? text -> text.toUpperCase(Locale.ROOT) : UnaryOperator.identity();
    return switch (side) {
      case LETTERS -> letters(manner, cased);
      case DIGITS ->
          List.of(
              typed("1234567890"),
              typed("-/.,:;()@+"),
              typed("'\"&%?!_*=#"),
              List.of(
                  new Control(What.TO_LETTERS, 2),
                  new Control(What.TO_MORE, 2),
                  new Control(What.SPACE, 4),
                  new Control(What.ERASE, 2)));
      case MORE ->
          List.of(
              written(cased, "ĕ", "ŏ", "ŭ", "ĭ", "č", "ñ", "ƀ", "(", ")", "/"),
              written(cased, "ă", "â", "ê", "ô", "ơ", "ư", "đ", "'", "-", "."),
              List.of(new Control(What.METHOD, 5), new Control(What.STYLE, 5)),
              List.of(
                  new Control(What.TO_LETTERS, 2),
                  new Control(What.LITERAL_WORD, 6),
                  new Control(What.ERASE, 2)));
    };
  }

  private static List<List<Key>> letters(Manner manner, UnaryOperator<String> cased) {
    List<List<Key>> rows = new ArrayList<>();
    if (manner.method() == TypingMethod.VNI) {
      rows.add(typed("1234567890"));
    } else {
      rows.add(
          List.of(
              new Toned(ToneMark.ACUTE, 2),
              new Toned(ToneMark.GRAVE, 2),
              new Toned(ToneMark.HOOK, 2),
              new Toned(ToneMark.TILDE, 2),
              new Toned(ToneMark.DOT, 2)));
    }
    rows.add(written(cased, "ă", "â", "ê", "ô", "ơ", "ư", "đ", "'", "-", "."));
    rows.add(typed(cased.apply("qwertyuiop")));
    List<Key> middle = new ArrayList<>(typed(cased.apply("asdfghjkl")));
    middle.add(new Control(What.ERASE, 1));
    rows.add(middle);
    List<Key> low = new ArrayList<>();
    low.add(new Control(What.SHIFT, 2));
    low.addAll(typed(cased.apply("zxcvbnm")));
    low.add(new Typed(',', 1));
    rows.add(low);
    rows.add(
        List.of(
            new Control(What.TO_DIGITS, 2),
            new Control(What.METHOD, 2),
            new Control(What.SPACE, 4),
            new Control(What.TO_MORE, 2)));
    return rows;
  }

  private static List<Key> typed(String keys) {
    return keys.chars().<Key>mapToObj(key -> new Typed((char) key, 1)).toList();
  }

  private static List<Key> written(UnaryOperator<String> cased, String... letters) {
    List<Key> keys = new ArrayList<>();
    for (String each : letters) {
      keys.add(new Written(Marks.composed(cased.apply(each)), 1));
    }
    return keys;
  }
}
