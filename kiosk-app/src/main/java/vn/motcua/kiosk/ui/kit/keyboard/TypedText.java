package vn.motcua.kiosk.ui.kit.keyboard;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text while it is typed at its end: every key gives the next one. It is always NFC. Words that
 * are no Vietnamese syllables stand as they were typed; a key pressed again takes its mark back.
 */
public final class TypedText {
  /** Nothing is typed yet. */
  public static final TypedText EMPTY = new TypedText("", Syllable.NONE, ToneStyle.FIRST);

  /** What a person sees as one letter. */
  private static final Pattern LETTER = Pattern.compile("\\X");

  private static final Pattern LAST_WORD = Pattern.compile("[\\p{L}\\p{M}]+$");

  private final String before;
  private final Syllable word;
  private final ToneStyle style;

  private TypedText(String before, Syllable word, ToneStyle style) {
    this.before = before;
    this.word = word;
    this.style = style;
  }

  /** Goes on with a text that stands there already; its last word can still be marked. */
  public static TypedText of(String text, ToneStyle style) {
    String normal = Marks.composed(text);
    Matcher last = LAST_WORD.matcher(normal);
    return last.find()
        ? new TypedText(normal.substring(0, last.start()), Syllable.of(last.group()), style)
        : new TypedText(normal, Syllable.NONE, style);
  }

  /** The text as it is shown now; NFC. */
  public String text() {
    return before + word.shown(style);
  }

  /** The text as it is if nothing more is typed; NFC, without blanks around it. */
  public String ended() {
    return (before + word.ended(style)).strip();
  }

  /** Whether nothing is typed. */
  public boolean isEmpty() {
    return before.isEmpty() && word.isEmpty();
  }

  /** A key with a letter, digit or sign. */
  public TypedText type(char key, Manner manner) {
    boolean digit = key >= '0' && key <= '9';
    boolean inWord = Character.isLetter(key) || (digit && !word.isEmpty());
    boolean meansMark = digit && manner.method() == TypingMethod.VNI && !word.foreign();
    if (inWord && (!digit || meansMark)) {
      Syllable next = Keystroke.on(word, key, manner);
      return new TypedText(before, next, manner.style());
    }
    // A digit behind a word that is none makes it no word either: A1 stays A1.
    String ended = digit ? word.shown(manner.style()) : word.ended(manner.style());
    return new TypedText(before + ended + key, Syllable.NONE, manner.style());
  }

  /** A key that writes exactly that: a marked letter, or a letter of another people's writing. */
  public TypedText write(String letters, Manner manner) {
    TypedText now = this;
    for (char letter : Marks.composed(letters).toCharArray()) {
      now =
          Character.isLetter(letter)
              ? new TypedText(now.before, now.word.with(letter), manner.style())
              : new TypedText(
                  now.before,
                  Syllable.foreign(now.word.shown(manner.style()) + letter),
                  manner.style());
    }
    return now;
  }

  /** One of the five tone keys: for the last word; the same key again takes it away. */
  public TypedText tone(ToneMark tone, Manner manner) {
    return new TypedText(before, word.direct(tone, manner.style()), manner.style());
  }

  /** The last word stands as its keys were pressed, and goes on so. */
  public TypedText literalWord() {
    return new TypedText(before, word.literal(), style);
  }

  /** Takes away the last letter as one sees it, with all its marks. */
  public TypedText erase() {
    String text = text();
    int from = 0;
    Matcher letters = LETTER.matcher(text);
    while (letters.find()) {
      from = letters.start();
    }
    return of(text.substring(0, from), style);
  }

  /** The same with the tones of the word that is typed in the other place. */
  public TypedText style(ToneStyle other) {
    return new TypedText(before, word, other);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TypedText text
        && before.equals(text.before)
        && word.equals(text.word)
        && style == text.style;
  }

  @Override
  public int hashCode() {
    return 31 * before.hashCode() + word.hashCode();
  }

  /** Never the text: it may be a person's name, and this may land in a log. */
  @Override
  public String toString() {
    return "TypedText[…]";
  }
}
