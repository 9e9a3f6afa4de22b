package vn.motcua.kiosk.ui.technician;

import java.io.File;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import vn.motcua.kiosk.desk.Centre;
import vn.motcua.kiosk.desk.DeviceDesk;
import vn.motcua.kiosk.desk.DeviceRow;
import vn.motcua.kiosk.desk.Devices;
import vn.motcua.kiosk.desk.ProfileDesk;
import vn.motcua.kiosk.speech.Loudspeaker;
import vn.motcua.kiosk.speech.Microphone;
import vn.motcua.kiosk.speech.Studio;
import vn.motcua.kiosk.ui.kit.Background;
import vn.motcua.kiosk.ui.kit.Buttons;
import vn.motcua.kiosk.ui.kit.Density;
import vn.motcua.kiosk.ui.kit.Errands;
import vn.motcua.kiosk.ui.kit.Icon;
import vn.motcua.kiosk.ui.kit.KeyCap;
import vn.motcua.kiosk.ui.kit.Look;
import vn.motcua.kiosk.ui.kit.OfficeFrame;
import vn.motcua.kiosk.ui.kit.Pill;
import vn.motcua.kiosk.ui.kit.Texts;
import vn.motcua.kiosk.ui.kit.Tone;
import vn.motcua.kiosk.ui.kit.Tones;
import vn.motcua.kiosk.ui.kit.TrustWords;
import vn.motcua.kiosk.ui.kit.Viewport;
import vn.motcua.kiosk.ui.kit.Words;
import vn.motcua.scanner.DeviceState;
import vn.motcua.scanner.FaultSentences;

/** The technician's window: the devices at the left, the trial of one of them at the right. */
public final class TechnicianWindow implements AutoCloseable {
  private static final double SHORT_SIDE = 768;

  private final Stage stage;
  private final Texts texts;
  private final TechnicianModel model;
  private final ProfilesModel profiles;
  private final TrialPane trial;
  private final ProfileForm form;
  private final ProfilesPane profilesPage;
  private final Runnable unlisten;
  private final OfficeFrame frame = new OfficeFrame();
  private final Errands errands = new Errands(new Background(Platform::runLater));
  private Optional<RecorderModel> recorder = Optional.empty();

  /**
   * Builds the window on {@code stage}; {@link #open()} shows it. On the JavaFX thread.
   *
   * @param desk where devices are found and tried
   * @param profiles where scan profiles are kept and tried
   * @param devices whose codes fill the six digits of a test card
   * @param sentences what people are told about faults
   */
  public TechnicianWindow(
      Stage stage,
      DeviceDesk desk,
      ProfileDesk profiles,
      Devices devices,
      Centre centre,
      FaultSentences sentences,
      Clock clock,
      Locale language) {
    this.stage = stage;
    this.texts = new Texts(sentences, "vn.motcua.kiosk.ui.technician.texts", TrustWords.TEXTS);
    texts.language().set(language);
    this.model = new TechnicianModel(desk, errands, clock, new Tones());
    this.trial = new TrialPane(model, texts, errands);
    this.profiles = new ProfilesModel(profiles, errands);
    this.form = new ProfileForm(this.profiles, texts, errands);
    this.profilesPage = new ProfilesPane(this.profiles, texts, form, this::ask);
    this.unlisten = devices.onCode(event -> errands.onScreen(() -> model.scanned(event)));

    DevicesPane list = new DevicesPane(model, texts);
    HBox.setHgrow(list, Priority.ALWAYS);
    trial.setMinWidth(380);
    trial.setPrefWidth(380);
    trial.setMaxWidth(520);
    HBox.setHgrow(trial, Priority.SOMETIMES);
    HBox work = new HBox(16, list, trial);
    frame.work().getChildren().addAll(work, profilesPage);
    places(frame, work);
    topBar(frame, centre);

    Scene scene = new Scene(new Viewport(frame, SHORT_SIDE, false));
    new Look(Density.COUNTER).dress(scene);
    OfficeFrame.dress(scene);
    scene.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    stage.setScene(scene);
    stage.setTitle(texts.get("window.title", centre.name()));
  }

  /** Shows the window and looks for devices. */
  public void open() {
    stage.show();
    model.look();
  }

  /** Adds the page where the clips of languages are recorded. */
  public void voice(Studio studio, Microphone microphone, Loudspeaker loudspeaker) {
    RecorderModel made = new RecorderModel(studio, microphone, loudspeaker, errands);
    RecorderPane page = new RecorderPane(made, texts);
    page.setVisible(false);
    page.setManaged(false);
    frame.work().getChildren().add(page);
    Button[] go = new Button[1];
    go[0] =
        frame.place(
            "go-voice",
            Icon.MICROPHONE,
            texts.get("rail.voice"),
            "",
            () -> {
              frame.show(page);
              frame.mark(go[0], texts.get("title.voice"));
              model.stop();
              profiles.stop();
              made.look();
            });
    recorder = Optional.of(made);
    page.visibleProperty()
        .subscribe(shown -> {
          if (!shown) {
            made.stop();
          }
        });
  }

  /** The state of the page of languages, if there is one. */
  public Optional<RecorderModel> recorder() {
    return recorder;
  }

  /** The state of the window. */
  public TechnicianModel model() {
    return model;
  }

  /** The state of the page of profiles. */
  public ProfilesModel profiles() {
    return profiles;
  }

  private void look() {
    if (profilesPage.isVisible()) {
      profiles.look();
    } else if (recorder.isPresent() && !trial.getParent().isVisible()) {
      recorder.get().look();
    } else {
      model.look();
    }
  }

  private void places(OfficeFrame frame, HBox work) {
    Button[] go = new Button[2];
    go[0] =
        frame.place(
            "go-devices",
            Icon.TOOL,
            texts.get("rail.devices"),
            "",
            () -> {
              frame.show(work);
              frame.mark(go[0], texts.get("title.devices"));
              profiles.stop();
              model.look();
            });
    go[1] =
        frame.place(
            "go-profiles",
            Icon.SCAN,
            texts.get("rail.profiles"),
            "",
            () -> {
              frame.show(profilesPage);
              frame.mark(go[1], texts.get("title.profiles"));
              model.stop();
              profiles.look();
            });
    frame.show(work);
    frame.mark(go[0], texts.get("title.devices"));
  }

  /** Asks for the file of an export or an import. */
  private Optional<Path> ask(boolean write) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(texts.get(write ? "profile.export" : "profile.import"));
    chooser.setInitialFileName("profiles.json");
    chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("JSON", "*.json"));
    return Optional.ofNullable(
            write ? chooser.showSaveDialog(stage) : chooser.showOpenDialog(stage))
        .map(File::toPath);
  }

  private void topBar(OfficeFrame frame, Centre centre) {
    Runnable count =
        () -> {
          frame.left().getChildren().clear();
          long ready =
              model.devices().stream().filter(row -> row.state() == DeviceState.READY).count();
          long trouble =
              model.devices().stream()
                  .filter(row ->
                      row.state() == DeviceState.OFFLINE || row.state() == DeviceState.ATTENTION)
                  .count();
          if (ready > 0) {
            frame.left().getChildren().add(new Pill(Tone.OK, texts.count("count.ready", ready)));
          }
          if (trouble > 0) {
            frame
                .left()
                .getChildren()
                .add(new Pill(Tone.BAD, texts.count("count.trouble", trouble)));
          }
        };
    model.devices().subscribe(count);
    var place = Words.of(centre.name(), "note", "soft");
    place.setWrapText(false);
    place.setMinWidth(Region.USE_PREF_SIZE);
    Button look = KeyCap.on(Buttons.secondary("look", texts.get("look"), this::look), "F5");
    look.getStyleClass().add("small");
    look.setWrapText(false);
    look.setMinWidth(Region.USE_PREF_SIZE);
    model
        .looking()
        .subscribe(looking -> {
          look.setDisable(looking);
          look.setText(texts.get(looking ? "looking" : "look"));
        });
    frame.right().getChildren().addAll(place, look);
  }

  private void key(KeyEvent event) {
    if (profilesPage.isVisible()) {
      profileKey(event);
      return;
    }
    if (!trial.isVisible() || !trial.getParent().isVisible()) {
      voiceKey(event);
      return;
    }
    switch (event.getCode()) {
      case F5 -> model.look();
      case F9 -> model.tryOut();
      case F4 -> trial.focus();
      case ESCAPE -> model.stop();
      case UP, DOWN -> {
        if (event.isControlDown()) {
          step(event.getCode() == KeyCode.DOWN ? 1 : -1);
        } else {
          return;
        }
      }
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void voiceKey(KeyEvent event) {
    if (recorder.isEmpty()) {
      return;
    }
    switch (event.getCode()) {
      case F5 -> recorder.get().look();
      case F9 -> recorder.get().record();
      case F10 -> recorder.get().keep();
      case ESCAPE -> recorder.get().stop();
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void profileKey(KeyEvent event) {
    switch (event.getCode()) {
      case F5 -> profiles.look();
      case F9 -> profiles.test();
      case F4 -> form.focus();
      case ESCAPE -> profiles.stop();
      case S -> {
        if (!event.isShortcutDown()) {
          return;
        }
        profiles.save();
      }
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void step(int by) {
    var devices = model.devices();
    if (devices.isEmpty()) {
      return;
    }
    int at = model.selected().get().map(row -> index(row)).orElse(-1);
    int to = Math.clamp(at + (long) by, 0, devices.size() - 1);
    model.select(Optional.of(devices.get(to)));
  }

  private int index(DeviceRow row) {
    for (int i = 0; i < model.devices().size(); i++) {
      if (model.devices().get(i).id().equals(row.id())) {
        return i;
      }
    }
    return -1;
  }

  /** Stops listening and closes the window. On the JavaFX thread. */
  @Override
  public void close() {
    unlisten.run();
    model.stop();
    profiles.stop();
    recorder.ifPresent(RecorderModel::stop);
    stage.close();
  }
}
