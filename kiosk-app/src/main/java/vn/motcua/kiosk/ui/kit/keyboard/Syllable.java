package vn.motcua.kiosk.ui.kit.keyboard;

import java.text.Normalizer;

/**
 * The word that is being typed. It keeps what was pressed, so that a word that turns out not to be
 * Vietnamese stands as it was typed.
 *
 * @param letters what it is spelled with, without its tone
 * @param tone its tone
 * @param raw what was pressed; where that was no letter, what it made
 * @param foreign whether it is left as it is typed until it ends
 * @param lone place of an ư that the key w alone made; −1 if there is none
 */
record Syllable(String letters, ToneMark tone, String raw, boolean foreign, int lone) {
  static final Syllable NONE = new Syllable("", ToneMark.LEVEL, "", false, -1);

  /** One that stands as it is. */
  static Syllable foreign(String text) {
    return new Syllable(Marks.composed(text), ToneMark.LEVEL, Marks.composed(text), true, -1);
  }

  /** Takes up again what stands there. */
  static Syllable of(String text) {
    StringBuilder letters = new StringBuilder();
    ToneMark tone = ToneMark.LEVEL;
    for (char part : Normalizer.normalize(text, Normalizer.Form.NFD).toCharArray()) {
      ToneMark found = ToneMark.LEVEL;
      for (ToneMark mark : ToneMark.values()) {
        if (mark.combining().equals(String.valueOf(part))) {
          found = mark;
        }
      }
      if (found == ToneMark.LEVEL) {
        letters.append(part);
      } else if (tone == ToneMark.LEVEL) {
        tone = found;
      } else {
        return foreign(text); // two tones are no syllable
      }
    }
    String bare = Marks.composed(letters.toString());
    return Spelling.mayBegin(bare, tone)
        ? new Syllable(bare, tone, Marks.composed(text), false, -1)
        : foreign(text);
  }

  boolean isEmpty() {
    return letters.isEmpty();
  }

  /** As it is shown while it is typed; NFC. */
  String shown(ToneStyle style) {
    if (foreign || tone == ToneMark.LEVEL) {
      return letters;
    }
    String whole = whole();
    int at = ToneSpot.of(whole, style);
    return at < 0
        ? whole
        : Marks.composed(whole.substring(0, at + 1) + tone.combining() + whole.substring(at + 1));
  }

  /** With the marks that nobody needs to type: a tone on "tieng" can only mean "tiêng". */
  private String whole() {
    return Spelling.isSyllable(letters, tone) ? letters : Spelling.completed(letters);
  }

  /** As it stands when the word has ended: a tone on what is no syllable was a letter. */
  String ended(ToneStyle style) {
    boolean stays = foreign || tone == ToneMark.LEVEL || Spelling.isSyllable(whole(), tone);
    return stays ? shown(style) : raw;
  }

  /** A letter that is only a letter. */
  Syllable with(char letter) {
    String pressed = raw + letter;
    if (foreign) {
      return foreign(pressed);
    }
    String longer = joined(letters + letter);
    return Spelling.mayBegin(longer, tone)
        ? new Syllable(longer, tone, pressed, false, lone)
        : foreign(pressed);
  }

  /** A letter follows: uơ and ưo are ươ then, as in hươu and thương. */
  private static String joined(String letters) {
    int onset = Spelling.onset(letters);
    int end = letters.length() - 1;
    if (end - 2 >= onset) {
      String pair = Marks.lower(letters.substring(end - 2, end));
      if (pair.equals("uơ") || pair.equals("ưo")) {
        String both = hornBoth(letters, end - 2);
        return Spelling.mayBegin(both, ToneMark.LEVEL) ? both : letters;
      }
    }
    return letters;
  }

  static String hornBoth(String letters, int at) {
    String first = Marks.replaced(letters, at, Marks.Mark.HORN.on(letters.charAt(at)));
    return Marks.replaced(first, at + 1, Marks.Mark.HORN.on(letters.charAt(at + 1)));
  }

  /** Other marks on the same letters, because {@code key} was pressed. */
  Syllable marked(String letters, char key) {
    return new Syllable(letters, tone, raw + key, false, lone);
  }

  /** An ư, because the key w was pressed. */
  Syllable lone(char horned, char key) {
    return new Syllable(letters + horned, tone, raw + key, false, letters.length());
  }

  /** Another tone, because {@code key} was pressed. */
  Syllable toned(ToneMark other, char key) {
    return new Syllable(letters, other, raw + key, false, lone);
  }

  /** The key was pressed again: its mark goes, and it is a letter. */
  Syllable undone(String plainLetters, ToneMark left, char key, ToneStyle style) {
    String text = new Syllable(plainLetters, left, "", false, -1).shown(style) + key;
    return of(text);
  }

  /** A tone of its own key; the same again takes it away. Works in every word with a vowel. */
  Syllable direct(ToneMark pressed, ToneStyle style) {
    Syllable now = foreign ? bare() : this;
    int at = ToneSpot.of(now.letters, style);
    if (at < 0) {
      return this;
    }
    ToneMark next = now.tone == pressed ? ToneMark.LEVEL : pressed;
    Syllable with = new Syllable(now.letters, next, "", false, -1);
    String text = with.shown(style);
    return foreign || !Spelling.mayBegin(now.letters, next)
        ? foreign(text)
        : new Syllable(now.letters, next, text, false, now.lone);
  }

  /** A foreign word without the tone that stands on it. */
  private Syllable bare() {
    String parts = Normalizer.normalize(letters, Normalizer.Form.NFD);
    ToneMark found = ToneMark.LEVEL;
    for (ToneMark mark : ToneMark.values()) {
      if (!mark.combining().isEmpty() && parts.contains(mark.combining())) {
        found = mark;
        parts = parts.replace(mark.combining(), "");
      }
    }
    return new Syllable(Marks.composed(parts), found, raw, true, -1);
  }

  /** What was pressed, and nothing of it means anything until the word ends. */
  Syllable literal() {
    return foreign(raw);
  }
}
