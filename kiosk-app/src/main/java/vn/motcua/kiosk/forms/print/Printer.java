package vn.motcua.kiosk.forms.print;

import java.nio.file.Path;
import java.util.OptionalInt;
import vn.motcua.scanner.FaultException;

/**
 * A printer. A job is first opened, then its pages are sent: between the two its id can be written
 * down, so that after a crash the printer can be asked what became of it. All methods block, at
 * most about half a minute.
 */
public interface Printer {
  /** What a job that was opened has come to. */
  enum Progress {
    /** Opened, but no pages came: nothing will be printed. */
    EMPTY,
    /** Waits or prints. */
    WAITING,
    /** Printed. */
    DONE,
    /** The printer gave it up before it was printed. */
    GIVEN_UP,
    /** The printer does not know the job (any more). */
    UNKNOWN
  }

  /** Its name for people. */
  String name();

  /**
   * Opens a job; nothing is printed yet.
   *
   * @param token a name of the job that no other has
   * @return the printer's id of the job; empty if this kind of printer gives none
   * @throws FaultException with a {@link PrintFault}; then there is no job, or an empty one
   */
  OptionalInt open(String token) throws FaultException;

  /**
   * Sends the pages.
   *
   * @param job from {@link #open}
   * @throws FaultException with a {@link PrintFault}; with {@link PrintFault.Unsure} something may
   *     have reached the printer, with any other nothing has
   */
  void send(OptionalInt job, Path pdf) throws FaultException;

  /**
   * What became of a job.
   *
   * @throws FaultException with a {@link PrintFault}: what the printer waits for
   */
  Progress progress(int job) throws FaultException;

  /** Gives up a job; nothing happens if it is over. */
  void cancel(int job) throws FaultException;

  /**
   * Gives up a job and has the printer throw away what it kept of it, also if it is over.
   *
   * @throws FaultException with a {@link PrintFault} if the printer cannot be reached
   */
  default void forget(int job) throws FaultException {
    cancel(job);
  }

  /**
   * Gives up all unfinished jobs that were ordered under the same name.
   *
   * @throws FaultException with a {@link PrintFault} if the printer cannot be reached
   */
  default void forgetAll() throws FaultException {
    // Printers without job ids keep nothing that could be named.
  }
}
