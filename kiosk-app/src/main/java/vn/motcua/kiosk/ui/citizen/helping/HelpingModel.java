package vn.motcua.kiosk.ui.citizen.helping;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.motcua.kiosk.desk.Helper;
import vn.motcua.kiosk.desk.HelperDesk;
import vn.motcua.kiosk.ui.citizen.Page;
import vn.motcua.kiosk.ui.citizen.RoomModel;
import vn.motcua.kiosk.ui.citizen.Terminal;

/**
 * Who helps at this terminal. Begins with a PIN; ends with the visit, when nobody has touched the
 * terminal for a while, or when the helper says so.
 */
final class HelpingModel implements RoomModel {
  /** Two people who talk with each other touch the screen less often than one who reads. */
  static final Duration PATIENCE = Duration.ofMinutes(3);

  static final int SHORTEST = 6;
  private static final int LONGEST = 12;

  private final Terminal terminal;
  private final HelperDesk desk;
  private final List<Runnable> listeners = new ArrayList<>();
  private final StringBuilder pin = new StringBuilder();
  private Optional<Helper> helper = Optional.empty();

  HelpingModel(Terminal terminal, HelperDesk desk) {
    this.terminal = terminal;
    this.desk = desk;
  }

  void onChange(Runnable listener) {
    listeners.add(listener);
  }

  Optional<Helper> helper() {
    return helper;
  }

  /** Staff know how to get here: asks for the PIN, or ends the help that is on. */
  void begin() {
    terminal.touched();
    clear();
    terminal.page(new PinPage(0));
  }

  void key(char digit) {
    terminal.touched();
    if (digit >= '0' && digit <= '9' && pin.length() < LONGEST) {
      pin.append(digit);
      terminal.page(new PinPage(pin.length()));
    }
  }

  void erase() {
    terminal.touched();
    if (!pin.isEmpty()) {
      pin.setLength(pin.length() - 1);
      terminal.page(new PinPage(pin.length()));
    }
  }

  boolean canSubmit() {
    return pin.length() >= SHORTEST;
  }

  void submit() {
    if (!canSubmit()) {
      return;
    }
    String tried = pin.toString();
    clear();
    terminal.page(new PinPage(0));
    terminal.ask(
        () -> desk.known(tried),
        known -> {
          terminal.home();
          desk.begin(terminal.name(), known);
          helper = Optional.of(known);
          listeners.forEach(Runnable::run);
        });
  }

  /** Nobody helps any more; with the visit, or at a touch. */
  void end() {
    clear();
    if (helper.isPresent()) {
      helper = Optional.empty();
      listeners.forEach(Runnable::run);
    }
    desk.end(terminal.name());
  }

  /** Whoever helped the first one has not said that they help the next. */
  @Override
  public void nextCitizen() {
    end();
  }

  private void clear() {
    for (int i = 0; i < pin.length(); i++) {
      pin.setCharAt(i, '0');
    }
    pin.setLength(0);
  }

  @Override
  public Optional<Duration> patience() {
    return helper.map(_ -> PATIENCE);
  }

  @Override
  public boolean owns(Page page) {
    return page instanceof PinPage;
  }

  @Override
  public boolean back(Page from) {
    return false;
  }

  @Override
  public boolean typed(char key) {
    key(key);
    return true;
  }

  @Override
  public boolean erased() {
    erase();
    return true;
  }

  @Override
  public void forget() {
    clear();
  }
}
