package vn.motcua.kiosk.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.kiosk.paper.DigitiseRequest;
import vn.motcua.kiosk.paper.Digitised;
import vn.motcua.kiosk.paper.Digitiser;
import vn.motcua.kiosk.paper.Progress;
import vn.motcua.kiosk.paper.TestPages;
import vn.motcua.kiosk.paper.ocr.PageText;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.FaultException;

/** A page is read once, for the counter and for the archive. */
class PagesAheadTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-25T03:00:00Z"), ZoneOffset.UTC);

  @TempDir Path folder;

  @Test
  void theCounterGetsTheWordsThatTheDocumentGets() throws Exception {
    Path page = TestPages.jpeg(folder.resolve("p.jpg"), TestPages.draw(150, 0, false, false), 150);
    AtomicInteger begun = new AtomicInteger();
    try (Digitiser digitiser = new Digitiser(CLOCK, 1)) {
      PagesAhead ahead =
          new PagesAhead(file -> {
            begun.incrementAndGet();
            return digitiser.ahead(file, DigitiseRequest.of("", ""));
          });
      ahead.begin(page);
      ahead.begin(page);
      assertThat(ahead.codes(page, 7).number()).isEqualTo(7);
      assertThat(ahead.codes(page, 7).codes()).isEmpty();
      PageText text = ahead.text(page);
      assertThat(text.text()).contains("Đinh Thị Hơ Rê");
      Digitised made =
          digitiser.digitise(
              List.of(page),
              DigitiseRequest.of("Đơn", "X"),
              folder.resolve("out.pdf"),
              Progress.NONE,
              new Cancellation());
      assertThat(made.texts()).containsExactly(text.text());
      assertThat(ahead.text(page)).as("still known").isSameAs(text);
      assertThat(begun.get()).isEqualTo(1);
      ahead.forget(page);
    }
  }

  @Test
  void aBadPageHasNoWordsAndIsNoReasonToStop() throws Exception {
    Path bad = Files.write(folder.resolve("bad.jpg"), new byte[] {1, 2, 3});
    Path torn = TestPages.jpeg(folder.resolve("t.jpg"), TestPages.draw(100, 0, false, false), 100);
    byte[] bytes = Files.readAllBytes(torn);
    Files.write(torn, java.util.Arrays.copyOf(bytes, 900));
    PagesAhead closed;
    try (Digitiser digitiser = new Digitiser(CLOCK, 1)) {
      PagesAhead ahead = new PagesAhead(digitiser);
      assertThat(ahead.text(bad)).isEqualTo(PageText.NONE);
      assertThat(ahead.codes(bad, 1).codes()).isEmpty();
      closed = ahead;
    }
    Path late = TestPages.jpeg(folder.resolve("l.jpg"), TestPages.draw(100, 0, false, false), 100);
    assertThatThrownBy(() -> closed.text(late)).isInstanceOf(FaultException.class);
    assertThatThrownBy(() -> closed.codes(late, 1)).isInstanceOf(FaultException.class);
  }
}
