package vn.motcua.kiosk.paper.readback;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Whether a word is built as Vietnamese syllables are: most misread marks and letters are not. */
final class Syllable {
  private static final String FIRST =
      "(?:ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|b|c|d|đ|g|h|k|l|m|n|p|r|s|t|v|x)?";
  private static final String REST =
      "(?:(?:a|ă|â|e|ê|i|o|ô|ơ|u|ư|y|iê|yê|uô|ươ|oa|oă|oe|uê|uâ|uơ|uy|uyê|oo)(?:c|ch|m|n|ng|nh|p|t)"
          + "|a|e|ê|i|o|ô|ơ|u|ư|y|ai|ao|au|ay|âu|ây|eo|êu|ia|iu|iêu|yêu|oa|oai|oao|oay|oe|oeo|oi|ôi|ơi"
          + "|ua|uê|ui|uôi|uơ|uy|uya|uyu|uây|ưa|ưi|ưu|ươi|ươu|ya)";
  private static final Pattern SHAPE = Pattern.compile(FIRST + REST);
  private static final Pattern STOPPED = Pattern.compile(".*(?:c|ch|p|t)");

  /** Grave, hook above, tilde, acute, dot below; the other marks belong to the letters. */
  private static final Pattern TONES = Pattern.compile("[\\u0300\\u0309\\u0303\\u0301\\u0323]");

  private static final Pattern HIGH_OR_LOW = Pattern.compile("[\\u0301\\u0323]");

  private Syllable() {}

  static boolean isVietnamese(String word) {
    String apart = Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
    int tones = apart.length() - TONES.matcher(apart).replaceAll("").length();
    String toneless =
        Normalizer.normalize(TONES.matcher(apart).replaceAll(""), Normalizer.Form.NFC);
    if (tones > 1 || !SHAPE.matcher(toneless).matches()) {
      return false;
    }
    // A syllable that ends in a stop has only the acute or the dot, or was written without marks.
    boolean stopped = STOPPED.matcher(toneless).matches() && toneless.length() > 1;
    return !stopped || tones == 0 || HIGH_OR_LOW.matcher(apart).find();
  }
}
