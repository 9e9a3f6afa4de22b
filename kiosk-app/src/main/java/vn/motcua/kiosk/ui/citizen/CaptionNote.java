package vn.motcua.kiosk.ui.citizen;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import vn.motcua.kiosk.speech.Caption;
import vn.motcua.kiosk.speech.VoiceFault;
import vn.motcua.kiosk.speech.Volume;
import vn.motcua.kiosk.ui.kit.Boxes;
import vn.motcua.kiosk.ui.kit.Buttons;
import vn.motcua.kiosk.ui.kit.Icon;
import vn.motcua.kiosk.ui.kit.Split;
import vn.motcua.kiosk.ui.kit.Tone;
import vn.motcua.kiosk.ui.kit.Voice;
import vn.motcua.kiosk.ui.kit.Words;
import vn.motcua.scanner.FaultSentence;

/** The words that are being said, how loud, and the way to stop it. */
final class CaptionNote {
  /** Of three tools beside the words. */
  private static final double TOOLS = 630;

  private static final double LARGE_TOOLS = 780;

  private final Ground ground;
  private final Optional<Voice.Controls> controls;
  private final Label words = Words.of("", "strong");
  private final Label about = Words.of("", "note", "ink");
  private String told = "";
  private boolean loudnessAsked;
  private final Button headphones;
  private final VBox note;

  /**
   * @param controls what can be changed of the voice
   * @param again reads once more from the beginning
   * @param stop stops reading
   */
  CaptionNote(Ground ground, Optional<Voice.Controls> controls, Runnable again, Runnable stop) {
    this.ground = ground;
    this.controls = controls;
    words.setId("caption-words");
    about.setId("caption-about");
    headphones =
        Buttons.icon(
            Icon.HEADPHONES,
            Buttons.primary(
                "voice-headphones",
                ground.say("voice.headphones"),
                () -> {
                  controls.ifPresent(voice -> voice.headphones(true));
                  again.run();
                }));
    show(headphones, false);
    VBox text = Boxes.wide(Boxes.column("note-words", words, about));
    text.setAlignment(Pos.CENTER_LEFT);
    HBox head = Boxes.row("note-row", Icon.SPEAKER.node(), text);
    Region tools = tools(stop);
    // Beside the words where the screen is wide: the page under it keeps its room.
    boolean beside =
        ground.landscape().getAsBoolean() && ground.look().textSize().get().factor() < 2;
    if (beside) {
      double width = ground.look().textSize().get().factor() > 1 ? LARGE_TOOLS : TOOLS;
      tools.setMinWidth(width);
      tools.setMaxWidth(width);
      head.getChildren().add(tools);
      note = Boxes.notice(Tone.BRAND, head, headphones);
    } else {
      note = Boxes.notice(Tone.BRAND, head, headphones, tools);
    }
    note.setId("caption");
    note.getStyleClass().add("floating");
    about();
  }

  private Region tools(Runnable stop) {
    Button end =
        Buttons.icon(
            Icon.SQUARE, Buttons.secondary("caption-close", ground.say("voice.stop"), stop));
    List<Region> tools = new ArrayList<>();
    if (controls.isPresent()) {
      tools.add(
          Buttons.icon(
              Icon.MINUS,
              Buttons.secondary("voice-softer", ground.say("voice.softer"), () -> set(false))));
      tools.add(
          Buttons.icon(
              Icon.PLUS,
              Buttons.secondary("voice-louder", ground.say("voice.louder"), () -> set(true))));
    }
    tools.add(end);
    tools.forEach(tool -> tool.getStyleClass().add("voice-tool"));
    return Split.even(16, 0, tools.toArray(Region[]::new));
  }

  private void set(boolean louder) {
    loudnessAsked = true;
    ground.model().touched();
    controls.ifPresent(
        voice -> voice.volume(louder ? voice.volume().louder() : voice.volume().softer()));
    about();
  }

  /** What stands before the first sentence is known. */
  void words(String first) {
    words.setText(first);
  }

  /** The sentence that is said now. */
  void show(Caption caption) {
    words.setText(caption.words());
    show(
        headphones, caption.silent().filter(VoiceFault.NoHeadphones.class::isInstance).isPresent());
    if (caption.silent().isPresent()) {
      FaultSentence fault = ground.fault(caption.silent().get());
      told = fault.what() + " " + fault.todo();
    } else if (!caption.said().equals(ground.texts().language().get())) {
      told = ground.say("voice.vietnamese");
    } else {
      told = caption.placeholder() ? ground.say("voice.placeholder") : "";
    }
    about();
  }

  /** How loud it is, and what else is to be known of the voice. */
  private void about() {
    // A wide screen has little height: there it is told when it changes.
    boolean tell = loudnessAsked || !ground.landscape().getAsBoolean();
    String loud =
        controls
            .filter(_ -> tell)
            .map(voice -> ground.say("voice.volume", voice.volume().step(), Volume.STEPS) + ". ")
            .orElse("");
    about.setText((loud + told).strip());
    show(about, !about.getText().isEmpty());
  }

  private static void show(Region region, boolean shown) {
    region.setVisible(shown);
    region.setManaged(shown);
  }

  Region node() {
    return note;
  }
}
