package vn.motcua.kiosk.ui.kit.keyboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.motcua.kiosk.ui.kit.keyboard.Syllables.Sample;

/** Every syllable of the language can be typed, in both methods and in every order people use. */
final class EverySyllableTest {
  private static final String[] TELEX_TONES = {"", "f", "s", "r", "x", "j"};
  private static final String[] VNI_TONES = {"", "2", "1", "3", "4", "5"};
  private static final String MARKED = "ăâêôơưđ";
  private static final String[] TELEX = {"aw", "aa", "ee", "oo", "ow", "uw", "dd"};
  private static final String[] VNI = {"a8", "a6", "e6", "o6", "o7", "u7", "d9"};
  private static final String VOWELS = "aăâeêioôơuưy";

  @Test
  void telexGivesEverySyllable() {
    assertEquals(List.of(), wrong(TypingMethod.TELEX, TELEX, TELEX_TONES));
  }

  @Test
  void vniGivesEverySyllable() {
    assertEquals(List.of(), wrong(TypingMethod.VNI, VNI, VNI_TONES));
  }

  @Test
  void directKeysGiveEverySyllableInEveryMethod() {
    List<String> wrong = new ArrayList<>();
    for (TypingMethod method : TypingMethod.values()) {
      for (ToneStyle style : ToneStyle.values()) {
        Manner manner = new Manner(method, style);
        for (Sample sample : Syllables.all(style)) {
          TypedText text = TypedText.EMPTY;
          for (char letter : (sample.onset() + sample.rhyme()).toCharArray()) {
            text =
                MARKED.indexOf(letter) >= 0 || method == TypingMethod.TELEX
                    ? text.write(String.valueOf(letter), manner)
                    : text.type(letter, manner);
          }
          if (sample.tone() > 0) {
            text = text.tone(ToneMark.values()[sample.tone()], manner);
          }
          check(wrong, sample, text, method + " direct");
        }
      }
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  void theTableIsTheLanguage() {
    Set<String> all = new HashSet<>();
    Syllables.all(ToneStyle.MAIN).forEach(sample -> all.add(sample.written()));
    assertTrue(all.size() > 15_000, "only " + all.size());
    for (String word : "nghiêng khuỷu quyết giữ gìn được hươu rượu thuở xoong ý yếu".split(" ")) {
      assertTrue(all.contains(word), word);
    }
  }

  @Test
  void erasingTakesOneVisibleLetterAtATime() {
    for (Sample sample : Syllables.all(ToneStyle.FIRST)) {
      TypedText text = TypedText.of(sample.written(), ToneStyle.FIRST);
      int letters = sample.written().codePointCount(0, sample.written().length());
      for (int left = letters - 1; left >= 0; left--) {
        text = text.erase();
        assertEquals(left, text.text().length(), sample.written());
      }
      assertTrue(text.isEmpty());
    }
  }

  private static List<String> wrong(TypingMethod method, String[] marks, String[] tones) {
    List<String> wrong = new ArrayList<>();
    for (ToneStyle style : ToneStyle.values()) {
      Manner manner = new Manner(method, style);
      for (Sample sample : Syllables.all(style)) {
        String tone = tones[sample.tone()];
        String rhyme = sample.rhyme();
        int coda = rhyme.length();
        while (VOWELS.indexOf(rhyme.charAt(coda - 1)) < 0) {
          coda--;
        }
        String onset = keys(sample.onset(), marks);
        String vowels = keys(rhyme.substring(0, coda), marks);
        String rest = rhyme.substring(coda);
        String toTone = keys(rhyme.substring(0, sample.place() + 1), marks);
        String fromTone = keys(rhyme.substring(sample.place() + 1), marks);
        check(wrong, sample, typed(onset + vowels + rest + tone, manner), "end");
        if (style == ToneStyle.MAIN) {
          continue; // the order of keys has nothing to do with where the tone is drawn
        }
        check(wrong, sample, typed(onset + vowels + tone + rest, manner), "vowels");
        check(wrong, sample, typed(onset + toTone + tone + fromTone, manner), "vowel");
        // All marks behind the letters, as those type who know a word by its shape.
        String plain = Marks.plain(sample.onset() + rhyme);
        String later = later(sample.onset() + rhyme, method);
        check(wrong, sample, typed(plain + later + tone, manner), "marks last");
        check(
            wrong,
            sample,
            typed((onset + vowels + rest + tone).toUpperCase(Locale.ROOT), manner),
            "capitals");
      }
    }
    return wrong.size() > 60 ? wrong.subList(0, 60) : wrong;
  }

  /** The keys of the marks only, each once. */
  private static String later(String letters, TypingMethod method) {
    boolean telex = method == TypingMethod.TELEX;
    StringBuilder keys = new StringBuilder();
    if (letters.indexOf('đ') >= 0) {
      keys.append(telex ? 'd' : '9');
    }
    if (letters.indexOf('ơ') >= 0 || letters.indexOf('ư') >= 0) {
      keys.append(telex ? 'w' : '7');
    } else if (letters.indexOf('ă') >= 0) {
      keys.append(telex ? 'w' : '8');
    } else if (letters.indexOf('â') >= 0) {
      keys.append(telex ? 'a' : '6');
    } else if (letters.indexOf('ê') >= 0) {
      keys.append(telex ? 'e' : '6');
    } else if (letters.indexOf('ô') >= 0) {
      keys.append(telex ? 'o' : '6');
    }
    return keys.toString();
  }

  /** ooc and oong are typed with a third o, that takes the mark back. */
  private static String keys(String letters, String[] marks) {
    StringBuilder keys = new StringBuilder();
    for (int i = 0; i < letters.length(); i++) {
      int at = MARKED.indexOf(letters.charAt(i));
      keys.append(at >= 0 ? marks[at] : String.valueOf(letters.charAt(i)));
    }
    boolean telex = marks == TELEX;
    String text = keys.toString();
    return telex && letters.contains("oo") ? text.replace("oo", "ooo") : text;
  }

  private static TypedText typed(String keys, Manner manner) {
    TypedText text = TypedText.EMPTY;
    for (char key : keys.toCharArray()) {
      text = text.type(key, manner);
    }
    return text;
  }

  private static void check(List<String> wrong, Sample sample, TypedText text, String how) {
    String found = text.ended();
    String wanted =
        how.equals("capitals") ? sample.written().toUpperCase(Locale.ROOT) : sample.written();
    boolean skipped = how.equals("marks last") && sample.rhyme().startsWith("oo");
    if (!skipped && !(found.equals(wanted) && text.text().equals(wanted))) {
      wrong.add(how + " " + sample.written() + " became " + found);
    }
  }
}
