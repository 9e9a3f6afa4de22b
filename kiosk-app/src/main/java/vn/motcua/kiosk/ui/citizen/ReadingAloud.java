package vn.motcua.kiosk.ui.citizen;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.layout.Region;
import vn.motcua.kiosk.speech.Speaker;
import vn.motcua.kiosk.ui.kit.Texts;
import vn.motcua.kiosk.ui.kit.Voice;

/** Reads the page aloud and shows the words as they are said. Belongs to the JavaFX thread. */
final class ReadingAloud {
  private final Ground ground;
  private final Voice voice;
  private final Supplier<Optional<PageView>> page;
  private final Runnable changed;
  private Optional<CaptionNote> note = Optional.empty();
  private boolean mute;
  private int turn;

  /**
   * @param page what would be read now
   * @param changed called when reading begins or ends
   */
  ReadingAloud(Ground ground, Voice voice, Supplier<Optional<PageView>> page, Runnable changed) {
    this.ground = ground;
    this.voice = voice;
    this.page = page;
    this.changed = changed;
  }

  /** Whether a caption is shown. */
  boolean on() {
    return note.isPresent() || mute;
  }

  /** Whether sentences are being said: nobody's time runs out meanwhile. */
  boolean speaking() {
    return note.isPresent();
  }

  /** Whether this machine cannot read anything, and the citizen has asked for it. */
  boolean mute() {
    return mute;
  }

  /** What is to be shown of it. */
  Optional<Region> caption() {
    return note.map(CaptionNote::node);
  }

  /** The button of the bar: begins, or stops. */
  void toggle() {
    if (on()) {
      hush();
    } else {
      begin();
    }
  }

  /** From the beginning, in the language of the moment. */
  void anew() {
    hush();
    begin();
  }

  private void begin() {
    Locale language = ground.texts().language().get();
    Optional<PageView> view = page.get();
    if (view.isEmpty() || !(voice.speaks(language) || voice.speaks(Texts.VIETNAMESE))) {
      mute = true;
      changed.run();
      return;
    }
    List<Speaker.Line> lines = Sayings.lines(view.get(), ground.texts());
    CaptionNote shown =
        new CaptionNote(
            ground,
            voice.controls(),
            () -> {
              ground.model().touched();
              anew();
            },
            () -> {
              ground.model().touched();
              hush();
            });
    lines.stream().findFirst().ifPresent(line -> shown.words(line.said().words()));
    note = Optional.of(shown);
    int mine = ++turn;
    voice.read(
        lines,
        language,
        caption ->
            Platform.runLater(() -> {
              if (mine == turn) {
                shown.show(caption);
              }
            }),
        () ->
            Platform.runLater(() -> {
              if (mine == turn) {
                hush();
              }
            }));
    changed.run();
  }

  /** Stops. */
  void hush() {
    turn++;
    voice.hush();
    if (on()) {
      note = Optional.empty();
      mute = false;
      changed.run();
    }
  }
}
