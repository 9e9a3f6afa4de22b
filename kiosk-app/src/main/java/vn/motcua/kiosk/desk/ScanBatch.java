package vn.motcua.kiosk.desk;

import java.nio.file.Path;
import java.util.List;

/** A pile of pages that is being scanned. Every page in it is durable on disk. */
public final class ScanBatch {
  /** Names the batch. */
  public String id() {
    throw new UnsupportedOperationException();
  }

  /** The pages so far, in order: their picture files. */
  public List<Path> pages() {
    throw new UnsupportedOperationException();
  }
}
