package vn.motcua.kiosk.source;

import java.util.Locale;
import vn.motcua.scanner.Fault;

/**
 * What can be wrong with another system, or with a file that it wrote.
 *
 * @param kind which
 */
public record SourceFault(Kind kind) implements Fault {
  /** All of them; the sentences stand in {@code vn/motcua/kiosk/faults.properties}. */
  public enum Kind {
    /** The mapping file cannot be understood. */
    MAPPING,
    /** The watched folder is not there: a share that is gone. */
    FOLDER,
    /** No file of it was ever taken. */
    NOTHING_YET,
    /** A file is not whole yet, or never became so. */
    FILE_UNFINISHED,
    /** A file has more bytes than the mapping allows. */
    FILE_LARGE,
    /** A full export has far fewer rows than the one before. */
    FILE_SHRUNK,
    /** No row of a file could be used: the wrong file or the wrong mapping. */
    FILE_NOTHING,
    /** A file changed while it was read. */
    FILE_CHANGED,
    /** A file cannot be read or moved. */
    FILE_ACCESS,
    /** A file's name says a moment that cannot be read or lies in the future. */
    FILE_NAME,
    /** More files lie in a folder than one look takes. */
    FILES_MANY,
    /** The key to the service is missing or damaged. */
    KEY,
    /** Nobody answers: no network, wrong address. */
    OFFLINE,
    /** The answer did not come in time. */
    TIMEOUT,
    /** The service says no: its key, or this machine, is not let in. */
    REFUSED,
    /** The service reports an error of its own. */
    SERVER,
    /** The service sends us elsewhere. */
    REDIRECT,
    /** What came is no answer of that exchange, or contradicts itself. */
    ANSWER,
    /** The answer speaks of another dossier than was asked for. */
    OTHER_DOSSIER,
    /** It failed several times; it is left alone for a while. */
    PAUSED
  }

  @Override
  public String code() {
    return "SOURCE-" + kind.name().replace('_', '-').toUpperCase(Locale.ROOT);
  }
}
