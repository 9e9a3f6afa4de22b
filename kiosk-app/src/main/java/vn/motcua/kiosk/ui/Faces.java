package vn.motcua.kiosk.ui;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import javafx.stage.WindowEvent;
import org.jspecify.annotations.Nullable;
import vn.motcua.kiosk.desk.Desks;
import vn.motcua.kiosk.desk.Devices;
import vn.motcua.kiosk.desk.SlipDesk;
import vn.motcua.kiosk.paper.BlankProposals;
import vn.motcua.kiosk.speech.LineLoudspeaker;
import vn.motcua.kiosk.speech.LineMicrophone;
import vn.motcua.kiosk.speech.Studio;
import vn.motcua.kiosk.ui.citizen.AnswerSlips;
import vn.motcua.kiosk.ui.citizen.CitizenTexts;
import vn.motcua.kiosk.ui.citizen.CitizenWindow;
import vn.motcua.kiosk.ui.citizen.helping.HelpingRoom;
import vn.motcua.kiosk.ui.citizen.papers.PapersRoom;
import vn.motcua.kiosk.ui.citizen.papers.PapersSlips;
import vn.motcua.kiosk.ui.citizen.queue.QueueRoom;
import vn.motcua.kiosk.ui.counter.CounterDesks;
import vn.motcua.kiosk.ui.counter.CounterWindow;
import vn.motcua.kiosk.ui.kit.Texts;
import vn.motcua.kiosk.ui.kit.Voice;
import vn.motcua.kiosk.ui.kit.WedgeFilter;
import vn.motcua.kiosk.ui.technician.TechnicianWindow;
import vn.motcua.scanner.FaultSentences;
import vn.motcua.scanner.barcode.wedge.WedgeBarcodeReader;

/**
 * Opens the windows of one machine. Where several stand on one screen, a scan or a card goes to the
 * one that was used last. All methods belong on the JavaFX thread.
 */
public final class Faces {
  /**
   * Where a window stands.
   *
   * @param x pixels from the left
   * @param y pixels from the top
   * @param width pixels
   * @param height pixels
   */
  public record Place(double x, double y, double width, double height) {}

  private final Desks desks;
  private final FaultSentences sentences;
  private final Clock clock;
  private final WedgeBarcodeReader wedge;
  private final Deque<Stage> recent = new ArrayDeque<>();
  private final List<Runnable> useListeners = new ArrayList<>();
  private Locale language;
  private Optional<Speech> speech = Optional.empty();

  /** The first of {@link #recent}, for the threads of devices. */
  private volatile @Nullable Stage used;

  /**
   * @param language what the windows begin with
   * @param wedge gets what a barcode reader types into any window; one of the devices' readers
   */
  public Faces(
      Desks desks,
      FaultSentences sentences,
      Clock clock,
      Locale language,
      WedgeBarcodeReader wedge) {
    this.desks = desks;
    this.sentences = sentences;
    this.clock = clock;
    this.language = language;
    this.wedge = wedge;
  }

  /**
   * The citizen terminal.
   *
   * @param terminal what the counter calls it
   * @param place where it stands; empty = full screen, without a way out
   */
  public Stage citizen(String terminal, Optional<Place> place) {
    Stage stage = new Stage(StageStyle.UNDECORATED);
    Texts texts = CitizenTexts.with(sentences).with(new PackTexts(speech().languages()));
    Voice voice = speech().voice();
    SlipDesk slips = desks.hall().slips();
    texts.language().set(language);
    CitizenWindow window =
        new CitizenWindow(
            stage,
            terminal,
            desks.lookup(),
            heardBy(stage),
            desks.calls(),
            desks.centre(),
            clock,
            texts,
            voice,
            slips.canPrint()
                ? Optional.of(
                    new AnswerSlips(
                        slips, desks.centre(), clock, () -> CitizenTexts.with(sentences)))
                : Optional.empty(),
            Optional.of(wedge),
            List.of(
                QueueRoom.plan(desks.hall(), voice),
                PapersRoom.plan(
                    desks.citizens(),
                    slips.canPrint()
                        ? Optional.of(new PapersSlips(slips, desks.centre()))
                        : Optional.empty()),
                HelpingRoom.plan(desks.helpers())));
    put(stage, place);
    if (place.isEmpty()) {
      KioskStage.hold(stage);
    } else {
      stage.setOnHidden(_ -> window.close());
    }
    stage.show();
    return stage;
  }

  /**
   * The counter.
   *
   * @param counter its number
   * @param officers who works there; the first is signed in
   */
  public Stage counter(String counter, List<String> officers, Optional<Place> place) {
    Stage stage = new Stage();
    CounterWindow window =
        new CounterWindow(
            stage,
            new CounterDesks(
                heardBy(stage),
                desks.intake(),
                desks.scans(),
                desks.work(),
                desks.returns(),
                desks.calls(),
                BlankProposals::looksBlank,
                desks.sight(),
                desks.readBack(),
                desks.staff(),
                desks.citizens().drafts(),
                desks.hall()),
            desks.centre(),
            officers,
            counter,
            sentences,
            clock,
            language);
    put(stage, place);
    if (place.isEmpty()) {
      stage.setMaximized(true);
    }
    WedgeFilter.install(stage.getScene(), wedge);
    stage.setOnHidden(_ -> window.close());
    window.open();
    return stage;
  }

  /** The technician's page. */
  public Stage technician(Optional<Place> place) {
    Stage stage = new Stage();
    TechnicianWindow window =
        new TechnicianWindow(
            stage,
            desks.technician(),
            desks.scans().profiles(),
            heardBy(stage),
            desks.centre(),
            sentences,
            clock,
            language);
    window.voice(new Studio(speech().languages()), new LineMicrophone(), new LineLoudspeaker());
    put(stage, place);
    if (place.isEmpty()) {
      stage.setMaximized(true);
    }
    WedgeFilter.install(stage.getScene(), wedge);
    stage.setOnHidden(_ -> window.close());
    window.open();
    return stage;
  }

  /** Terminals that are opened from now on speak so. */
  public void speech(Speech next) {
    speech = Optional.of(next);
  }

  /** Read only when a window needs it: it holds two grammars. */
  private Speech speech() {
    Speech now = speech.orElseGet(Speech::usual);
    speech = Optional.of(now);
    return now;
  }

  /** From now on scans and cards go to {@code stage}, as if somebody had touched it. */
  public void use(Stage stage) {
    if (used != stage) {
      recent.remove(stage);
      recent.addFirst(stage);
      used = stage;
      useListeners.forEach(Runnable::run);
    }
  }

  /** Whether scans and cards go to {@code stage}. */
  public boolean uses(Stage stage) {
    return used == stage;
  }

  /** Calls {@code listener} whenever scans and cards go to another window than before. */
  public void onUse(Runnable listener) {
    useListeners.add(listener);
  }

  /** Windows that are opened from now on begin in {@code next}. */
  public void speak(Locale next) {
    language = next;
  }

  /** A window that is gone hears nothing: the one that was used before it does. */
  private void closed(Stage stage) {
    recent.remove(stage);
    if (used == stage) {
      used = recent.peekFirst();
      useListeners.forEach(Runnable::run);
    }
  }

  private Devices heardBy(Stage stage) {
    if (used == null) {
      use(stage);
    } else {
      recent.addLast(stage);
    }
    stage.addEventHandler(WindowEvent.WINDOW_HIDDEN, _ -> closed(stage));
    stage
        .focusedProperty()
        .subscribe(focused -> {
          if (focused) {
            use(stage);
          }
        });
    stage.addEventFilter(javafx.scene.input.MouseEvent.MOUSE_PRESSED, _ -> use(stage));
    return desks.devices().heardWhile(() -> stage.equals(used));
  }

  private static void put(Stage stage, Optional<Place> place) {
    place.ifPresent(at -> {
      stage.setX(at.x());
      stage.setY(at.y());
      stage.setWidth(at.width());
      stage.setHeight(at.height());
    });
  }
}
