package vn.motcua.kiosk.bench.digitise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.motcua.kiosk.bench.made.MadeWord;

class PlacedWordTest {
  private static final String XHTML =
      """
      <doc>
        <page width="595.0" height="842.0">
          <word xMin="10.500000" yMin="20.000000" xMax="40.000000" yMax="32.000000">Xã&amp;</word>
          <word xMin="50" yMin="20" xMax="70" yMax="32">hai</word>
        </page>
        <page width="595.0" height="842.0">
        </page>
        <page width="595.0" height="842.0">
          <word xMin="-1.5" yMin="20" xMax="70" yMax="32">&lt;ba&gt;</word>
        </page>
      </doc>
      """;

  @Test
  void readsPagesWordsAndEntities() {
    List<List<PlacedWord>> pages = PlacedWord.parse(XHTML);

    assertThat(pages).hasSize(3);
    assertThat(pages.get(0)).hasSize(2);
    assertThat(pages.get(0).getFirst()).isEqualTo(new PlacedWord("Xã&", 10.5, 20, 40, 32));
    assertThat(pages.get(1)).isEmpty();
    assertThat(pages.get(2).getFirst().text()).isEqualTo("<ba>");
    assertThat(pages.get(2).getFirst().left()).isEqualTo(-1.5);
  }

  @Test
  void aWordIsFoundOnceAndOnlyNearItsPlace() {
    MadeWord word = new MadeWord("hai", 50, 20, 70, 32);
    PlacedWord near = new PlacedWord("hai", 54, 24, 66, 36);
    PlacedWord far = new PlacedWord("hai", 50, 26, 70, 38);
    PlacedWord other = new PlacedWord("hại", 50, 20, 70, 32);

    assertThat(PlacedWord.found(List.of(word), List.of(near))).isEqualTo(1);
    assertThat(PlacedWord.found(List.of(word, word), List.of(near))).isEqualTo(1);
    assertThat(PlacedWord.found(List.of(word), List.of(far, other))).isZero();
  }
}
