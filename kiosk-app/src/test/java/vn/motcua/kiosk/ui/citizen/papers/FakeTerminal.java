package vn.motcua.kiosk.ui.citizen.papers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import vn.motcua.kiosk.citizen.Citizen;
import vn.motcua.kiosk.ui.citizen.CitizenState;
import vn.motcua.kiosk.ui.citizen.Note;
import vn.motcua.kiosk.ui.citizen.Page;
import vn.motcua.kiosk.ui.citizen.Terminal;
import vn.motcua.kiosk.ui.citizen.Visitor;
import vn.motcua.scanner.Fault;
import vn.motcua.scanner.FaultException;

/** A terminal that does at once what it is asked, on the thread of the test. */
final class FakeTerminal implements Terminal {
  final List<Note> notes = new ArrayList<>();
  final List<Fault> faults = new ArrayList<>();
  Optional<Consumer<Citizen>> taker = Optional.empty();
  private Page page = new Page.Home();
  Runnable onHome = () -> {};

  @Override
  public String name() {
    return "Máy 1";
  }

  @Override
  public CitizenState state() {
    return new CitizenState(page, Optional.empty(), false, OptionalInt.empty(), false);
  }

  @Override
  public void touched() {}

  @Override
  public void page(Page next) {
    page = next;
  }

  @Override
  public void note(Note note) {
    notes.add(note);
  }

  @Override
  public void help(Fault fault) {
    faults.add(fault);
  }

  @Override
  public <T> void ask(Callable<T> question, Consumer<T> answer) {
    try {
      answer.accept(question.call());
    } catch (FaultException known) {
      help(known.fault());
    } catch (Exception bug) {
      throw new AssertionError(bug);
    }
  }

  @Override
  public void aside(Runnable action) {
    action.run();
  }

  @Override
  public void readCard(Consumer<Citizen> reader) {
    taker = Optional.of(reader);
  }

  @Override
  public Visitor visitor() {
    return Visitor.UNKNOWN;
  }

  @Override
  public Optional<Citizen> citizen() {
    return Optional.empty();
  }

  @Override
  public void home() {
    onHome.run();
    page = new Page.Home();
  }
}
