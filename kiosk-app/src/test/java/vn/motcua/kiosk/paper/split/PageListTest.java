package vn.motcua.kiosk.paper.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PageListTest {
  private static final Instant AT = Instant.parse("2026-11-25T03:00:00Z");
  private static final String OFFICER = "Lò Thị Ếch";

  @Test
  void whatIsTakenOutIsLoggedAndComesBackToItsPlace() {
    PageList list =
        PageList.of(5).without(2, "trắng", OFFICER, AT).without(4, "trùng", OFFICER, AT);
    assertThat(list.standing()).containsExactly(1, 3, 5);
    assertThat(list.removed())
        .containsExactly(
            new PageChange.RemovedPage(2, "trắng", OFFICER, AT),
            new PageChange.RemovedPage(4, "trùng", OFFICER, AT));
    PageList again = list.restored(2, OFFICER, AT.plusSeconds(60));
    assertThat(again.standing()).containsExactly(1, 2, 3, 5);
    assertThat(again.log()).hasSize(3).last().isInstanceOf(PageChange.RestoredPage.class);
  }

  @Test
  void noPageIsTakenOutTwiceNorRestoredUnasked() {
    PageList list = PageList.of(3).without(3, "trắng", OFFICER, AT);
    for (int page : new int[] {0, 3, 4}) {
      assertThatThrownBy(() -> list.without(page, "x", OFFICER, AT))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> list.restored(1, OFFICER, AT))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> list.noted(1, 1, OFFICER, AT))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> list.noted(1, 3, OFFICER, AT))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aSheetWithANoteMustStandTwice() {
    PageList list = PageList.of(4).noted(2, 3, OFFICER, AT);
    assertThat(list.standing()).containsExactly(1, 2, 3, 4);
    assertThat(list.halves()).isEmpty();
    PageList half = list.without(3, "trùng", OFFICER, AT);
    assertThat(half.halves()).singleElement().extracting(p -> p.withNote()).isEqualTo(2);
    assertThat(half.restored(3, OFFICER, AT).halves()).isEmpty();
  }

  @Test
  void whatTheDivisionLeftOutIsLoggedOnce() {
    List<LeftOut> leftOut =
        List.of(
            new LeftOut(1, LeftOut.Reason.SEPARATOR),
            new LeftOut(2, LeftOut.Reason.SEPARATOR_BACK));
    PageList list = PageList.of(4).without(2, "trắng", OFFICER, AT).without(leftOut, "máy", AT);
    assertThat(list.standing()).containsExactly(3, 4);
    assertThat(list.removed())
        .extracting(PageChange.RemovedPage::reason)
        .containsExactly("SEPARATOR", "trắng");
  }

  @Test
  void whateverIsDoneEveryPageStandsOrIsRemoved() {
    Random random = new Random(5);
    PageList list = PageList.of(12);
    for (int i = 0; i < 300; i++) {
      int page = 1 + random.nextInt(12);
      list =
          list.standing().contains(page)
              ? list.without(page, "x", OFFICER, AT)
              : list.restored(page, OFFICER, AT);
      List<Integer> all = new ArrayList<>(list.standing());
      list.removed().forEach(removed -> all.add(removed.number()));
      assertThat(all)
          .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 12).boxed().toList());
      assertThat(list.standing()).isSorted();
      assertThat(list.log()).hasSize(i + 1);
    }
  }
}
