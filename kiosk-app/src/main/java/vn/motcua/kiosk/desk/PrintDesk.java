package vn.motcua.kiosk.desk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.forms.Reprint;
import vn.motcua.kiosk.forms.print.PrintFault;
import vn.motcua.kiosk.forms.print.Printer;
import vn.motcua.kiosk.store.DataFolder;
import vn.motcua.kiosk.store.DossierStore;
import vn.motcua.kiosk.store.KeptFile;
import vn.motcua.kiosk.store.PrintRow;
import vn.motcua.kiosk.store.PrintRow.State;
import vn.motcua.scanner.FaultException;

/**
 * The print queue. What was ordered is printed exactly once, whenever the printer can; where nobody
 * can tell after a crash whether it was, it says so and waits for a person. All methods block.
 */
public final class PrintDesk {
  private final DossierStore store;
  private final DataFolder folder;
  private final Optional<Printer> printer;
  private final Clock clock;
  private final ReentrantLock oneAtATime = new ReentrantLock();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  /**
   * @param printer where to; nothing is printed without one
   */
  public PrintDesk(DossierStore store, DataFolder folder, Optional<Printer> printer, Clock clock) {
    this.store = store;
    this.folder = folder;
    this.printer = printer;
    this.clock = clock;
  }

  /** Orders a print of a file of a dossier; a second one of the same file is marked a reprint. */
  public PrintRow order(DossierCode dossier, KeptFile file, String title, String officer)
      throws FaultException {
    String token = "motcua-" + UUID.randomUUID();
    PrintRow job =
        store.write(transaction ->
            transaction.prints().queue(dossier, file.blob(), title, token, officer, now()));
    listeners.forEach(Runnable::run);
    return job;
  }

  /** What the printer is called; empty if there is none. */
  public Optional<String> printer() {
    return printer.map(Printer::name);
  }

  /**
   * Calls {@code listener} whenever a job has come or got further, on the thread that brought it.
   *
   * @return stops it
   */
  public Runnable onChange(Runnable listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /** What is to be printed or was, the newest first. */
  public List<PrintRow> list() throws FaultException {
    return store.prints();
  }

  /**
   * Gives up a job that waits or that nobody is sure of.
   *
   * @return whether it still could be
   */
  public boolean cancel(long id) throws FaultException {
    oneAtATime.lock();
    try {
      Optional<PrintRow> job = job(id);
      if (job.isEmpty()
          || job.get().state() == State.DONE
          || job.get().state() == State.CANCELLED) {
        return false;
      }
      if (job.get().remote().isPresent() && printer.isPresent()) {
        printer.get().cancel(job.get().remote().getAsInt());
      }
      return move(job.get(), State.CANCELLED, job.get().remote(), "");
    } finally {
      oneAtATime.unlock();
    }
  }

  /**
   * A person has looked at the printer: an unsure job came out, or it did not and is printed.
   *
   * @param cameOut what the person saw
   */
  public void settle(long id, boolean cameOut) throws FaultException {
    Optional<PrintRow> job = job(id).filter(each -> each.state() == State.UNSURE);
    if (job.isPresent()) {
      move(job.get(), cameOut ? State.DONE : State.QUEUED, OptionalInt.empty(), "");
    }
  }

  /**
   * Brings every job as far as it goes now: to be called after an order, at the start and every few
   * seconds while something is open.
   *
   * @return whether something is still open
   */
  public boolean pump() throws FaultException {
    if (printer.isEmpty()) {
      return false;
    }
    oneAtATime.lock();
    try {
      boolean open = false;
      for (PrintRow job : store.prints().reversed()) {
        PrintRow at = job;
        // QUEUED → SENDING → SENT → DONE: as far as it goes without waiting.
        for (int step = 0; step < 3; step++) {
          Optional<PrintRow> next = step(at, printer.get());
          if (next.isEmpty() || next.get().state() == at.state()) {
            break;
          }
          at = next.get();
        }
        State now = job(job.id()).map(PrintRow::state).orElse(State.DONE);
        open |= now == State.QUEUED || now == State.SENDING || now == State.SENT;
        if (now == State.QUEUED) {
          // The order of the queue is the order of the paper.
          break;
        }
      }
      return open;
    } finally {
      oneAtATime.unlock();
    }
  }

  private Optional<PrintRow> step(PrintRow job, Printer to) throws FaultException {
    switch (job.state()) {
      case QUEUED -> send(job, to);
      case SENDING -> afterCrash(job, to);
      case SENT -> follow(job, to);
      case DONE, UNSURE, CANCELLED -> {
        return Optional.empty();
      }
    }
    return job(job.id());
  }

  private void send(PrintRow job, Printer to) throws FaultException {
    Path plain = folder.temporary().resolve("print-" + UUID.randomUUID() + ".pdf");
    try {
      pages(job, plain);
      OptionalInt remote;
      try {
        remote = to.open(job.token());
      } catch (FaultException waits) {
        move(job, State.QUEUED, OptionalInt.empty(), waits.fault().code());
        return;
      }
      // Written down before a byte leaves: after a crash the printer is asked by this id.
      if (!move(job, State.SENDING, remote, "")) {
        return;
      }
      PrintRow sending = job(job.id()).orElseThrow();
      try {
        to.send(remote, plain);
      } catch (FaultException broken) {
        if (remote.isPresent()) {
          move(sending, State.SENDING, remote, broken.fault().code());
        } else if (broken.fault() instanceof PrintFault.Unsure) {
          move(sending, State.UNSURE, remote, broken.fault().code());
        } else {
          move(sending, State.QUEUED, remote, broken.fault().code());
        }
        return;
      }
      move(sending, remote.isPresent() ? State.SENT : State.DONE, remote, "");
    } finally {
      remove(plain);
    }
  }

  /** It was being sent when the program or the line broke off. */
  private void afterCrash(PrintRow job, Printer to) throws FaultException {
    if (job.remote().isEmpty()) {
      move(job, State.UNSURE, OptionalInt.empty(), new PrintFault.Unsure().code());
      return;
    }
    int remote = job.remote().getAsInt();
    try {
      switch (to.progress(remote)) {
        case EMPTY -> {
          to.cancel(remote);
          move(job, State.QUEUED, OptionalInt.empty(), job.fault());
        }
        case GIVEN_UP -> move(job, State.QUEUED, OptionalInt.empty(), job.fault());
        case WAITING -> move(job, State.SENT, job.remote(), "");
        case DONE -> move(job, State.DONE, job.remote(), "");
        case UNKNOWN -> move(job, State.UNSURE, job.remote(), new PrintFault.Unsure().code());
      }
    } catch (FaultException waits) {
      move(job, State.SENDING, job.remote(), waits.fault().code());
    }
  }

  private void follow(PrintRow job, Printer to) throws FaultException {
    int remote = job.remote().orElseThrow();
    try {
      switch (to.progress(remote)) {
        case DONE -> move(job, State.DONE, job.remote(), "");
        case EMPTY, WAITING -> move(job, State.SENT, job.remote(), "");
        // Some pages may lie in the tray: a person looks before it is printed again.
        case GIVEN_UP -> move(job, State.UNSURE, job.remote(), new PrintFault.Refused().code());
        case UNKNOWN -> move(job, State.UNSURE, job.remote(), new PrintFault.Unsure().code());
      }
    } catch (FaultException waits) {
      move(job, State.SENT, job.remote(), waits.fault().code());
    }
  }

  private void pages(PrintRow job, Path plain) throws FaultException {
    if (job.reprint() == 0) {
      store.blobs().open(job.file(), job.dossier(), plain);
      return;
    }
    Path first = folder.temporary().resolve("print-" + UUID.randomUUID() + ".pdf");
    try {
      store.blobs().open(job.file(), job.dossier(), first);
      Reprint.mark(first, job.reprint(), job.queued(), plain);
    } finally {
      remove(first);
    }
  }

  private Optional<PrintRow> job(long id) throws FaultException {
    return store.prints().stream().filter(each -> each.id() == id).findFirst();
  }

  private boolean move(PrintRow job, State to, OptionalInt remote, String fault)
      throws FaultException {
    if (job.state() == to && job.remote().equals(remote) && job.fault().equals(fault)) {
      return true;
    }
    LocalDateTime at = now();
    boolean moved =
        store.write(
            transaction -> transaction.prints().move(job, job.state(), to, remote, fault, at));
    if (moved) {
      listeners.forEach(Runnable::run);
    }
    return moved;
  }

  private static void remove(Path file) throws FaultException {
    try {
      Files.deleteIfExists(file);
    } catch (IOException trouble) {
      throw vn.motcua.kiosk.store.Durable.fault(trouble, file);
    }
  }

  private LocalDateTime now() {
    return LocalDateTime.now(clock).truncatedTo(ChronoUnit.MILLIS);
  }
}
