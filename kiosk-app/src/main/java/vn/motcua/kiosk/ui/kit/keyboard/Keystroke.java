package vn.motcua.kiosk.ui.kit.keyboard;

import java.util.Optional;
import vn.motcua.kiosk.ui.kit.keyboard.Marks.Mark;

/** What a key does to a word, by the method of typing. */
final class Keystroke {
  private final Syllable word;
  private final char key;
  private final ToneStyle style;

  private Keystroke(Syllable word, char key, ToneStyle style) {
    this.word = word;
    this.key = key;
    this.style = style;
  }

  /** The word after that key. */
  static Syllable on(Syllable word, char key, Manner manner) {
    Keystroke stroke = new Keystroke(word, key, manner.style());
    if (word.foreign()) {
      return word.with(key);
    }
    return switch (manner.method()) {
      case LITERAL -> Syllable.foreign(word.shown(manner.style()) + key);
      case TELEX -> stroke.telex();
      case VNI -> stroke.vni();
    };
  }

  private Syllable telex() {
    return switch (Character.toLowerCase(key)) {
      case 's' -> tone(ToneMark.ACUTE);
      case 'f' -> tone(ToneMark.GRAVE);
      case 'r' -> tone(ToneMark.HOOK);
      case 'x' -> tone(ToneMark.TILDE);
      case 'j' -> tone(ToneMark.DOT);
      case 'z' -> noTone();
      case 'a', 'e', 'o' -> circumflex(Marks.plain(key));
      case 'd' -> stroke();
      case 'w' -> hornOrBreve();
      default -> word.with(key);
    };
  }

  private Syllable vni() {
    return switch (key) {
      case '1' -> tone(ToneMark.ACUTE);
      case '2' -> tone(ToneMark.GRAVE);
      case '3' -> tone(ToneMark.HOOK);
      case '4' -> tone(ToneMark.TILDE);
      case '5' -> tone(ToneMark.DOT);
      case '0' -> noTone();
      case '6' -> circumflex('*');
      case '7' ->
          hornedPair().or(() -> mark(Mark.HORN, '*')).or(() -> unmark(Mark.HORN)).orElse(letter());
      case '8' -> mark(Mark.BREVE, '*').or(() -> unmark(Mark.BREVE)).orElse(letter());
      case '9' -> stroke();
      default -> word.with(key);
    };
  }

  private Syllable letter() {
    return word.with(key);
  }

  private Syllable tone(ToneMark pressed) {
    if (Spelling.vowels(word.letters()) == 0) {
      return letter();
    }
    if (word.tone() == pressed) {
      return word.undone(word.letters(), ToneMark.LEVEL, key, style);
    }
    return Spelling.mayBegin(word.letters(), pressed) ? word.toned(pressed, key) : letter();
  }

  private Syllable noTone() {
    return word.tone() == ToneMark.LEVEL ? letter() : word.toned(ToneMark.LEVEL, key);
  }

  private Syllable stroke() {
    String letters = word.letters();
    if (letters.isEmpty() || !Mark.STROKE.fits(letters.charAt(0))) {
      return letter();
    }
    char first = letters.charAt(0);
    if (Mark.STROKE.isOn(first)) {
      return word.undone(
          Marks.replaced(letters, 0, Marks.unmarked(first)), word.tone(), key, style);
    }
    String with = Marks.replaced(letters, 0, Mark.STROKE.on(first));
    return possible(with) ? word.marked(with, key) : letter();
  }

  /**
   * @param family which vowel the key names; {@code *} for any
   */
  private Syllable circumflex(char family) {
    String letters = word.letters();
    int pair = Marks.lower(letters).indexOf("ươ", Spelling.onset(letters));
    if (pair >= 0 && (family == 'o' || family == '*')) {
      String unhorned = Marks.replaced(letters, pair, Marks.unmarked(letters.charAt(pair)));
      String with =
          Marks.replaced(unhorned, pair + 1, Mark.CIRCUMFLEX.on(letters.charAt(pair + 1)));
      if (possible(with)) {
        return word.marked(with, key);
      }
    }
    return mark(Mark.CIRCUMFLEX, family)
        .or(() -> family == '*' || hasOn(family) ? unmark(Mark.CIRCUMFLEX) : Optional.empty())
        .orElse(letter());
  }

  private boolean hasOn(char family) {
    return Marks.lower(word.letters()).indexOf(Mark.CIRCUMFLEX.on(family)) >= 0;
  }

  private Syllable hornOrBreve() {
    return hornedPair()
        .or(this::hornedUa)
        .or(() -> mark(Mark.HORN, '*'))
        .or(() -> mark(Mark.BREVE, '*'))
        .or(this::alone)
        .or(() -> unmark(Mark.HORN))
        .or(() -> unmark(Mark.BREVE))
        .orElse(letter());
  }

  /** uo: both have it (ươ), but where nothing follows h, kh, th only the second (thuở). */
  private Optional<Syllable> hornedPair() {
    String letters = word.letters();
    int at = Marks.plain(letters).indexOf("uo", Spelling.onset(letters));
    if (at < 0) {
      return Optional.empty();
    }
    String now = Marks.lower(letters.substring(at, at + 2));
    boolean open = at + 2 == letters.length();
    String onset = Marks.lower(letters.substring(0, Spelling.onset(letters)));
    boolean onlySecond =
        open
            && now.charAt(0) == 'u'
            && (onset.equals("h") || onset.equals("kh") || onset.equals("th"));
    if (now.equals("ươ") || (onlySecond && now.equals("uơ"))) {
      String plain = Marks.replaced(letters, at, Marks.unmarked(letters.charAt(at)));
      String both = Marks.replaced(plain, at + 1, Marks.unmarked(letters.charAt(at + 1)));
      return Optional.of(word.undone(both, word.tone(), key, style));
    }
    String with =
        onlySecond
            ? Marks.replaced(letters, at + 1, Mark.HORN.on(letters.charAt(at + 1)))
            : Syllable.hornBoth(letters, at);
    return possible(with) ? Optional.of(word.marked(with, key)) : Optional.empty();
  }

  /** ua is ưa with it (mưa), not uă, which only follows q. */
  private Optional<Syllable> hornedUa() {
    String letters = word.letters();
    int at = Marks.lower(letters).indexOf("ua", Spelling.onset(letters));
    if (at < 0) {
      return Optional.empty();
    }
    String with = Marks.replaced(letters, at, Mark.HORN.on(letters.charAt(at)));
    return possible(with) ? Optional.of(word.marked(with, key)) : Optional.empty();
  }

  /** The mark on the last letter that may have it and makes a possible syllable. */
  private Optional<Syllable> mark(Mark mark, char family) {
    String letters = word.letters();
    int from = Spelling.onset(letters);
    for (int i = from + Spelling.vowels(letters) - 1; i >= from; i--) {
      char letter = letters.charAt(i);
      boolean named = family == '*' || Marks.plain(letter) == family;
      if (named && mark.fits(letter) && !mark.isOn(letter)) {
        String with = Marks.replaced(letters, i, mark.on(letter));
        if (possible(with)) {
          return Optional.of(word.marked(with, key));
        }
      }
    }
    return Optional.empty();
  }

  /** The mark was there: it goes, and the key is what stands on it. */
  private Optional<Syllable> unmark(Mark mark) {
    String letters = word.letters();
    for (int i = letters.length() - 1; i >= 0; i--) {
      char letter = letters.charAt(i);
      if (mark.isOn(letter)) {
        boolean lone = i == word.lone();
        String plain =
            lone
                ? letters.substring(0, i) + letters.substring(i + 1)
                : Marks.replaced(letters, i, Marks.unmarked(letter));
        return Optional.of(word.undone(plain, word.tone(), key, style));
      }
    }
    return Optional.empty();
  }

  /** Where no vowel stands yet, w is ư. */
  private Optional<Syllable> alone() {
    String letters = word.letters();
    boolean noVowel = Spelling.vowels(letters) == 0 || Marks.lower(letters).equals("gi");
    char horned = Character.isUpperCase(key) ? 'Ư' : 'ư';
    return noVowel && possible(letters + horned)
        ? Optional.of(word.lone(horned, key))
        : Optional.empty();
  }

  private boolean possible(String letters) {
    return Spelling.mayBegin(letters, word.tone());
  }
}
