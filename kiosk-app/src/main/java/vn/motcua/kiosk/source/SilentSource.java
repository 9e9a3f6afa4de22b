package vn.motcua.kiosk.source;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import vn.motcua.kiosk.citizen.CitizenNumber;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.scanner.Fault;
import vn.motcua.scanner.FaultException;

/**
 * Stands for a source that cannot be set up, so that a mistake in its mapping never becomes "no
 * dossier": it is unreachable, with what was known before.
 */
public final class SilentSource implements StageSource {
  private final String name;
  private final Fault fault;
  private final SourceMemory memory;
  private final Clock clock;

  /**
   * @param fault why it cannot be asked
   * @param clock local time of the centre
   */
  public SilentSource(String name, Fault fault, SourceMemory memory, Clock clock) {
    this.name = name;
    this.fault = fault;
    this.memory = memory;
    this.clock = clock;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public SourceAnswer ask(DossierCode code) throws FaultException {
    return new SourceAnswer.Unreachable(
        name, LocalDateTime.now(clock), fault, memory.find(name, code));
  }

  @Override
  public List<SourceAnswer.Found> ofOwner(CitizenNumber number) throws FaultException {
    return memory.ofOwner(name, number);
  }

  @Override
  public List<Proof> proofs() {
    return List.of();
  }

  @Override
  public boolean isRemote() {
    return false;
  }
}
