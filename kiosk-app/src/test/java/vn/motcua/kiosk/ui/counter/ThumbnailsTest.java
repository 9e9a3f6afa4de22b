package vn.motcua.kiosk.ui.counter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.image.Image;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.kiosk.desk.Pages;
import vn.motcua.kiosk.ui.kit.Background;
import vn.motcua.kiosk.ui.kit.Errands;

class ThumbnailsTest {
  @TempDir Path folder;

  private final BlockingQueue<Runnable> screen = new LinkedBlockingQueue<>();
  private final Thumbnails thumbnails = new Thumbnails(new Errands(new Background(screen::add)));

  private void turn() throws InterruptedException {
    Runnable next = screen.poll(20, TimeUnit.SECONDS);
    assertThat(next).as("something for the screen to do").isNotNull();
    next.run();
  }

  @Test
  void aLongPileIsNeverInMemoryAsAWhole() throws Exception {
    byte[] page = Pages.small(1);
    List<Path> files = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      files.add(Files.write(folder.resolve(i + ".png"), page));
    }
    AtomicInteger shown = new AtomicInteger();
    for (Path file : files) {
      thumbnails.ask(file, () -> true, image -> shown.addAndGet(image.isPresent() ? 1 : 0));
    }
    while (shown.get() < 500) {
      turn();
      assertThat(thumbnails.kept()).isLessThanOrEqualTo(Thumbnails.MOST);
    }
    assertThat(thumbnails.kept()).isEqualTo(Thumbnails.MOST);
    thumbnails.clear();
    assertThat(thumbnails.kept()).isZero();
  }

  @Test
  void onePictureIsMadeOnceAndOnlyForThoseWhoStillWantIt() throws Exception {
    Path file = Files.write(folder.resolve("a.png"), Pages.text("A"));
    List<Optional<Image>> seen = new ArrayList<>();
    thumbnails.ask(file, () -> false, seen::add);
    thumbnails.ask(file, () -> true, seen::add);
    turn();
    assertThat(seen).hasSize(1);
    assertThat(seen.getFirst().orElseThrow().getWidth())
        .isBetween((double) Thumbnails.WIDTH, 2.0 * Thumbnails.WIDTH);
    thumbnails.ask(file, () -> true, seen::add);
    assertThat(seen).as("at once, the second time").hasSize(2);
    assertThat(screen).isEmpty();
  }

  @Test
  void whatIsNoPictureIsSaid() throws Exception {
    Path file = Files.write(folder.resolve("b.png"), new byte[] {1, 2, 3});
    List<Optional<Image>> seen = new ArrayList<>();
    thumbnails.ask(file, () -> true, seen::add);
    turn();
    assertThat(seen).containsExactly(Optional.empty());
  }
}
