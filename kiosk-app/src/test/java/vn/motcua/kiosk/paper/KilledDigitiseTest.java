package vn.motcua.kiosk.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.kiosk.pdf.PdfaCheck;
import vn.motcua.scanner.Cancellation;

/** The process dies while it makes a document: no file, or one with every page. */
class KilledDigitiseTest {
  private static final int PAGES = 3;

  @TempDir Path folder;

  @Test
  void aFileHasEveryPageWheneverTheProcessDies() throws Exception {
    kill(3, 5);
  }

  @Test
  @Tag("long")
  void aFileHasEveryPageWheneverTheProcessDiesHundredsOfTimes() throws Exception {
    kill(200, 6);
  }

  private void kill(int times, int seed) throws Exception {
    Path page = TestPages.jpeg(folder.resolve("page.jpg"), TestPages.draw(150, 1, true, true), 150);
    Random random = new Random(seed);
    Path out = Files.createDirectory(folder.resolve("out")).resolve("made.pdf");
    boolean there = false;
    for (int i = 0; i < times; i++) {
      Process child = start(page, out);
      try (BufferedReader said = child.inputReader(StandardCharsets.UTF_8)) {
        // At any step of the work, and at a random moment after it.
        int steps = 1 + random.nextInt(PAGES + 2);
        String line = "";
        while (steps-- > 0 && line != null) {
          line = said.readLine();
        }
        long moment = System.nanoTime() + random.nextInt(30_000_000);
        while (System.nanoTime() < moment) {
          Thread.onSpinWait();
        }
        child.toHandle().destroyForcibly();
      }
      assertThat(child.waitFor(300, TimeUnit.SECONDS)).isTrue();
      there |= Files.exists(out);
      if (there) {
        try (PDDocument pdf = Loader.loadPDF(out.toFile())) {
          assertThat(pdf.getNumberOfPages()).isEqualTo(PAGES);
        }
        assertThat(PdfaCheck.check(out).isPdfA2b()).isTrue();
      }
    }
    assertThat(there).isTrue();
  }

  private static Process start(Path page, Path out) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Child.class.getName(),
                page.toString(),
                out.toString()));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  /** Makes the document over and over and says how far it is. */
  static final class Child {
    private Child() {}

    public static void main(String[] args) throws Exception {
      List<Path> pages = Stream.generate(() -> Path.of(args[0])).limit(PAGES).toList();
      try (Digitiser digitiser = new Digitiser(Clock.systemUTC(), 2)) {
        while (true) {
          digitiser.digitise(
              pages,
              DigitiseRequest.of("Thử", ""),
              Path.of(args[1]),
              new Progress() {
                @Override
                public void pages(int done, int of) {
                  System.out.println("page " + done);
                }

                @Override
                public void picturesWritten() {
                  System.out.println("pictures");
                }
              },
              new Cancellation());
          System.out.println("done");
        }
      }
    }
  }
}
