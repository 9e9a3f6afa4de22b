package vn.motcua.kiosk.desk;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.kiosk.citizen.CitizenNumber;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.source.SourceAnswer;
import vn.motcua.kiosk.source.SourceDossier;
import vn.motcua.kiosk.source.SourceMemory;
import vn.motcua.kiosk.store.DossierStore;
import vn.motcua.kiosk.store.SourceAnswers;
import vn.motcua.kiosk.store.StoreFault;
import vn.motcua.scanner.FaultException;

/** What sources said before, sealed in our own store. */
public final class StoreMemory implements SourceMemory {
  /** Without buffers that are used again: they would keep who was there before. */
  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder().recyclerPool(JsonRecyclerPools.nonRecyclingPool()).build())
          .build();

  private final SourceAnswers answers;
  private final Clock clock;

  /**
   * @param clock local time of the centre
   */
  public StoreMemory(DossierStore store, Clock clock) {
    answers = new SourceAnswers(store);
    this.clock = clock;
  }

  @Override
  public int put(String source, List<SourceAnswer.Found> found) throws FaultException {
    List<SourceAnswers.Kept> kept =
        found.stream()
            .map(one ->
                new SourceAnswers.Kept(
                    one.dossier().code(),
                    one.dossier().ownerNumber().map(CitizenNumber::new),
                    one.asOf(),
                    JSON.writeValueAsString(one.dossier())))
            .toList();
    return answers.put(source, kept, LocalDateTime.now(clock));
  }

  @Override
  public Optional<SourceAnswer.Found> find(String source, DossierCode code) throws FaultException {
    Optional<SourceAnswers.Kept> kept = answers.find(source, code);
    return kept.isPresent() ? Optional.of(found(source, kept.get())) : Optional.empty();
  }

  @Override
  public List<SourceAnswer.Found> ofOwner(String source, CitizenNumber number)
      throws FaultException {
    List<SourceAnswer.Found> found = new java.util.ArrayList<>();
    for (SourceAnswers.Kept kept : answers.ofOwner(source, number)) {
      found.add(found(source, kept));
    }
    return found;
  }

  private static SourceAnswer.Found found(String source, SourceAnswers.Kept kept)
      throws FaultException {
    try {
      return new SourceAnswer.Found(
          source, kept.asOf(), JSON.readValue(kept.text(), SourceDossier.class));
    } catch (JacksonException strange) {
      // It was sealed by us: whatever cannot be read is damage. Its text stays out of the log.
      throw new FaultException(new StoreFault.Damaged(), "an answer of a source");
    }
  }

  @Override
  public Optional<FileNote> file(String source, String name) throws FaultException {
    return answers
        .file(source, name)
        .map(file ->
            new FileNote(
                file.name(),
                file.sha256(),
                file.bytes(),
                file.at(),
                file.rows(),
                file.refused(),
                file.fault(),
                file.full()));
  }

  @Override
  public void remember(String source, FileNote note) throws FaultException {
    answers.remember(
        source,
        new SourceAnswers.KnownFile(
            note.name(),
            note.sha256(),
            note.bytes(),
            note.at(),
            note.rows(),
            note.refused(),
            note.fault(),
            note.full()));
  }

  @Override
  public Optional<Long> rowsOfLastFull(String source) throws FaultException {
    return answers.rowsOfLastFull(source);
  }

  @Override
  public Optional<LocalDateTime> lastTaken(String source) throws FaultException {
    return answers.lastTaken(source);
  }

  @Override
  public List<String> sources() throws FaultException {
    return answers.sources();
  }

  @Override
  public int forgetBefore(String source, LocalDateTime moment) throws FaultException {
    return answers.forgetBefore(source, moment);
  }
}
