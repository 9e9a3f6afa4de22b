package vn.motcua.kiosk.ui.counter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.motcua.kiosk.dossier.ReceivedPaper;
import vn.motcua.kiosk.dossier.RequiredPaper;

class PaperLineTest {
  private final PaperLine line = new PaperLine(new RequiredPaper("Tờ khai", 1, 0, true));

  @Test
  void isCompleteOnlyWhenCountedAndScannedAgree() {
    assertThat(line.state()).isEqualTo(new PaperLine.State.NotCounted());
    line.counted().set("2");
    assertThat(line.state()).isEqualTo(new PaperLine.State.Partly(0, 2));
    line.scanned(2);
    assertThat(line.state()).isEqualTo(new PaperLine.State.Complete(2));
    assertThat(line.takesMore()).isFalse();
    line.scanned(3);
    assertThat(line.state()).isEqualTo(new PaperLine.State.Partly(3, 2));
    assertThat(line.received()).isEqualTo(new ReceivedPaper("Tờ khai", 1, 0, 3));
  }

  @Test
  void whatIsNotHandedInIsNotAskedFor() {
    line.originals().set("0");
    assertThat(line.state()).isEqualTo(new PaperLine.State.NotHandedIn());
    assertThat(line.counts()).isFalse();
    line.scanned(1);
    assertThat(line.counts()).as("a scanned page is never dropped silently").isTrue();
  }

  @Test
  void whatIsOnlyShownIsNotScanned() {
    PaperLine shown = new PaperLine(new RequiredPaper("Giấy tờ cư trú", 1, 0, false));
    assertThat(shown.state()).isEqualTo(new PaperLine.State.ShownOnly());
    assertThat(shown.takesMore()).isFalse();
  }

  @Test
  void numbersThatAreNoneAreSaid() {
    line.originals().set("");
    assertThat(line.unreadable()).isTrue();
  }
}
