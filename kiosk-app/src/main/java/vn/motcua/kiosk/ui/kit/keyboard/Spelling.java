package vn.motcua.kiosk.ui.kit.keyboard;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which letters make a syllable: an onset and a rhyme (the inventory of quốc ngữ as schoolbooks
 * teach it). Generous where names are: any onset goes with any rhyme (Kon), k ends a syllable (Đắk
 * Lắk), iê stands open (Niê).
 */
final class Spelling {
  private static final List<String> ONSETS =
      List.of(("ngh ch gh gi kh ng nh ph qu th tr b c d đ g h k l m n p r s t v x").split(" "));

  private static final int LONGEST_ONSET = 3;
  private static final Set<String> ONSET = Set.copyOf(ONSETS);
  private static final Set<String> ONSET_BEGUN = begun(ONSET);

  private static final String RHYMES =
      "a ac ach ai ak am an ang anh ao ap at au ay ăc ăk ăm ăn ăng ăp ăt âc âk âm ân âng âp ât âu"
          + " ây e ec ek em en eng eo ep et ê êch êk êm ên êng ênh êp êt êu i ia ich ik im in inh"
          + " ip it iu iê iêc iêk iêm iên iêng iêp iêt iêu o oc oi ok om on ong op ot oa oac oach"
          + " oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăp oăt oe oen oeo oem oeng"
          + " oet ooc oong ô ôc ôi ôk ôm ôn ông ôp ôt ơ ơi ơk ơm ơn ơng ơp ơt u ua uc ui uk um un"
          + " ung up ut uân uâng uât uây uê uêch uên uênh uêt uô uôc uôi uôm uôn uông uôt uơ uy uya"
          + " uych uyn uynh uyp uyt uyu uyên uyêt ư ưa ưc ưi ưk ưm ưn ưng ưt ưu ươ ươc ươi ươm ươn"
          + " ương ươp ươt ươu y yê yêm yên yêng yêt yêu ym yn ynh yt";

  /** After qu, where the glide is the onset's. */
  private static final String AFTER_QU =
      "a ac ach ai ak am an ang anh ao ap at au ay ăc ăk ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây"
          + " e ec em en eng eo ep et ê êch ên ênh êt êu i ich in inh it iu ôc ơ ơi ơn ơt y ych yn"
          + " ynh yp yt yu ya yê yên yêt";

  private static final Set<String> WHOLE = Set.of(RHYMES.split(" "));
  private static final Set<String> WHOLE_QU = Set.of(AFTER_QU.split(" "));
  private static final Set<String> BEGUN = begun(WHOLE);
  private static final Set<String> BEGUN_QU = begun(WHOLE_QU);
  private static final Map<String, String> ONLY = only(WHOLE);
  private static final Map<String, String> ONLY_QU = only(WHOLE_QU);
  private static final List<String> STOPS = List.of("c", "ch", "k", "p", "t");

  private Spelling() {}

  /** Every beginning of a rhyme, with all, some or none of its marks: those may come later. */
  private static Set<String> begun(Set<String> rhymes) {
    Set<String> all = new HashSet<>();
    for (String rhyme : rhymes) {
      for (String variant : variants(rhyme)) {
        for (int length = 0; length <= variant.length(); length++) {
          all.add(variant.substring(0, length));
        }
      }
    }
    return Set.copyOf(all);
  }

  /** What a rhyme without its marks can only be, where there is one such. */
  private static Map<String, String> only(Set<String> rhymes) {
    Map<String, String> all = new HashMap<>();
    for (String rhyme : rhymes) {
      for (String variant : variants(rhyme)) {
        if (!rhymes.contains(variant)) {
          all.merge(variant, rhyme, (one, other) -> "");
        }
      }
    }
    all.values().removeIf(String::isEmpty);
    return Map.copyOf(all);
  }

  private static Set<String> variants(String rhyme) {
    Set<String> all = new HashSet<>();
    all.add(rhyme);
    for (int i = 0; i < rhyme.length(); i++) {
      if (Marks.isMarked(rhyme.charAt(i))) {
        for (String known : List.copyOf(all)) {
          all.add(Marks.replaced(known, i, Marks.plain(known.charAt(i))));
        }
      }
    }
    return all;
  }

  /** How many letters belong to the onset. */
  static int onset(String letters) {
    String lower = Marks.lower(letters);
    for (String onset : ONSETS) {
      if (lower.startsWith(onset)) {
        boolean vowelIsOwn =
            onset.equals("gi") && (lower.length() == 2 || !Marks.isVowel(lower.charAt(2)));
        return vowelIsOwn ? 1 : onset.length();
      }
    }
    return 0;
  }

  /** How many letters follow the onset as vowels. */
  static int vowels(String letters) {
    int from = onset(letters);
    int to = from;
    while (to < letters.length() && Marks.isVowel(letters.charAt(to))) {
      to++;
    }
    return to - from;
  }

  /** Whether a syllable with that tone may begin so. */
  static boolean mayBegin(String letters, ToneMark tone) {
    String lower = Marks.lower(letters);
    if (!tone.standsBeforeStop() && endsInStop(lower)) {
      return false;
    }
    return ONSET_BEGUN.contains(lower) || splits(lower, BEGUN, BEGUN_QU);
  }

  /** Whether that is a whole syllable with that tone. */
  static boolean isSyllable(String letters, ToneMark tone) {
    String lower = Marks.lower(letters);
    return (tone.standsBeforeStop() || !endsInStop(lower)) && splits(lower, WHOLE, WHOLE_QU);
  }

  /** With the marks that its rhyme cannot be without, if there is one way only; else as it is. */
  static String completed(String letters) {
    int from = onset(letters);
    String rhyme = Marks.lower(letters.substring(from));
    boolean afterQu = from == 2 && Marks.lower(letters).startsWith("qu");
    String only = (afterQu ? ONLY_QU : ONLY).getOrDefault(rhyme, rhyme);
    StringBuilder whole = new StringBuilder(letters.substring(0, from));
    for (int i = 0; i < only.length(); i++) {
      boolean upper = Character.isUpperCase(letters.charAt(from + i));
      whole.append(upper ? Character.toUpperCase(only.charAt(i)) : only.charAt(i));
    }
    return whole.toString();
  }

  private static boolean splits(String lower, Set<String> rhymes, Set<String> afterQu) {
    for (int length = 0; length <= Math.min(LONGEST_ONSET, lower.length()); length++) {
      String onset = lower.substring(0, length);
      if (length == 0 || ONSET.contains(onset)) {
        Set<String> fitting = onset.equals("qu") ? afterQu : rhymes;
        if (fitting.contains(lower.substring(length))) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean endsInStop(String lower) {
    String coda = lower.substring(onset(lower) + vowels(lower));
    return vowels(lower) > 0 && STOPS.contains(coda);
  }
}
