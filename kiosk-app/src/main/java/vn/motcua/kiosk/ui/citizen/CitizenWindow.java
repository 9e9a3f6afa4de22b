package vn.motcua.kiosk.ui.citizen;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TouchEvent;
import javafx.stage.Stage;
import vn.motcua.kiosk.desk.CallDesk;
import vn.motcua.kiosk.desk.Centre;
import vn.motcua.kiosk.desk.Devices;
import vn.motcua.kiosk.desk.LookupDesk;
import vn.motcua.kiosk.ui.kit.Background;
import vn.motcua.kiosk.ui.kit.Density;
import vn.motcua.kiosk.ui.kit.KeyboardUse;
import vn.motcua.kiosk.ui.kit.Look;
import vn.motcua.kiosk.ui.kit.ScreenTimers;
import vn.motcua.kiosk.ui.kit.Texts;
import vn.motcua.kiosk.ui.kit.Timers;
import vn.motcua.kiosk.ui.kit.Tones;
import vn.motcua.kiosk.ui.kit.Traces;
import vn.motcua.kiosk.ui.kit.Viewport;
import vn.motcua.kiosk.ui.kit.Voice;
import vn.motcua.kiosk.ui.kit.WedgeFilter;
import vn.motcua.scanner.barcode.wedge.WedgeBarcodeReader;

/**
 * The citizen terminal on a stage. Whoever makes it chooses the size of the stage, or full screen;
 * 1080×1920 and 1920×1080 are what it is drawn for, everything else is scaled.
 */
public final class CitizenWindow implements AutoCloseable {
  private static final double SHORT_SIDE = 1080;

  private final CitizenModel model;
  private final Look look = new Look(Density.TERMINAL);
  private final ScreenTimers timers;
  private final Voice voice;
  private final CitizenFace face;
  private final Stage stage;
  private final Texts texts;

  /**
   * Must be made on the JavaFX thread.
   *
   * @param stage shows the terminal; its scene is set, it is not shown yet
   * @param terminal name of this terminal, for the access ledger and the counter
   * @param texts those of {@link CitizenTexts}
   * @param slips prints slips; without it there is no button for it
   * @param wedge gets what a barcode reader types into this window; must be one of the readers of
   *     {@code devices}
   * @param plans of the rooms beside the looking up, in the order of their doors
   */
  public CitizenWindow(
      Stage stage,
      String terminal,
      LookupDesk lookups,
      Devices devices,
      CallDesk calls,
      Centre centre,
      Clock clock,
      Texts texts,
      Voice voice,
      Optional<SlipPrinter> slips,
      Optional<WedgeBarcodeReader> wedge,
      List<RoomPlan> plans) {
    this.stage = stage;
    this.texts = texts;
    this.voice = voice;
    Background background = new Background(Platform::runLater);
    this.timers = new ScreenTimers(background);
    CaptionedSounds sounds = new CaptionedSounds(new Tones());
    this.model =
        new CitizenModel(lookups, devices, calls, terminal, background, timers, sounds, slips);
    Ground ground =
        new Ground(
            model,
            texts,
            look,
            centre,
            clock,
            slips.isPresent(),
            voice::speaks,
            devices::readerShape,
            () -> {
              Scene scene = stage.getScene();
              return scene != null && scene.getWidth() > scene.getHeight();
            });
    List<Room> rooms = plans.stream().map(plan -> plan.furnish(ground)).toList();
    rooms.forEach(room -> model.add(room.model()));
    this.face = new CitizenFace(ground, voice, rooms);
    sounds.tell(face::sounded);
    model.holdIdleWhile(face::isSpeaking);
    model.onWipe(() -> {
      voice.controls().ifPresent(Voice.Controls::reset);
      look.reset();
      texts.language().set(Texts.VIETNAMESE);
    });
    model.onWipe(new Traces(background, timers)::wipe);
    Viewport viewport = new Viewport(face, SHORT_SIDE, true);
    Scene scene = new Scene(viewport);
    look.dress(scene);
    scene
        .getStylesheets()
        .add(
            Objects.requireNonNull(CitizenWindow.class.getResource("citizen.css"), "citizen.css")
                .toExternalForm());
    scene.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> model.touched());
    scene.addEventFilter(TouchEvent.TOUCH_PRESSED, _ -> model.touched());
    scene.addEventFilter(KeyEvent.KEY_PRESSED, _ -> model.touched());
    wedge.ifPresent(reader -> WedgeFilter.install(scene, reader));
    KeyboardUse.install(scene, viewport, new ModelKeys(model, face), CitizenBar.TOOLS);
    stage.setTitle(texts.get("product"));
    stage.setScene(scene);
    tick(timers, clock);
    model.start();
  }

  /** What it shows and does. */
  public CitizenModel model() {
    return model;
  }

  /** What it says. */
  public Texts texts() {
    return texts;
  }

  /** How it looks. */
  public Look look() {
    return look;
  }

  /** The clock on the screen changes with the minute. */
  private void tick(Timers timers, Clock clock) {
    face.tick();
    int second = LocalTime.now(clock).getSecond();
    timers.after(Duration.ofSeconds(60 - second), () -> tick(timers, clock));
  }

  /** Forgets whoever is there and closes the window. On the JavaFX thread. */
  @Override
  public void close() {
    model.close();
    timers.close();
    voice.close();
    stage.close();
  }

  /** What keys do on the terminal beside moving and pressing. */
  private record ModelKeys(CitizenModel model, CitizenFace face) implements KeyboardUse.Keys {
    @Override
    public void typed(char character) {
      model.key(character);
    }

    @Override
    public void erase() {
      model.erase();
    }

    @Override
    public void back() {
      model.back();
    }

    @Override
    public void staff() {
      face.staff();
    }
  }
}
