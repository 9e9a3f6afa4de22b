package vn.motcua.kiosk.ui.citizen;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import vn.motcua.kiosk.ui.kit.Boxes;
import vn.motcua.kiosk.ui.kit.Buttons;
import vn.motcua.kiosk.ui.kit.Icon;
import vn.motcua.kiosk.ui.kit.Tone;
import vn.motcua.kiosk.ui.kit.Words;
import vn.motcua.scanner.FaultSentence;

/** What is told below a page: a fault that does not end it, a word, and what is read aloud. */
final class CitizenNotes extends VBox {
  private final Ground ground;
  private final ReadingAloud reading;

  CitizenNotes(Ground ground, ReadingAloud reading) {
    this.ground = ground;
    this.reading = reading;
    getStyleClass().addAll("column", "notes");
  }

  /** What is told now; nothing leaves no room for it. */
  void show(Optional<Note> told) {
    getChildren().clear();
    told.ifPresent(note -> {
      switch (note) {
        case Note.OfFault(var fault) -> {
          FaultSentence sentence = ground.fault(fault);
          addNote(
              "note",
              Tone.WAIT,
              Icon.NOTE,
              sentence.what(),
              sentence.todo(),
              "note-close",
              ground.model()::closeNote);
        }
        case Note.Said(String key) ->
            addNote(
                "note",
                Tone.BRAND,
                Icon.INFO,
                ground.say(key),
                "",
                "note-close",
                ground.model()::closeNote);
      }
    });
    reading.caption().ifPresent(getChildren()::add);
    if (reading.mute()) {
      addNote(
          "caption",
          Tone.WAIT,
          Icon.SPEAKER,
          ground.say("read.none"),
          "",
          "caption-close",
          reading::hush);
    }
    setVisible(!getChildren().isEmpty());
    setManaged(isVisible());
  }

  private void addNote(
      String id, Tone tone, Icon icon, String what, String todo, String closeId, Runnable close) {
    VBox words = Boxes.wide(Boxes.column("note-words", Words.of(what, "strong")));
    words.setAlignment(Pos.CENTER_LEFT);
    if (!todo.isEmpty()) {
      words.getChildren().add(Words.of(todo, "body", "ink"));
    }
    HBox row = Boxes.row("note-row", icon.node(), words);
    if (!closeId.isEmpty()) {
      Button button = Buttons.secondary(closeId, ground.say("go.close"), close);
      button.setMaxWidth(USE_PREF_SIZE);
      button.setMinWidth(USE_PREF_SIZE);
      row.getChildren().add(button);
    }
    VBox note = Boxes.notice(tone, row);
    note.setId(id);
    note.getStyleClass().add("floating");
    getChildren().add(note);
  }
}
