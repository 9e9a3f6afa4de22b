package vn.motcua.kiosk.bench.digitise;

import java.nio.file.Path;
import java.util.concurrent.Future;
import vn.motcua.scanner.FaultException;

/** A batch that pages run into, one behind the other, while earlier ones are still worked on. */
public interface Feed extends AutoCloseable {
  /**
   * Takes a page. Returns when the page is safe; the feeder waits as long as this takes.
   *
   * @param file a page picture that stays where it is until the batch is finished
   */
  void page(Path file) throws FaultException, InterruptedException;

  /** Pages that were taken and whose text is not read yet. */
  int waiting();

  /** There are no more pages. Returns when the file of pictures alone is complete on disk. */
  Finished finish() throws FaultException, InterruptedException;

  @Override
  void close();

  /**
   * A batch whose pictures are safe.
   *
   * @param pictures the file without text
   * @param searchable done when the searchable file has taken the place of the other
   */
  record Finished(Path pictures, Future<Path> searchable) {}

  /** Begins a batch. */
  @FunctionalInterface
  interface Opening {
    /**
     * @param out the batch's file
     */
    Feed open(Path out) throws FaultException;
  }
}
