package vn.motcua.kiosk.desk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.motcua.kiosk.dossier.SlipText;
import vn.motcua.kiosk.forms.TerminalSlip;
import vn.motcua.kiosk.forms.print.PrintFault;
import vn.motcua.kiosk.forms.print.Printer;
import vn.motcua.scanner.Fault;
import vn.motcua.scanner.FaultException;

/**
 * Prints a terminal's slips: now, or not at all. What is not printed within {@link #PATIENCE} is
 * taken back from the printer, and of what was printed no spool keeps the pages.
 */
public final class SlipDesk {
  /** Who waits at the terminal longer than that has turned away. */
  public static final Duration PATIENCE = Duration.ofSeconds(12);

  /**
   * A spooler goes on telling what the job before has met until this one has reached the printer:
   * paper that was put in since is not missed for that.
   */
  private static final Duration OLD_NEWS = Duration.ofSeconds(2);

  private static final Duration LOOK_AGAIN = Duration.ofMillis(200);
  private static final Logger LOG = LoggerFactory.getLogger(SlipDesk.class);

  private final Optional<Printer> printer;
  private final Path temporary;
  private final TerminalSlip paper;
  private final Duration patience;
  private final ReentrantLock oneAtATime = new ReentrantLock();

  /**
   * @param printer the terminal's; empty if it has none
   * @param temporary for the file of a slip while it is sent
   */
  public SlipDesk(Optional<Printer> printer, Path temporary, Clock clock) {
    this(printer, temporary, clock, PATIENCE);
  }

  SlipDesk(Optional<Printer> printer, Path temporary, Clock clock, Duration patience) {
    this.printer = printer;
    this.temporary = temporary;
    this.paper = new TerminalSlip(clock);
    this.patience = patience;
  }

  /** Whether there is a printer at all. */
  public boolean canPrint() {
    return printer.isPresent();
  }

  /**
   * Prints; blocks until the paper is out, as far as the printer tells.
   *
   * @throws FaultException with a {@link SlipFault}; then nothing more will come out
   */
  public void print(SlipText slip) throws FaultException {
    Printer to = printer.orElseThrow(() -> new FaultException(new SlipFault.NoPrinter()));
    Path file = temporary.resolve("slip-" + UUID.randomUUID() + ".pdf");
    // Slips do not queue up behind a printer that hangs: they would come out for somebody else.
    if (!mine()) {
      throw new FaultException(new SlipFault.NotNow());
    }
    try {
      paper.write(slip, file);
      print(to, file);
    } catch (FaultException trouble) {
      throw trouble.fault() instanceof PrintFault
          ? new FaultException(said(trouble.fault()), trouble)
          : trouble;
    } finally {
      oneAtATime.unlock();
      remove(file);
    }
  }

  private boolean mine() {
    try {
      return oneAtATime.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /**
   * Takes back what a crash may have left at the printer; to be called at the start. Never throws:
   * a printer that is off has nothing to take back.
   */
  public void sweep() {
    printer.ifPresent(to -> {
      oneAtATime.lock();
      try {
        to.forgetAll();
      } catch (FaultException silent) {
        LOG.info("old slips could not be taken back: {}", silent.fault().code());
      } finally {
        oneAtATime.unlock();
      }
    });
  }

  private void print(Printer to, Path file) throws FaultException {
    OptionalInt job = to.open("motcua-slip-" + UUID.randomUUID());
    try {
      to.send(job, file);
      if (job.isPresent()) {
        await(to, job.getAsInt());
      }
    } finally {
      if (job.isPresent()) {
        forget(to, job.getAsInt());
      }
    }
  }

  private void await(Printer to, int job) throws FaultException {
    long begin = System.nanoTime();
    long end = begin + patience.toNanos();
    while (true) {
      switch (progress(to, job, begin)) {
        case DONE, UNKNOWN -> {
          return;
        }
        case GIVEN_UP, EMPTY -> throw new FaultException(new PrintFault.Refused());
        case WAITING -> {
          if (System.nanoTime() >= end || Thread.currentThread().isInterrupted()) {
            throw new FaultException(new PrintFault.Offline(), "not within " + patience);
          }
          LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
      }
    }
  }

  private static Printer.Progress progress(Printer to, int job, long begin) throws FaultException {
    try {
      return to.progress(job);
    } catch (FaultException trouble) {
      if (trouble.fault() instanceof PrintFault.NoPaper
          && System.nanoTime() - begin < OLD_NEWS.toNanos()) {
        return Printer.Progress.WAITING;
      }
      throw trouble;
    }
  }

  private static void forget(Printer to, int job) {
    try {
      to.forget(job);
    } catch (FaultException kept) {
      LOG.warn("job {} may still lie at the printer: {}", job, kept.fault().code());
    }
  }

  private static Fault said(Fault fault) {
    return switch (fault) {
      case PrintFault.NoPaper _ -> new SlipFault.NoPaper();
      case PrintFault.Unsure _ -> new SlipFault.BrokenOff();
      default -> new SlipFault.NotNow();
    };
  }

  private static void remove(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException kept) {
      LOG.warn("a slip's file stays until the next start", kept);
    }
  }
}
