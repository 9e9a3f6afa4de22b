package vn.motcua.kiosk.ui.counter;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.image.Image;
import vn.motcua.kiosk.citizen.Citizen;
import vn.motcua.kiosk.citizen.CitizenNumber;
import vn.motcua.kiosk.citizen.CitizenQr;
import vn.motcua.kiosk.desk.Devices;
import vn.motcua.kiosk.ui.kit.Errands;
import vn.motcua.kiosk.ui.kit.PageImage;
import vn.motcua.kiosk.ui.kit.Timers;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.Fault;
import vn.motcua.scanner.chip.AccessKeys;
import vn.motcua.scanner.chip.ChipFault;
import vn.motcua.scanner.chip.ChipStep;
import vn.motcua.scanner.chip.FaceDecoder;

/**
 * The picture on the chip. It is read only when an officer asks for it, from the card that was just
 * read and still lies there, and it is gone from memory when the card is forgotten, when the
 * officer puts it away, or after {@link #SHOWN}.
 */
public final class PhotoModel {
  /** How long a picture stands. */
  public static final Duration SHOWN = Duration.ofSeconds(60);

  /** Where the picture stands. */
  public sealed interface State {
    /** No card that could be asked. */
    record None() implements State {}

    /** The card lies there; nobody has asked. */
    record Offered() implements State {}

    /** The chip is being read. */
    record Reading(ChipStep step) implements State {}

    /**
     * It is shown.
     *
     * @param authentic whether it is the one that the card's issuer signed
     */
    record Shown(Image picture, boolean authentic) implements State {
      /** Never the picture: this may land in a log. */
      @Override
      public String toString() {
        return "Shown[…]";
      }
    }

    /** There is nothing to show, for this reason; the rest of the card stays as it was read. */
    record Stopped(Fault fault) implements State {}
  }

  /**
   * The card that may be asked.
   *
   * @param reader where it lies
   * @param keys what opened it
   * @param number whose it is
   * @param qr the code that was shown with it, if any
   */
  record Source(String reader, AccessKeys keys, CitizenNumber number, Optional<CitizenQr> qr) {
    /** Never the data themselves: this may land in a log. */
    @Override
    public String toString() {
      return "Source[" + reader + "]";
    }
  }

  private final PhotoReading reading;
  private final Errands errands;
  private final Timers timers;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.None());
  private Consumer<Citizen> onForged = citizen -> {};
  private Optional<Source> source = Optional.empty();
  private boolean there;
  private Cancellation running = new Cancellation();
  private Timers.Timer end = () -> {};
  private int turn;

  PhotoModel(Devices devices, Errands errands, Timers timers, FaceDecoder decoder) {
    this.reading = new PhotoReading(devices, decoder);
    this.errands = errands;
    this.timers = timers;
  }

  /** Where it stands. */
  public ReadOnlyObjectProperty<State> state() {
    return state.getReadOnlyProperty();
  }

  /** Called when the card turns out to be forged as its picture is read. */
  void onForged(Consumer<Citizen> listener) {
    onForged = listener;
  }

  /** A card was read and still lies there. */
  void offer(Source card) {
    forget();
    source = Optional.of(card);
    there = true;
    state.set(new State.Offered());
  }

  /** The card was taken off: what is shown stays for its time, but nothing new can be read. */
  void cardLeft() {
    there = false;
    if (state.get() instanceof State.Offered) {
      state.set(new State.None());
    }
  }

  /** Another citizen, another card, another screen: nothing of the picture stays. */
  public void forget() {
    stop();
    source = Optional.empty();
    there = false;
    leave(new State.None());
  }

  /** Reads and shows the picture, or puts away the one that is shown. */
  public void toggle() {
    if (state.get() instanceof State.Shown) {
      putAway();
    } else if (!(state.get() instanceof State.Reading)) {
      source.ifPresent(this::read);
    }
  }

  private void putAway() {
    stop();
    leave(there ? new State.Offered() : new State.None());
  }

  private void read(Source card) {
    stop();
    if (!there) {
      leave(new State.Stopped(new ChipFault.NoCard()));
      return;
    }
    int mine = turn;
    Cancellation cancellation = new Cancellation();
    running = cancellation;
    state.set(new State.Reading(ChipStep.OPEN));
    errands.run(
        () -> reading.read(card, step -> errands.onScreen(() -> goOn(mine, step)), cancellation),
        found -> {
          if (mine == turn) {
            ended(found);
          } else if (found instanceof PhotoReading.Found.Picture late) {
            PageImage.wipe(late.image());
          }
        },
        fault -> {
          if (mine == turn) {
            leave(new State.Stopped(fault));
          }
        });
  }

  private void goOn(int mine, ChipStep step) {
    if (mine == turn
        && state.get() instanceof State.Reading(ChipStep shown)
        && shown.compareTo(step) < 0) {
      state.set(new State.Reading(step));
    }
  }

  private void ended(PhotoReading.Found found) {
    switch (found) {
      case PhotoReading.Found.Picture(Image image, boolean authentic) -> {
        state.set(new State.Shown(image, authentic));
        end = timers.after(SHOWN, this::putAway);
      }
      case PhotoReading.Found.Nothing(Fault why) -> state.set(new State.Stopped(why));
      case PhotoReading.Found.Forgery(Citizen citizen) -> {
        forget();
        onForged.accept(citizen);
      }
      case PhotoReading.Found.Cancelled() -> putAway();
    }
  }

  private void stop() {
    turn++;
    running.cancel();
    end.cancel();
  }

  private void leave(State next) {
    State before = state.get();
    state.set(next);
    if (before instanceof State.Shown shown) {
      PageImage.wipe(shown.picture());
    }
  }
}
