package vn.motcua.kiosk.ui.citizen.papers;

import java.time.Duration;
import java.util.List;
import vn.motcua.kiosk.desk.Clips;
import vn.motcua.kiosk.desk.PapersDesk;
import vn.motcua.kiosk.ui.citizen.Terminal;
import vn.motcua.kiosk.ui.kit.Timers;

/** Slides one after the other: by themselves, or as somebody presses. */
public final class SlideShow {
  /** How long a slide stands that goes on by itself: time to read two lines slowly. */
  public static final Duration STANDS = Duration.ofSeconds(8);

  private final Terminal terminal;
  private final Timers timers;
  private Timers.Timer next = () -> {};

  SlideShow(Terminal terminal, Timers timers) {
    this.terminal = terminal;
    this.timers = timers;
  }

  void begin(PapersDesk.Needs needs, List<Clips.Slide> own) {
    show(new PapersPage.Slides(needs, own, 0, true));
  }

  /** How many there are. */
  static int count(PapersPage.Slides page) {
    return page.own().isEmpty() ? OwnSlides.of(page.needs()).size() : page.own().size();
  }

  /** The next one. */
  public void forward() {
    step(1);
  }

  /** The one before. */
  public void backward() {
    step(-1);
  }

  private void step(int by) {
    terminal.touched();
    if (terminal.state().page() instanceof PapersPage.Slides page) {
      int at = Math.clamp((long) page.at() + by, 0, count(page) - 1);
      show(new PapersPage.Slides(page.needs(), page.own(), at, page.playing()));
    }
  }

  /** Stops if it goes by itself, goes on if not; from the last slide it begins anew. */
  public void playOrPause() {
    terminal.touched();
    if (terminal.state().page() instanceof PapersPage.Slides page) {
      boolean over = page.at() == count(page) - 1;
      boolean plays = !page.playing();
      show(new PapersPage.Slides(page.needs(), page.own(), plays && over ? 0 : page.at(), plays));
    }
  }

  /** Nothing moves any more. */
  void stop() {
    next.cancel();
  }

  private void show(PapersPage.Slides page) {
    stop();
    terminal.page(page);
    if (page.playing()) {
      next = timers.after(STANDS, () -> goOn(page));
    }
  }

  private void goOn(PapersPage.Slides from) {
    if (!from.equals(terminal.state().page())) {
      return;
    }
    boolean last = from.at() + 1 >= count(from);
    show(new PapersPage.Slides(from.needs(), from.own(), last ? from.at() : from.at() + 1, !last));
  }
}
