package vn.motcua.kiosk.source;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import vn.motcua.kiosk.citizen.CitizenNumber;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.scanner.FaultException;

/** What sources said before, kept sealed. Older never replaces newer. */
public interface SourceMemory {
  /** Keeps answers of one source; gives how many were new or newer. */
  int put(String source, List<SourceAnswer.Found> answers) throws FaultException;

  /** The newest that this source said of that dossier. */
  Optional<SourceAnswer.Found> find(String source, DossierCode code) throws FaultException;

  /** What this source said of that owner's dossiers, newest first. */
  List<SourceAnswer.Found> ofOwner(String source, CitizenNumber number) throws FaultException;

  /** What became of a file of that name the last time. */
  Optional<FileNote> file(String source, String name) throws FaultException;

  /** Remembers what became of a file. */
  void remember(String source, FileNote note) throws FaultException;

  /** How many good rows the newest full export had that was taken; empty if none ever was. */
  Optional<Long> rowsOfLastFull(String source) throws FaultException;

  /** When a file of that source was taken last; empty if none ever was. */
  Optional<LocalDateTime> lastTaken(String source) throws FaultException;

  /** The sources of which answers are kept, whether they are still set or not. */
  List<String> sources() throws FaultException;

  /** Forgets answers that were fetched before {@code moment}. */
  int forgetBefore(String source, LocalDateTime moment) throws FaultException;

  /**
   * What became of a file.
   *
   * @param name its name in the folder
   * @param sha256 of the mapping and its content, 64 hexadecimal digits
   * @param bytes its size
   * @param at when it was read
   * @param rows rows that were good
   * @param refused rows that were not
   * @param fault why nothing of it was taken; empty if it was
   * @param full whether it is an export of everything
   */
  record FileNote(
      String name,
      String sha256,
      long bytes,
      LocalDateTime at,
      long rows,
      long refused,
      String fault,
      boolean full) {}
}
