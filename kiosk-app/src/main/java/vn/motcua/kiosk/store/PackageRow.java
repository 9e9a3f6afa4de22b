package vn.motcua.kiosk.store;

import java.time.LocalDateTime;
import java.util.Optional;
import vn.motcua.kiosk.dossier.DossierCode;

/**
 * A package that is to leave the house, or did.
 *
 * @param seq running number of this site
 * @param dossier whose it is
 * @param version 1 for the first of the dossier
 * @param state how far it is
 * @param file SHA-256 and length of the ZIP; empty while it is queued
 * @param ordered since when it is to leave
 * @param written when it got its name in the folder
 * @param answered when the receiver's answer was read
 * @param reason why the receiver refused it, in its own words; may be empty
 * @param fault why it waits or is in doubt, a code; empty if all is well
 * @param removed when our file was taken away after it was acknowledged
 */
public record PackageRow(
    long seq,
    DossierCode dossier,
    int version,
    State state,
    Optional<Blob> file,
    LocalDateTime ordered,
    Optional<LocalDateTime> written,
    Optional<LocalDateTime> answered,
    String reason,
    String fault,
    Optional<LocalDateTime> removed) {
  /** How far a package is. */
  public enum State {
    /** It is to be made of whatever the dossier is then. */
    QUEUED,
    /** It is on the disk beside its place, under a name that nobody takes for a package. */
    WRITING,
    /** It lies in the folder, or was taken; nobody has answered. */
    WRITTEN,
    /** The receiver refused it. */
    REFUSED,
    /** The receiver has it, with the right hash. */
    ACKNOWLEDGED
  }

  /** Never the reason: a receiver may name people. */
  @Override
  public String toString() {
    return "PackageRow[" + dossier + " " + version + " " + state + "]";
  }
}
