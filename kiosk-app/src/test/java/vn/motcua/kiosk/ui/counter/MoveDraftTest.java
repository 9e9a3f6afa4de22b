package vn.motcua.kiosk.ui.counter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import vn.motcua.kiosk.dossier.Move;

class MoveDraftTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

  @Test
  void handingOnNeedsNothing() {
    assertThat(new MoveDraft(Move.FORWARD, MONDAY).ready().get()).isTrue();
  }

  @Test
  void askingForPapersNeedsTheirNamesAndAReason() {
    MoveDraft draft = new MoveDraft(Move.ASK_FOR_PAPERS, MONDAY);
    assertThat(draft.ready().get()).isFalse();
    draft.papers().set("Giấy chứng sinh\n\n  Tờ khai ; Tờ khai");
    assertThat(draft.ready().get()).isFalse();
    draft.note().set("Thiếu giấy");
    assertThat(draft.ready().get()).isTrue();
    assertThat(draft.details("Cán bộ Một").missing()).containsExactly("Giấy chứng sinh", "Tờ khai");
  }

  @Test
  void aNewDateIsLaterThanThePromisedOne() {
    MoveDraft draft = new MoveDraft(Move.EXTEND, MONDAY);
    draft.note().set("Máy hỏng");
    draft.newDate().set("23/11/2026");
    assertThat(draft.ready().get()).isFalse();
    draft.newDate().set("27/11/2026");
    assertThat(draft.ready().get()).isTrue();
    assertThat(draft.details("Cán bộ Một").newDate()).contains(LocalDate.of(2026, 11, 27));
  }
}
