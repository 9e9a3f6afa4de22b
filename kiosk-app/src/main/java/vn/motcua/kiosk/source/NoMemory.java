package vn.motcua.kiosk.source;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import vn.motcua.kiosk.citizen.CitizenNumber;
import vn.motcua.kiosk.dossier.DossierCode;

/** Keeps nothing: for trying a source out. */
public enum NoMemory implements SourceMemory {
  INSTANCE;

  @Override
  public int put(String source, List<SourceAnswer.Found> answers) {
    return 0;
  }

  @Override
  public Optional<SourceAnswer.Found> find(String source, DossierCode code) {
    return Optional.empty();
  }

  @Override
  public List<SourceAnswer.Found> ofOwner(String source, CitizenNumber number) {
    return List.of();
  }

  @Override
  public Optional<FileNote> file(String source, String name) {
    return Optional.empty();
  }

  @Override
  public void remember(String source, FileNote note) {}

  @Override
  public Optional<Long> rowsOfLastFull(String source) {
    return Optional.empty();
  }

  @Override
  public Optional<LocalDateTime> lastTaken(String source) {
    return Optional.empty();
  }

  @Override
  public List<String> sources() {
    return List.of();
  }

  @Override
  public int forgetBefore(String source, LocalDateTime moment) {
    return 0;
  }
}
