package vn.motcua.kiosk.desk;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.forms.FormKind;
import vn.motcua.kiosk.forms.print.PrintFault;
import vn.motcua.kiosk.store.KeptFile;
import vn.motcua.kiosk.store.PrintRow;
import vn.motcua.scanner.FaultException;

/**
 * Where officers order kept forms on paper: each order is one sheet of paper. While an order of the
 * same form is open, ordering again gives that one, however often a key is pressed. All methods
 * block.
 */
public final class FormPrints {
  /** How far a print is. */
  public enum State {
    /** It waits for its turn, or for what {@link Job#waits} names. */
    QUEUED,
    /** The printer has it. */
    PRINTING,
    /** The paper is there. */
    PRINTED,
    /** Nobody can tell: a person looks at the tray. */
    UNSURE,
    /** Given up. */
    CANCELLED
  }

  /**
   * One print.
   *
   * @param id its number in the queue
   * @param reprint 0 for the first print; 1 or more: the paper is marked "bản in lại"
   * @param state how far it is
   * @param waits what it waits for; empty if nothing is wrong
   */
  public record Job(long id, int reprint, State state, Optional<PrintFault> waits) {
    /** Whether its paper may still come. */
    public boolean open() {
      return state != State.PRINTED && state != State.CANCELLED;
    }
  }

  private static final List<PrintFault> FAULTS =
      List.of(
          new PrintFault.Offline(),
          new PrintFault.NoPaper(),
          new PrintFault.Stopped(),
          new PrintFault.Unknown(),
          new PrintFault.Refused(),
          new PrintFault.Unsure());

  private final PrintDesk queue;
  private final FormDesk forms;
  private final ReentrantLock oneOrderAtATime = new ReentrantLock();

  public FormPrints(PrintDesk queue, FormDesk forms) {
    this.queue = queue;
    this.forms = forms;
  }

  /** What the printer is called; empty if none is set. */
  public Optional<String> printer() {
    return queue.printer();
  }

  /**
   * Calls {@code listener} whenever a print has come or got further; what it returns stops that.
   */
  public Runnable onChange(Runnable listener) {
    return queue.onChange(listener);
  }

  /**
   * Orders the newest kept form of that kind. {@link #bringOn} or the background brings it to the
   * printer.
   *
   * @throws FaultException with {@link DeskFault.UnknownReceipt} if no such form is kept
   */
  public Job order(FormKind kind, DossierCode code, String officer) throws FaultException {
    KeptFile file = kept(kind, code);
    oneOrderAtATime.lock();
    try {
      Optional<Job> last = last(file);
      return last.isPresent() && last.get().open()
          ? last.get()
          : job(queue.order(code, file, "Mẫu " + kind.number() + " " + code, officer));
    } finally {
      oneOrderAtATime.unlock();
    }
  }

  /** The last print of that form, if it was ordered at all. */
  public Optional<Job> last(FormKind kind, DossierCode code) throws FaultException {
    Optional<KeptFile> file = forms.newest(kind, code);
    return file.isEmpty() ? Optional.empty() : last(file.get());
  }

  /** Brings the queue on at once; may take as long as the printer does. */
  public void bringOn() throws FaultException {
    queue.pump();
  }

  /** Gives a print up; false if it is over. */
  public boolean cancel(Job job) throws FaultException {
    return queue.cancel(job.id());
  }

  /** A person has looked at the tray for an unsure print: the paper is there, or it is not. */
  public void settle(Job job, boolean cameOut) throws FaultException {
    queue.settle(job.id(), cameOut);
  }

  private KeptFile kept(FormKind kind, DossierCode code) throws FaultException {
    return forms
        .newest(kind, code)
        .orElseThrow(() -> new FaultException(new DeskFault.UnknownReceipt()));
  }

  private Optional<Job> last(KeptFile file) throws FaultException {
    return queue.list().stream()
        .filter(row -> row.file().equals(file.blob()))
        .findFirst()
        .map(FormPrints::job);
  }

  private static Job job(PrintRow row) {
    State state =
        switch (row.state()) {
          case QUEUED -> State.QUEUED;
          case SENDING, SENT -> State.PRINTING;
          case DONE -> State.PRINTED;
          case UNSURE -> State.UNSURE;
          case CANCELLED -> State.CANCELLED;
        };
    Optional<PrintFault> waits =
        FAULTS.stream().filter(fault -> fault.code().equals(row.fault())).findFirst();
    return new Job(row.id(), row.reprint(), state, waits);
  }
}
