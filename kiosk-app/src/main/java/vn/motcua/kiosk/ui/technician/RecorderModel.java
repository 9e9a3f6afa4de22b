package vn.motcua.kiosk.ui.technician;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import vn.motcua.kiosk.speech.LanguageInfo;
import vn.motcua.kiosk.speech.Loudspeaker;
import vn.motcua.kiosk.speech.Microphone;
import vn.motcua.kiosk.speech.Sound;
import vn.motcua.kiosk.speech.Studio;
import vn.motcua.kiosk.speech.Take;
import vn.motcua.kiosk.speech.VoiceFault;
import vn.motcua.kiosk.ui.kit.Errands;
import vn.motcua.scanner.Fault;
import vn.motcua.scanner.FaultException;

/** Recording the clips of a language, one after the other. Knows no window. */
public final class RecorderModel {
  /** How far the clip is that is worked on. */
  public sealed interface Work {
    /** Nothing is recorded or played. */
    record Idle() implements Work {}

    /** The microphone is open. */
    record Recording() implements Work {}

    /** A take that is neither kept nor given up yet. */
    record Taken(Sound sound) implements Work {}

    /** Something went wrong. */
    record Stopped(Fault fault) implements Work {}
  }

  private final Studio studio;
  private final Microphone microphone;
  private final Loudspeaker loudspeaker;
  private final Errands errands;
  private final ObservableList<LanguageInfo> languages = FXCollections.observableArrayList();
  private final ObservableList<Studio.Clip> clips = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Optional<LanguageInfo>> language =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Studio.Clip>> clip =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Work> work = new ReadOnlyObjectWrapper<>(new Work.Idle());
  private final DoubleProperty level = new SimpleDoubleProperty();
  private volatile boolean open;
  private volatile boolean playing;
  private int turn;

  RecorderModel(Studio studio, Microphone microphone, Loudspeaker loudspeaker, Errands errands) {
    this.studio = studio;
    this.microphone = microphone;
    this.loudspeaker = loudspeaker;
    this.errands = errands;
  }

  /** The languages that can be recorded. */
  public ObservableList<LanguageInfo> languages() {
    return languages;
  }

  /** The clips of the language. */
  public ObservableList<Studio.Clip> clips() {
    return clips;
  }

  /** The language that is recorded. */
  public ReadOnlyObjectProperty<Optional<LanguageInfo>> language() {
    return language.getReadOnlyProperty();
  }

  /** The clip that is worked on. */
  public ReadOnlyObjectProperty<Optional<Studio.Clip>> clip() {
    return clip.getReadOnlyProperty();
  }

  /** How far that clip is. */
  public ReadOnlyObjectProperty<Work> work() {
    return work.getReadOnlyProperty();
  }

  /** How loud the microphone hears it now, 0 to 1. */
  public DoubleProperty level() {
    return level;
  }

  /** How many clips are recorded. */
  public int recorded() {
    return (int) clips.stream().filter(Studio.Clip::recorded).count();
  }

  /** Looks at the languages again; called whenever the page is opened. */
  public void look() {
    errands.run(
        studio::languages,
        found -> {
          languages.setAll(found);
          if (language.get().isEmpty()) {
            found.stream().findFirst().ifPresent(this::choose);
          }
        },
        this::stopped);
  }

  /** Takes another language. */
  public void choose(LanguageInfo next) {
    stop();
    language.set(Optional.of(next));
    clip.set(Optional.empty());
    clips.clear();
    reload(true);
  }

  private void reload(boolean toMissing) {
    Optional<LanguageInfo> now = language.get();
    if (now.isEmpty()) {
      return;
    }
    String code = now.get().code();
    errands.run(
        () -> studio.clips(code),
        found -> {
          if (language.get().map(LanguageInfo::code).filter(code::equals).isPresent()) {
            clips.setAll(found);
            if (toMissing) {
              nextMissing();
            }
          }
        },
        this::stopped);
  }

  /** Works on that clip; a take that was not kept is given up. */
  public void select(Studio.Clip next) {
    stop();
    clip.set(Optional.of(next));
    work.set(new Work.Idle());
  }

  /** Goes to the first clip after this one that is not recorded, else to the first at all. */
  public void nextMissing() {
    int at = clip.get().map(this::index).orElse(-1);
    List<Studio.Clip> after = clips.subList(Math.min(at + 1, clips.size()), clips.size());
    after.stream()
        .filter(each -> !each.recorded())
        .findFirst()
        .or(() -> clips.stream().filter(each -> !each.recorded()).findFirst())
        .or(() -> clips.stream().findFirst())
        .ifPresent(this::select);
  }

  /** Where a clip stands, from 0. */
  public int index(Studio.Clip wanted) {
    for (int i = 0; i < clips.size(); i++) {
      if (clips.get(i).name().equals(wanted.name())) {
        return i;
      }
    }
    return -1;
  }

  /** Opens the microphone, or closes it: one button. */
  public void record() {
    if (work.get() instanceof Work.Recording) {
      open = false;
      return;
    }
    if (clip.get().isEmpty()) {
      return;
    }
    playing = false;
    open = true;
    int mine = ++turn;
    work.set(new Work.Recording());
    errands.run(
        () ->
            Take.record(
                microphone,
                now -> errands.onScreen(() -> level.set(mine == turn ? now : 0)),
                () -> open && mine == turn),
        sound -> {
          if (mine == turn) {
            level.set(0);
            work.set(new Work.Taken(sound));
          }
        },
        fault -> {
          if (mine == turn) {
            stopped(fault);
          }
        });
  }

  /** Plays the take, or what is kept. */
  public void listen() {
    Optional<Studio.Clip> now = clip.get();
    Optional<LanguageInfo> of = language.get();
    if (now.isEmpty() || of.isEmpty()) {
      return;
    }
    Work before = work.get();
    int mine = turn;
    playing = true;
    errands.run(
        () -> {
          Sound sound =
              before instanceof Work.Taken(Sound taken)
                  ? taken
                  : studio.listen(of.get().code(), now.get().name());
          play(sound, mine);
          return sound;
        },
        _ -> {},
        this::stopped);
  }

  private void play(Sound sound, int mine) throws FaultException {
    try {
      loudspeaker.play(sound, () -> 1, () -> playing && mine == turn);
    } catch (java.io.IOException e) {
      throw new FaultException(new VoiceFault.NoLoudspeaker(), e);
    }
  }

  /** Keeps the take and goes on to the next clip that is missing. */
  public void keep() {
    if (!(work.get() instanceof Work.Taken(Sound sound))
        || clip.get().isEmpty()
        || language.get().isEmpty()) {
      return;
    }
    String code = language.get().get().code();
    Studio.Clip kept = clip.get().get();
    turn++;
    playing = false;
    errands.run(
        () -> {
          studio.keep(code, kept.name(), sound);
          return true;
        },
        _ -> reload(true),
        this::stopped);
  }

  /** Closes the microphone and gives up what is under way. */
  public void stop() {
    turn++;
    open = false;
    playing = false;
    level.set(0);
    if (!(work.get() instanceof Work.Idle)) {
      work.set(new Work.Idle());
    }
  }

  private void stopped(Fault fault) {
    level.set(0);
    work.set(new Work.Stopped(fault));
  }
}
