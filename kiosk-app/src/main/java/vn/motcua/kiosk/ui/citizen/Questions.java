package vn.motcua.kiosk.ui.citizen;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.motcua.kiosk.ui.kit.Background;
import vn.motcua.kiosk.ui.kit.Timers;
import vn.motcua.scanner.Fault;
import vn.motcua.scanner.FaultException;

/** One question at a time to a desk: a sign of life after a moment, and an end in any case. */
final class Questions {
  /** What takes longer than this is shown as waiting. */
  static final Duration MOMENT = Duration.ofMillis(300);

  /** A desk that has not answered after this never will. */
  static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final Logger LOG = LoggerFactory.getLogger(Questions.class);

  private final Shown shown;
  private final Background background;
  private final Timers timers;
  private final Consumer<Fault> help;
  private final Runnable answered;
  private Timers.Timer moment = () -> {};
  private Timers.Timer patience = () -> {};
  private Optional<Background.Work> work = Optional.empty();

  /**
   * @param help is told what went wrong
   * @param answered called with every answer, before it is used
   */
  Questions(
      Shown shown, Background background, Timers timers, Consumer<Fault> help, Runnable answered) {
    this.shown = shown;
    this.background = background;
    this.timers = timers;
    this.help = help;
    this.answered = answered;
  }

  <T> void ask(Callable<T> question, Consumer<T> answer) {
    forget();
    moment = timers.after(MOMENT, () -> shown.waiting(true));
    patience =
        timers.after(
            PATIENCE,
            () -> {
              forget();
              help.accept(new TerminalFault.NoAnswer());
            });
    work =
        Optional.of(
            background.run(
                question,
                result -> {
                  over();
                  answer.accept(result);
                },
                failure -> {
                  over();
                  failed(failure);
                }));
  }

  boolean busy() {
    return work.isPresent();
  }

  /** Whatever comes of what is under way is of no interest any more. */
  void forget() {
    work.ifPresent(Background.Work::forget);
    end();
  }

  void failed(Exception failure) {
    help.accept(faultOf(failure));
  }

  static Fault faultOf(Exception failure) {
    if (failure instanceof FaultException known) {
      return known.fault();
    }
    LOG.error("the terminal could not go on", failure);
    return new TerminalFault.Broken();
  }

  /** Something for which nobody waits. */
  void aside(Runnable action) {
    background.run(
        () -> {
          action.run();
          return true;
        },
        _ -> {},
        failure -> LOG.error("a call of the terminal failed", failure));
  }

  private void over() {
    end();
    answered.run();
  }

  private void end() {
    work = Optional.empty();
    moment.cancel();
    patience.cancel();
    shown.waiting(false);
  }
}
