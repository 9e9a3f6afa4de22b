package vn.motcua.scanner.barcode;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/**
 * Which words Vietnamese spelling allows: an initial, one of its rhymes, one tone; before a stop
 * only the sharp and the heavy one; with the k of Đắk Lắk. Foreign names and those of minorities
 * may be spelled otherwise: this serves to tell a wrongly decoded word from a right one, never to
 * judge a name.
 */
final class VietnameseSyllable {
  /** The five tones as Unicode combines them: grave, acute, tilde, hook above, dot below. */
  static final String TONES = "\u0300\u0301\u0303\u0309\u0323";

  private static final String SHARP_AND_HEAVY = "\u0301\u0323";

  private static final Set<String> INITIALS =
      Set.of(("ngh ng nh gh gi kh ph qu th tr ch b c d đ g h k l m n p r s t v x").split(" "));

  private static final Set<String> RHYMES =
      Set.of(
          ("a ac ach ai am an ang anh ao ap at au ay "
                  + "ăc ăk ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây "
                  + "e ec em en eng eo ep et ê êch êm ên ênh êp êt êu "
                  + "i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu "
                  + "o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt "
                  + "oc oe oen oeo oet oi om on ong ooc oong op ot "
                  + "ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt "
                  + "u ua uân uâng uât uây uc uê uêch uên uênh ui um un ung uơ up ut uy uya uych "
                  + "uynh uyt uyu uyên uyêt uôc uôi uôm uôn uông uôt "
                  + "ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu "
                  + "y yt ynh ych yêm yên yêng yêt yêu")
              .split(" "));

  private VietnameseSyllable() {}

  /** Whether {@code word} could be a Vietnamese one, in any case and composition. */
  static boolean isPossible(String word) {
    String apart = Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
    StringBuilder toneless = new StringBuilder();
    int tone = 0;
    for (int i = 0; i < apart.length(); i++) {
      char c = apart.charAt(i);
      if (TONES.indexOf(c) < 0) {
        toneless.append(c);
      } else if (tone != 0) {
        return false;
      } else {
        tone = c;
      }
    }
    String letters = Normalizer.normalize(toneless, Normalizer.Form.NFC);
    boolean stopped = letters.matches(".*(c|ch|k|p|t)");
    if (stopped && tone != 0 && SHARP_AND_HEAVY.indexOf(tone) < 0) {
      return false;
    }
    for (int initial = Math.min(3, letters.length() - 1); initial >= 0; initial--) {
      if ((initial == 0 || INITIALS.contains(letters.substring(0, initial)))
          && RHYMES.contains(letters.substring(initial))) {
        return true;
      }
    }
    return false;
  }
}
