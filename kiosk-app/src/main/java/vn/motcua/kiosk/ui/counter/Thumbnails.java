package vn.motcua.kiosk.ui.counter;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.scene.image.Image;
import vn.motcua.kiosk.ui.kit.Errands;
import vn.motcua.kiosk.ui.kit.PageImage;

/**
 * Small pictures of pages, made beside the screen's thread, two at a time. Keeps so many that a
 * screen or two are there at once, however long the pile is: at most {@value #MOST} of about 0.3
 * MB. On the JavaFX thread.
 */
final class Thumbnails {
  /** How wide a page is drawn at least, in pixels. */
  static final int WIDTH = 120;

  /** How many are kept. */
  static final int MOST = 60;

  private final Errands errands;
  private final Semaphore decoding = new Semaphore(2, true);
  private final Map<Path, Image> ready = new LinkedHashMap<>(16, 0.75f, true);
  private final Map<Path, List<Consumer<Optional<Image>>>> waiting = new LinkedHashMap<>();

  Thumbnails(Errands errands) {
    this.errands = errands;
  }

  /**
   * Asks for the picture of a file.
   *
   * @param wanted asked again when its turn comes: whoever scrolls past waits for nothing
   * @param done called with it, now or later; with nothing if there is none; not at all if it was
   *     not wanted any more
   */
  void ask(Path file, BooleanSupplier wanted, Consumer<Optional<Image>> done) {
    Image there = ready.get(file);
    if (there != null) {
      done.accept(Optional.of(there));
      return;
    }
    Consumer<Optional<Image>> answer =
        image -> {
          if (wanted.getAsBoolean()) {
            done.accept(image);
          }
        };
    List<Consumer<Optional<Image>>> others = waiting.get(file);
    if (others != null) {
      others.add(answer);
      return;
    }
    List<Consumer<Optional<Image>>> mine = new ArrayList<>(List.of(answer));
    waiting.put(file, mine);
    errands.run(
        () -> {
          decoding.acquire();
          try {
            return PageImage.read(file, WIDTH);
          } finally {
            decoding.release();
          }
        },
        image -> {
          waiting.remove(file);
          ready.put(file, image);
          if (ready.size() > MOST) {
            ready.remove(ready.keySet().iterator().next());
          }
          mine.forEach(each -> each.accept(Optional.of(image)));
        },
        fault -> {
          waiting.remove(file);
          mine.forEach(each -> each.accept(Optional.empty()));
        });
  }

  /** How many are kept now. */
  int kept() {
    return ready.size();
  }

  /** Forgets all: the pages of one person are not to be found in the memory of the next. */
  void clear() {
    ready.values().forEach(PageImage::wipe);
    ready.clear();
  }
}
