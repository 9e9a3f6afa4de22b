package vn.motcua.kiosk.bench.digitise;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.kiosk.bench.made.Faces;
import vn.motcua.kiosk.bench.made.MadePages;
import vn.motcua.kiosk.bench.made.PageKind;
import vn.motcua.kiosk.paper.Digitiser;

class FeedTest {
  @TempDir Path folder;

  @Test
  void picturesAreThereFirstAndTextComesAfterwards() throws Exception {
    Path page = new MadePages(2, Faces.shipped()).page(1, PageKind.FORM).write(folder);
    try (Digitiser digitiser = new Digitiser(Clock.systemUTC());
        Feed feed = new PileFeed(digitiser, folder.resolve("batch.pdf"))) {
      feed.page(page);

      Feed.Finished finished = feed.finish();
      assertThat(finished.pictures()).isRegularFile();

      Path searchable = finished.searchable().get(2, TimeUnit.MINUTES);
      assertThat(feed.waiting()).isZero();
      try (PDDocument pdf = Loader.loadPDF(searchable.toFile())) {
        assertThat(new PDFTextStripper().getText(pdf)).contains("VIỆT NAM");
      }
    }
  }
}
