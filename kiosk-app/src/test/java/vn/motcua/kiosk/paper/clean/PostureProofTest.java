package vn.motcua.kiosk.paper.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.motcua.kiosk.paper.ocr.Ocr;
import vn.motcua.kiosk.paper.ocr.PageText;
import vn.motcua.kiosk.paper.page.Orientation;
import vn.motcua.kiosk.paper.pix.GreyPix;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.FaultException;

class PostureProofTest {
  private static final List<Orientation> ALL =
      List.of(
          Orientation.UPRIGHT,
          Orientation.UPSIDE_DOWN,
          Orientation.TURN_LEFT,
          Orientation.TURN_RIGHT);

  private static PostureProof.Reading read(Ocr ocr, GreyPix strip) {
    PageText text = ocr.read(strip, 1, 1, new Cancellation());
    return new PostureProof.Reading(text.confidence(), text.letters());
  }

  @Test
  void readsTheFewLinesOfWhichTheInkSaysTooLittle() throws FaultException {
    try (Ocr ocr = new Ocr(Ocr.SHIPPED);
        GreyPix page =
            CleanPages.a4(11, 200)
                .lean(2)
                .text("ĐƠN ĐỀ NGHỊ XÁC NHẬN", 50, 60, CleanPages.TINOS, 16, java.awt.Color.BLACK)
                .text(
                    "Kính gửi: Ủy ban nhân dân xã",
                    45,
                    70,
                    CleanPages.TINOS,
                    14,
                    java.awt.Color.BLACK)
                .noise(2)
                .grey()) {
      for (Orientation lying : ALL) {
        try (GreyPix turned = page.upright(lying)) {
          Posture posture = Posture.of(turned, 200);
          Posture settled = PostureProof.settle(posture, turned, 200, strip -> read(ocr, strip));
          assertThat(settled.sure()).as("%s %s", lying, posture).isTrue();
          assertThat(lying.then(settled.turn())).isEqualTo(Orientation.UPRIGHT);
        }
      }
    }
  }

  @Test
  void leavesAPhotographWithoutReadingIt() {
    try (GreyPix photo = CleanPages.a4(5, 100).photo(0, 0, 210, 297).grey()) {
      Posture posture = Posture.of(photo, 100);
      Posture settled =
          PostureProof.settle(posture, photo, 100, strip -> new PostureProof.Reading(0, 0));
      assertThat(settled.sure()).isFalse();
      assertThat(settled.turn()).isEqualTo(Orientation.UPRIGHT);
    }
  }
}
