package vn.motcua.kiosk.store;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.scanner.FaultException;

/** The queue of packages for whoever only reads it; see {@link PackageRows}. */
public final class PackageLedger {
  private final DossierStore store;
  private final Seals seals;

  PackageLedger(DossierStore store, Seals seals) {
    this.store = store;
    this.seals = seals;
  }

  /** Whether the chain has gone on since it was followed. */
  public boolean isBehind() throws FaultException {
    return store.ask(PackageRows::isBehind);
  }

  /** What still has to be written, the oldest first; what is in doubt comes last. */
  public List<PackageRow> open(int most) throws FaultException {
    return store.ask(connection -> PackageRows.open(connection, seals, most));
  }

  /** Acknowledged before that time, with a file that is still there. */
  public List<PackageRow> kept(LocalDateTime before, int most) throws FaultException {
    return store.ask(connection -> PackageRows.kept(connection, seals, before, most));
  }

  /** One package of a dossier. */
  public Optional<PackageRow> find(DossierCode code, int version) throws FaultException {
    return store.ask(connection -> PackageRows.find(connection, seals, code, version));
  }

  /** The newest first; at most {@link DossierStore#LONGEST_LIST}. */
  public List<PackageRow> newest() throws FaultException {
    return store.ask(
        connection -> PackageRows.newest(connection, seals, DossierStore.LONGEST_LIST));
  }

  /** How many there are in each state. */
  public Map<PackageRow.State, Long> counts() throws FaultException {
    return store.ask(PackageRows::counts);
  }
}
