package vn.motcua.kiosk.ui.kit.keyboard;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Every syllable of Vietnamese, written down apart from the keyboard: onsets, rhymes (a star behind
 * the letter that has the tone; two stars where the two styles differ, the first style's first) and
 * the six tones.
 */
final class Syllables {
  /**
   * @param onset as written
   * @param rhyme without tone
   * @param tone 0 to 5, in the order of {@link ToneMark}
   * @param place of the letter with the tone in the rhyme
   * @param written as a book has it, NFC
   */
  record Sample(String onset, String rhyme, int tone, int place, String written) {}

  private static final String[] TONES = {"", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323"};

  private static final String OPEN =
      "a* a*i a*o a*u a*y â*u â*y e* e*o ê* ê*u i* i*a i*u iê*u o* o*i o*a* oa*i oa*o oa*y o*e*"
          + " oe*o ô* ô*i ơ* ơ*i u* u*a u*i uâ*y uê* uô*i u*y* uy*a uy*u uơ* ư* ư*a ư*i ư*u ươ*i ươ*u";
  private static final String NASAL =
      "a*m a*n a*ng a*nh ă*m ă*n ă*ng â*m â*n â*ng e*m e*n e*ng ê*m ê*n ê*nh i*m i*n i*nh iê*m"
          + " iê*n iê*ng o*m o*n o*ng oa*m oa*n oa*ng oa*nh oă*m oă*n oă*ng oe*n oo*ng ô*m ô*n ô*ng"
          + " ơ*m ơ*n u*m u*n u*ng uâ*n uâ*ng uê*nh uô*m uô*n uô*ng uy*nh uyê*n ư*m ư*n ư*ng ươ*m"
          + " ươ*n ươ*ng";
  private static final String STOPPED =
      "a*c a*ch a*p a*t ă*c ă*p ă*t â*c â*p â*t e*c e*p e*t ê*ch ê*p ê*t i*ch i*p i*t iê*c iê*p"
          + " iê*t o*c o*p o*t oa*c oa*ch oa*t oă*c oă*t oe*t oo*c ô*c ô*p ô*t ơ*p ơ*t u*c u*p u*t"
          + " uâ*t uê*ch uô*c uô*t uy*ch uy*t uyê*t ư*c ư*t ươ*c ươ*p ươ*t";
  private static final String BARE_Y = "y* yê*m yê*n yê*ng yê*t yê*u";
  private static final String AFTER_QU =
      "a* a*i a*o a*u a*y â*y e* e*o ê* y* ơ* a*n a*ng a*nh ă*n ă*ng â*n â*ng e*n ê*n ê*nh yê*n"
          + " y*nh a*c a*ch a*t ă*c ă*t ă*p â*t e*t ê*ch ê*t ô*c y*t y*ch yê*t i* i*t";
  private static final String ONSETS =
      "- b c ch d đ g gh gi h k kh l m n ng ngh nh p ph r s t th tr v x";

  private Syllables() {}

  static List<Sample> all(ToneStyle style) {
    List<Sample> all = new ArrayList<>();
    for (String onset : ONSETS.split(" ")) {
      String head = onset.equals("-") ? "" : onset;
      add(all, head, OPEN + " " + NASAL, 6, style);
      add(all, head, STOPPED, 2, style);
    }
    add(all, "", BARE_Y, 6, style);
    for (String onset : "h k l m s t v th".split(" ")) {
      add(all, onset, "y*", 6, style);
    }
    add(all, "qu", AFTER_QU, 6, style);
    return all;
  }

  private static void add(
      List<Sample> all, String onset, String rhymes, int tones, ToneStyle style) {
    for (String starred : rhymes.split(" ")) {
      String rhyme = starred.replace("*", "");
      if (fits(onset, rhyme)) {
        boolean both = starred.indexOf('*') != starred.lastIndexOf('*');
        // Behind "qu" the y is alone and there is no choice.
        int place =
            !both || style == ToneStyle.FIRST
                ? starred.indexOf('*') - 1
                : starred.lastIndexOf('*') - 2;
        boolean stopped =
            "cpt".indexOf(rhyme.charAt(rhyme.length() - 1)) >= 0 || rhyme.endsWith("ch");
        for (int tone = 0; tone < TONES.length; tone++) {
          boolean stands = !stopped || tone == 2 || tone == 5;
          if (stands && (tones == 6 || stopped)) {
            all.add(new Sample(onset, rhyme, tone, place, written(onset, rhyme, place, tone)));
          }
        }
      }
    }
  }

  private static String written(String onset, String rhyme, int place, int tone) {
    return Normalizer.normalize(
        onset + rhyme.substring(0, place + 1) + TONES[tone] + rhyme.substring(place + 1),
        Normalizer.Form.NFC);
  }

  /** The rules of c/k, g/gh, ng/ngh and gi; uơ stands behind three onsets only. */
  private static boolean fits(String onset, String rhyme) {
    char first = rhyme.toLowerCase(Locale.ROOT).charAt(0);
    boolean bright = "eêiy".indexOf(first) >= 0;
    if (rhyme.equals("uơ")) {
      return onset.equals("h") || onset.equals("kh") || onset.equals("th");
    }
    return switch (onset) {
      case "c", "ng" -> !bright;
      case "k", "gh", "ngh" -> bright;
      case "g" -> !bright || rhyme.equals("i") || rhyme.equals("in");
      case "gi" -> first != 'i' && first != 'y';
      default -> true;
    };
  }
}
