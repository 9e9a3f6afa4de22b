package vn.motcua.kiosk.ui.technician;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import vn.motcua.kiosk.speech.LanguageInfo;
import vn.motcua.kiosk.speech.Studio;
import vn.motcua.kiosk.ui.kit.Boxes;
import vn.motcua.kiosk.ui.kit.Buttons;
import vn.motcua.kiosk.ui.kit.Icon;
import vn.motcua.kiosk.ui.kit.KeyCap;
import vn.motcua.kiosk.ui.kit.Texts;
import vn.motcua.kiosk.ui.kit.Tone;
import vn.motcua.kiosk.ui.kit.Words;
import vn.motcua.scanner.FaultSentence;

/** Languages at the left, their clips in the middle, the clip that is recorded at the right. */
final class RecorderPane extends HBox {
  private final RecorderModel model;
  private final Texts texts;
  private final VBox languages = new VBox(10);
  private final ListView<Studio.Clip> list = new ListView<>();
  private final Label progress = Words.of("", "strong");
  private final ProgressBar done = new ProgressBar(0);
  private final VBox desk = Boxes.card();
  private final ProgressBar meter = new ProgressBar(0);

  RecorderPane(RecorderModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    setId("voice-page");
    setSpacing(16);
    VBox left = new VBox(12, Words.of(texts.get("voice.languages"), "strong"), languages);
    left.setMinWidth(210);
    left.setPrefWidth(240);
    done.setMaxWidth(Double.MAX_VALUE);
    done.setId("voice-done");
    list.setId("voice-clips");
    list.setCellFactory(_ -> new ClipCell());
    list.setItems(model.clips());
    VBox.setVgrow(list, Priority.ALWAYS);
    VBox middle = new VBox(10, progress, done, list);
    middle.setMinWidth(300);
    middle.setPrefWidth(400);
    HBox.setHgrow(middle, Priority.SOMETIMES);
    desk.setId("voice-desk");
    desk.setMinWidth(420);
    desk.setPrefWidth(560);
    HBox.setHgrow(desk, Priority.ALWAYS);
    meter.setId("voice-level");
    meter.setMaxWidth(Double.MAX_VALUE);
    meter.progressProperty().bind(model.level());
    getChildren().addAll(left, middle, desk);
    model.languages().subscribe(this::drawLanguages);
    model.language().subscribe(_ -> drawLanguages());
    model.clips().subscribe(this::drawProgress);
    model.clip().subscribe(this::drawSelection);
    model.work().subscribe(_ -> drawDesk());
    list.getSelectionModel()
        .selectedItemProperty()
        .subscribe((_, chosen) -> {
          if (chosen != null && !model.clip().get().equals(Optional.of(chosen))) {
            model.select(chosen);
          }
        });
    drawDesk();
  }

  private void drawLanguages() {
    languages.getChildren().clear();
    for (LanguageInfo info : model.languages()) {
      Button button =
          Buttons.secondary("voice-language-" + info.code(), info.name(), () -> model.choose(info));
      if (model.language().get().equals(Optional.of(info))) {
        button.getStyleClass().add("primary");
        button.getStyleClass().remove("secondary");
      }
      languages.getChildren().add(button);
    }
  }

  private void drawProgress() {
    int all = model.clips().size();
    int recorded = model.recorded();
    progress.setText(texts.get("voice.progress", recorded, all));
    done.setProgress(all == 0 ? 0 : (double) recorded / all);
    drawSelection(model.clip().get());
  }

  private void drawSelection(Optional<Studio.Clip> clip) {
    clip.ifPresent(now -> {
      int at = model.index(now);
      if (at >= 0 && list.getSelectionModel().getSelectedIndex() != at) {
        list.getSelectionModel().select(at);
        list.scrollTo(Math.max(0, at - 3));
      }
    });
    drawDesk();
  }

  private void drawDesk() {
    desk.getChildren().clear();
    Optional<Studio.Clip> clip = model.clip().get();
    if (clip.isEmpty()) {
      return;
    }
    Studio.Clip now =
        model.clips().stream()
            .filter(each -> each.name().equals(clip.get().name()))
            .findFirst()
            .orElse(clip.get());
    RecorderModel.Work work = model.work().get();
    boolean recording = work instanceof RecorderModel.Work.Recording;
    boolean taken = work instanceof RecorderModel.Work.Taken;
    Label words = Words.of(now.vietnamese(), "title");
    words.setId("voice-words");
    desk.getChildren()
        .addAll(
            Words.of(
                texts.get("voice.clip", model.index(now) + 1, model.clips().size())
                    + " · "
                    + now.name(),
                "note",
                "soft"),
            Words.of(texts.get("voice.say"), "body", "soft"),
            words,
            meter,
            state(now, work));
    Button record =
        KeyCap.on(
            Buttons.icon(
                recording ? Icon.SQUARE : Icon.MICROPHONE,
                taken
                    ? Buttons.secondary("voice-record", texts.get("voice.again"), model::record)
                    : Buttons.primary(
                        "voice-record",
                        texts.get(recording ? "voice.stop" : "voice.record"),
                        model::record)),
            "F9");
    Button listen =
        Buttons.icon(
            Icon.SPEAKER,
            Buttons.secondary("voice-listen", texts.get("voice.listen"), model::listen));
    listen.setDisable(recording || !(taken || now.recorded()));
    HBox row = new HBox(10, record, listen);
    if (taken) {
      Button keep = Buttons.primary("voice-keep", texts.get("voice.keep"), model::keep);
      row.getChildren().add(KeyCap.on(Buttons.icon(Icon.CHECK, keep), "F10"));
    }
    Button next = Buttons.secondary("voice-next", texts.get("voice.next"), model::nextMissing);
    next.setDisable(recording);
    for (var each : row.getChildren()) {
      HBox.setHgrow(each, Priority.ALWAYS);
    }
    desk.getChildren().addAll(row, Buttons.iconAfter(Icon.NEXT, next));
  }

  private Region state(Studio.Clip now, RecorderModel.Work work) {
    return switch (work) {
      case RecorderModel.Work.Recording _ -> notice(Tone.WAIT, texts.get("voice.recording"), "");
      case RecorderModel.Work.Taken(var sound) ->
          notice(
              Tone.BRAND,
              texts.get(
                  "voice.taken",
                  String.format(texts.language().get(), "%.1f", sound.milliseconds() / 1000.0)),
              "");
      case RecorderModel.Work.Stopped(var fault) -> {
        FaultSentence sentence = texts.fault(fault);
        yield notice(Tone.BAD, sentence.what(), sentence.todo() + " (" + fault.code() + ")");
      }
      case RecorderModel.Work.Idle _ ->
          notice(
              now.recorded() ? Tone.OK : Tone.MUTED,
              texts.get(now.recorded() ? "voice.kept" : "voice.missing"),
              "");
    };
  }

  private static Region notice(Tone tone, String what, String todo) {
    VBox notice = Boxes.notice(tone, Words.of(what, "strong"));
    if (!todo.isEmpty()) {
      notice.getChildren().add(Words.of(todo, "body", "ink"));
    }
    notice.setId("voice-state");
    return notice;
  }

  /** The words of a clip, with a mark if it is recorded. */
  private static final class ClipCell extends ListCell<Studio.Clip> {
    @Override
    protected void updateItem(Studio.Clip clip, boolean empty) {
      super.updateItem(clip, empty);
      setContentDisplay(ContentDisplay.LEFT);
      setAlignment(Pos.CENTER_LEFT);
      setText(empty ? "" : clip.vietnamese());
      setGraphic(empty ? null : clip.recorded() ? Icon.CHECK.node() : new Region());
    }
  }
}
