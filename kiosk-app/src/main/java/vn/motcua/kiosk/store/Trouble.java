package vn.motcua.kiosk.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import vn.motcua.scanner.FaultException;

/** Tells which trouble a person can mend. */
final class Trouble {
  /** With less than this left, an error while writing means that the disk is full. */
  private static final long NO_SPACE = 64 * 1024;

  // Primary result codes of SQLite (sqlite3.h).
  private static final int PERM = 3;
  private static final int BUSY = 5;
  private static final int READONLY = 8;
  private static final int IOERR = 10;
  private static final int CORRUPT = 11;
  private static final int FULL = 13;
  private static final int CANTOPEN = 14;
  private static final int NOTADB = 26;

  private Trouble() {}

  /** Whether the disk refused to force what was written: what it holds cannot be known then. */
  static boolean isUnsafe(SQLException trouble) {
    return trouble instanceof SQLiteException said
        && (said.getResultCode() == SQLiteErrorCode.SQLITE_IOERR_FSYNC
            || said.getResultCode() == SQLiteErrorCode.SQLITE_IOERR_DIR_FSYNC);
  }

  /** The fault behind {@code trouble}, which came up while writing under {@code folder}. */
  static FaultException of(IOException trouble, Path folder) {
    return new FaultException(fault(trouble, folder), trouble);
  }

  private static StoreFault fault(IOException trouble, Path folder) {
    String said = sentence(trouble).toLowerCase(Locale.ROOT);
    if (trouble instanceof AccessDeniedException || said.contains("read-only file system")) {
      return new StoreFault.ReadOnly();
    }
    if (said.contains("no space left")
        || said.contains("not enough space")
        || said.contains("quota")
        || said.contains("file too large") // a limit of the user or of the file system
        || space(folder) < NO_SPACE) {
      return new StoreFault.Full();
    }
    return new StoreFault.Disk();
  }

  /**
   * The fault behind {@code trouble}; empty if it is a mistake of ours, which is no fault but a
   * bug.
   */
  static Optional<FaultException> of(SQLException trouble, Path folder) {
    StoreFault fault =
        switch (trouble.getErrorCode() & 0xff) {
          case FULL -> new StoreFault.Full();
          case READONLY, PERM, CANTOPEN -> new StoreFault.ReadOnly();
          case CORRUPT, NOTADB -> new StoreFault.Damaged();
          case BUSY -> new StoreFault.InUse();
          case IOERR -> space(folder) < NO_SPACE ? new StoreFault.Full() : new StoreFault.Disk();
          default -> null;
        };
    return Optional.ofNullable(fault).map(known -> new FaultException(known, trouble));
  }

  static FaultException of(ReadOnlyFileSystemException trouble) {
    return new FaultException(new StoreFault.ReadOnly(), trouble);
  }

  private static String sentence(IOException trouble) {
    String message =
        trouble instanceof FileSystemException file ? file.getReason() : trouble.getMessage();
    return message == null ? "" : message;
  }

  private static long space(Path folder) {
    try {
      return Files.getFileStore(folder).getUsableSpace();
    } catch (IOException unknown) {
      return Long.MAX_VALUE;
    }
  }
}
