package vn.motcua.kiosk.source;

import java.util.List;
import vn.motcua.kiosk.citizen.CitizenNumber;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.scanner.FaultException;

/**
 * A system that knows at which stage dossiers are: our own store, another system's exports, or the
 * province's service. Blocks; belongs on a background thread. Safe for use by several threads.
 */
public interface StageSource {
  /** What people call it, for example {@code hệ thống của tỉnh}. */
  String name();

  /**
   * What it knows of that dossier. A system that cannot be asked is an answer, never an exception.
   *
   * @throws FaultException if our own store cannot be read
   */
  SourceAnswer ask(DossierCode code) throws FaultException;

  /**
   * What is known without asking anybody outside of the dossiers that this citizen owns, newest
   * first.
   *
   * @throws FaultException if our own store cannot be read
   */
  List<SourceAnswer.Found> ofOwner(CitizenNumber number) throws FaultException;

  /** Which proofs beside the owner's card open what it knows. */
  List<Proof> proofs();

  /** Whether asking goes over a network, so that the answer's time is another system's. */
  boolean isRemote();
}
