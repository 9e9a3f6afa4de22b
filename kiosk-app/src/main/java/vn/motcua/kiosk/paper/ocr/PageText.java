package vn.motcua.kiosk.paper.ocr;

import java.util.List;

/**
 * What was read on one page.
 *
 * @param words in reading order
 * @param sideways whether most words run up or down the page: it lay turned by a quarter
 * @param complete whether the page was read to its end within the time that a page has
 */
public record PageText(List<Word> words, boolean sideways, boolean complete) {
  /** Nothing was read. */
  public static final PageText NONE = new PageText(List.of(), false, true);

  public PageText {
    words = List.copyOf(words);
  }

  /** The text, a line a line, blocks parted by an empty line. */
  public String text() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < words.size(); i++) {
      if (i > 0) {
        Word before = words.get(i - 1);
        Word word = words.get(i);
        text.append(
            before.block() != word.block() ? "\n\n" : before.line() != word.line() ? "\n" : " ");
      }
      text.append(words.get(i).text());
    }
    return text.toString();
  }

  /** The mean confidence, weighted by letters, 0 to 100; 0 without words. */
  public double confidence() {
    double sum = 0;
    double letters = 0;
    for (Word word : words) {
      sum += word.confidence() * word.text().length();
      letters += word.text().length();
    }
    return letters == 0 ? 0 : sum / letters;
  }

  /** Letters, blanks not counted. */
  public int letters() {
    return words.stream().mapToInt(word -> word.text().length()).sum();
  }
}
