package vn.motcua.kiosk.bench.made;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SentencesTest {
  @Test
  void everySlotIsFilledAndSentencesDiffer() {
    Sentences sentences = new Sentences(new Invented(new Random(3)));
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 500; i++) {
      String sentence = sentences.next();
      assertThat(sentence).doesNotContain("{", "}", "<", ">", "|", "  ");
      seen.add(sentence);
    }
    assertThat(seen).hasSizeGreaterThan(350);
  }
}
