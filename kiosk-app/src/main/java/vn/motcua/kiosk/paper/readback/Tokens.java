package vn.motcua.kiosk.paper.readback;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.motcua.kiosk.paper.ocr.Word;

/** Takes words apart. What no value can hold (leaders, rules, control characters) falls away. */
final class Tokens {
  /** No word of a value or label is longer; "words" of noise are. */
  private static final int LONGEST = 80;

  private static final double FAR = 20_000;

  /** Control, format, private and unassigned characters: no paper has them. */
  private static final Pattern INVISIBLE = Pattern.compile("\\p{C}+");

  /** Dotted and ruled lines to write on, also as Tesseract takes them for other signs. */
  private static final String LEADER = "(?:[._…·‥•~=¬—–―-]{2,}|[_…‥·•¬]+)";

  /** Text, or one of the signs that part label and value. */
  private static final Pattern PART =
      Pattern.compile(
          LEADER
              + "|[:;|]|(?<=\\p{L})/(?=\\p{L})|(?:(?!"
              + LEADER
              + "|[:;|]|(?<=\\p{L})/(?=\\p{L})).)+");

  private static final Pattern LEADER_ONLY = Pattern.compile(LEADER + "|[._]");

  /** The number of a remark at the form's foot: {@code (2)}. */
  private static final Pattern REMARK = Pattern.compile("\\(\\d{1,2}\\)[.:]?");

  private Tokens() {}

  /** The parts of {@code word}; none if its place is unknown or it is no word. */
  static List<Token> of(Word word) {
    if (!isPlaced(word) || word.text().length() > LONGEST) {
      return List.of();
    }
    String text =
        INVISIBLE
            .matcher(Normalizer.normalize(word.text(), Normalizer.Form.NFC))
            .replaceAll("")
            .strip();
    if (text.isEmpty() || text.length() > LONGEST || REMARK.matcher(text).matches()) {
      return List.of();
    }
    double height = Double.isFinite(word.lineHeight()) ? Math.clamp(word.lineHeight(), 3, 100) : 12;
    double letter = (word.right() - word.left()) / text.length();
    double sure =
        Double.isFinite(word.confidence()) ? Math.clamp(word.confidence() / 100, 0, 1) : 0;
    List<Token> parts = new ArrayList<>();
    Matcher part = PART.matcher(text);
    while (part.find()) {
      String own = part.group();
      if (!LEADER_ONLY.matcher(own).matches() && !own.isBlank()) {
        parts.add(
            new Token(
                own,
                Plain.of(own),
                word.left() + part.start() * letter,
                word.left() + part.end() * letter,
                word.baseline(),
                height,
                sure));
      }
    }
    return parts;
  }

  private static boolean isPlaced(Word word) {
    return near(word.left())
        && near(word.right())
        && near(word.baseline())
        && word.right() >= word.left();
  }

  private static boolean near(double place) {
    return Double.isFinite(place) && Math.abs(place) <= FAR;
  }
}
