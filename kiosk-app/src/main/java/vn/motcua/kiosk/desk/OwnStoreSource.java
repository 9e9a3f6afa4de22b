package vn.motcua.kiosk.desk;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.motcua.kiosk.citizen.CitizenNumber;
import vn.motcua.kiosk.dossier.Dossier;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.dossier.DossierEvent;
import vn.motcua.kiosk.source.Proof;
import vn.motcua.kiosk.source.SourceAnswer;
import vn.motcua.kiosk.source.SourceDossier;
import vn.motcua.kiosk.source.StageSource;
import vn.motcua.kiosk.store.DossierStore;
import vn.motcua.scanner.FaultException;

/**
 * Our own store as one source among others: as of now, never unreachable. Its secrets are kept as
 * keyed hashes and told to nobody, so that it offers no proof to compare here.
 */
public final class OwnStoreSource implements StageSource {
  private final String name;
  private final DossierStore store;
  private final Clock clock;

  /**
   * @param name what people call it: the centre
   * @param clock local time of the centre
   */
  public OwnStoreSource(String name, DossierStore store, Clock clock) {
    this.name = name;
    this.store = store;
    this.clock = clock;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public SourceAnswer ask(DossierCode code) throws FaultException {
    LocalDateTime now = LocalDateTime.now(clock);
    Optional<Dossier> found = store.find(code);
    return found.isPresent()
        ? new SourceAnswer.Found(name, now, plain(found.get(), store.events(code)))
        : new SourceAnswer.NotKnown(name, now);
  }

  @Override
  public List<SourceAnswer.Found> ofOwner(CitizenNumber number) throws FaultException {
    LocalDateTime now = LocalDateTime.now(clock);
    List<SourceAnswer.Found> found = new ArrayList<>();
    for (Dossier dossier : store.ofCitizen(number)) {
      if (dossier.owner().number().filter(number.value()::equals).isPresent()) {
        found.add(new SourceAnswer.Found(name, now, plain(dossier, store.events(dossier.code()))));
      }
    }
    return found;
  }

  private static SourceDossier plain(Dossier dossier, List<DossierEvent> events) {
    return new SourceDossier(
        dossier.code(),
        dossier.procedure().code(),
        dossier.procedure().name(),
        dossier.owner().name(),
        dossier.owner().number(),
        dossier.owner().phone(),
        "",
        dossier.received(),
        dossier.due().map(due -> due.at()),
        dossier.status(),
        dossier.stage(),
        dossier.holder(),
        dossier.reason(),
        dossier.fee(),
        events.stream()
            .map(event ->
                new SourceDossier.Line(
                    event.at(), event.actor(), event.note(), Optional.of(event.status())))
            .toList());
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
