package vn.motcua.kiosk.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.motcua.kiosk.citizen.CitizenNumber;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.scanner.Fault;
import vn.motcua.scanner.FaultException;

/**
 * A folder into which another system exports what it knows, as CSV or JSON. {@link #poll()} takes
 * what is whole; questions are answered from what was taken. A bad file changes nothing.
 */
public final class FolderSource implements StageSource {
  private static final Logger LOG = LoggerFactory.getLogger(FolderSource.class);

  private static final String UNFINISHED = new SourceFault(SourceFault.Kind.FILE_UNFINISHED).code();

  /** Whoever wants to know what became of files. */
  @FunctionalInterface
  public interface Listener {
    /** A file was dealt with, or refused. */
    void done(ImportReport report);
  }

  private final String name;
  private final Path folder;
  private final FolderMapping mapping;
  private final SourceMemory memory;
  private final Clock clock;
  private final ReadyFiles ready;
  private final FolderImport imports;
  private final Listener listener;
  private final Map<Path, Dealt> dealt = new HashMap<>();
  private volatile Optional<Fault> trouble = Optional.empty();

  private boolean toldMany;

  private record Dealt(ReadyFiles.Look look, String fault, LocalDateTime read) {
    boolean isSame(Dealt other) {
      return look.equals(other.look) && fault.equals(other.fault);
    }
  }

  private FolderSource(
      String name,
      Path folder,
      FolderMapping mapping,
      SourceMemory memory,
      Clock clock,
      Listener listener) {
    this.name = name;
    this.folder = folder;
    this.mapping = mapping;
    this.memory = memory;
    this.clock = clock;
    this.listener = listener;
    ready = new ReadyFiles(folder, mapping);
    imports = new FolderImport(name, mapping, memory, clock);
  }

  /**
   * A folder need not be there yet.
   *
   * @param mapping the file that says what its columns mean
   * @param clock local time of the centre
   * @throws FaultException with {@link SourceFault.Kind#MAPPING}
   */
  public static FolderSource open(
      String name, Path folder, Path mapping, SourceMemory memory, Clock clock, Listener listener)
      throws FaultException {
    return new FolderSource(name, folder, FolderMapping.read(mapping), memory, clock, listener);
  }

  /**
   * Whether that mapping and folder could be used, without taking anything.
   *
   * @throws FaultException with {@link SourceFault.Kind#MAPPING} or {@link SourceFault.Kind#FOLDER}
   */
  public static void check(Path folder, Path mapping) throws FaultException {
    FolderMapping.read(mapping);
    if (!Files.isDirectory(folder)) {
      throw new FaultException(new SourceFault(SourceFault.Kind.FOLDER));
    }
  }

  /**
   * Looks once and takes what is whole; two looks are needed before anything is.
   *
   * @throws FaultException if our own store cannot be written
   */
  public List<ImportReport> poll() throws FaultException {
    return poll(Instant.ofEpochSecond(0, System.nanoTime()));
  }

  /** As if looked at that moment of a clock that does not jump. */
  synchronized List<ImportReport> poll(Instant moment) throws FaultException {
    List<ImportReport> reports = new ArrayList<>();
    try {
      ReadyFiles.Looked looked = ready.look(moment, this::isDone);
      dealt.keySet().retainAll(looked.all());
      tellMany(looked.left());
      for (ReadyFiles.Ready file : looked.ready()) {
        take(file).ifPresent(reports::add);
      }
      trouble = Optional.empty();
    } catch (IOException gone) {
      if (trouble.isEmpty()) {
        LOG.warn("the folder of a source cannot be read: {}", gone.getClass().getSimpleName());
      }
      trouble = Optional.of(new SourceFault(SourceFault.Kind.FOLDER));
    }
    return reports;
  }

  /** Whether it looks as it did when it was dealt with; what was taken is read anew in time. */
  private boolean isDone(ReadyFiles.Ready file) {
    Dealt before = dealt.get(file.file());
    return before != null
        && before.look().equals(file.look())
        && !mayHeal(before.fault())
        && (!before.fault().isEmpty()
            || before.read().isAfter(LocalDateTime.now(clock).minus(FolderImport.FRESH)));
  }

  private void tellMany(int left) {
    if (left > 0 && !toldMany) {
      SourceMemory.FileNote note =
          new SourceMemory.FileNote(
              "*",
              "",
              0,
              LocalDateTime.now(clock),
              0,
              left,
              new SourceFault(SourceFault.Kind.FILES_MANY).code(),
              false);
      listener.done(new ImportReport(note, 0, List.of()));
    }
    toldMany = left > 0;
  }

  private Optional<ImportReport> take(ReadyFiles.Ready file) throws FaultException {
    Path path = file.file();
    Dealt before = dealt.get(path);
    Optional<ImportReport> report = imports.take(file);
    Dealt now =
        new Dealt(
            file.look(),
            report.map(made -> made.note().fault()).orElse(""),
            LocalDateTime.now(clock));
    dealt.put(path, now);
    if (report.isEmpty() || before != null && now.isSame(before)) {
      return Optional.empty();
    }
    if (mapping.move() && !mayHeal(now.fault()) && !now.fault().equals(UNFINISHED)) {
      move(path, report.get().note());
    }
    listener.done(report.get());
    return report;
  }

  /** What may become right without the file's looking otherwise: tried again at every look. */
  private static boolean mayHeal(String fault) {
    return fault.equals(new SourceFault(SourceFault.Kind.FILE_CHANGED).code())
        || fault.equals(new SourceFault(SourceFault.Kind.FILE_NAME).code())
        || fault.equals(new SourceFault(SourceFault.Kind.FILE_ACCESS).code());
  }

  /** What is wrong with the folder now. */
  public Optional<Fault> trouble() {
    return trouble;
  }

  /** Where it is. */
  public Path folder() {
    return folder;
  }

  /** How often it makes sense to look. */
  public Duration quiet() {
    return mapping.quiet();
  }

  private void move(Path file, SourceMemory.FileNote note) {
    Path aside = folder.resolve(note.fault().isEmpty() ? "done" : "failed");
    try {
      Files.createDirectories(aside);
      // Never over another file: the moment makes names differ.
      String stamp = LocalDateTime.now(clock).toString().replaceAll("[^0-9]", "");
      Files.move(file, aside.resolve(stamp + "-" + note.name()), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException stays) {
      LOG.warn("a file of a source could not be moved: {}", stays.getClass().getSimpleName());
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public SourceAnswer ask(DossierCode code) throws FaultException {
    Optional<SourceAnswer.Found> kept = memory.find(name, code);
    LocalDateTime now = LocalDateTime.now(clock);
    Optional<Fault> wrong = trouble;
    if (wrong.isPresent()) {
      return new SourceAnswer.Unreachable(name, now, wrong.get(), kept);
    }
    if (kept.isPresent()) {
      return kept.get();
    }
    // As long as nothing ever came, that a dossier is missing says nothing of it.
    Optional<LocalDateTime> last = memory.lastTaken(name);
    return last.isPresent()
        ? new SourceAnswer.NotKnown(name, last.get())
        : new SourceAnswer.Unreachable(
            name, now, new SourceFault(SourceFault.Kind.NOTHING_YET), Optional.empty());
  }

  @Override
  public List<SourceAnswer.Found> ofOwner(CitizenNumber number) throws FaultException {
    return memory.ofOwner(name, number);
  }

  @Override
  public List<Proof> proofs() {
    return mapping.proofs();
  }

  @Override
  public boolean isRemote() {
    return false;
  }
}
