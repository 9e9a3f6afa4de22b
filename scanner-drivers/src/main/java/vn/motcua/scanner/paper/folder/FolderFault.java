package vn.motcua.scanner.paper.folder;

import vn.motcua.scanner.Fault;

/** What else can go wrong with a folder. The sentences stand in {@code faults.properties}. */
public sealed interface FolderFault extends Fault {
  /**
   * All that lay there had been received before.
   *
   * @param file name of the first such file
   */
  record Duplicate(String file) implements FolderFault {
    @Override
    public String code() {
      return "FOLDER-DUPLICATE";
    }
  }

  /**
   * A file was still growing when the time to wait was over; it stays where it is.
   *
   * @param file its name
   */
  record Growing(String file) implements FolderFault {
    @Override
    public String code() {
      return "FOLDER-GROWING";
    }
  }

  /** The folder cannot be written: disk full, or a share that failed. */
  record Write() implements FolderFault {
    @Override
    public String code() {
      return "FOLDER-WRITE";
    }
  }
}
