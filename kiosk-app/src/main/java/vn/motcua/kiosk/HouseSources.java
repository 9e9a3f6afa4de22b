package vn.motcua.kiosk;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.motcua.kiosk.desk.OtherSystems;
import vn.motcua.kiosk.desk.SourceLog;
import vn.motcua.kiosk.desk.SourceStatus;
import vn.motcua.kiosk.desk.StoreMemory;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.source.FolderSource;
import vn.motcua.kiosk.source.HttpSource;
import vn.motcua.kiosk.source.NoMemory;
import vn.motcua.kiosk.source.SilentSource;
import vn.motcua.kiosk.source.SourceAnswer;
import vn.motcua.kiosk.source.SourceMemory;
import vn.motcua.kiosk.source.SourceWatch;
import vn.motcua.kiosk.source.StageSource;
import vn.motcua.kiosk.store.DossierStore;
import vn.motcua.scanner.Fault;
import vn.motcua.scanner.FaultException;

/** Builds the sources that the settings name, and looks into their folders while it is open. */
final class HouseSources implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HouseSources.class);
  private static final Duration LOOK = Duration.ofSeconds(5);

  /** Even where nobody is asked over a network, a refusal has one time. */
  private static final Duration LEAST_PACE = Duration.ofMillis(250);

  /** For writing down and reading back what an answer was. */
  private static final Duration AFTERWARDS = Duration.ofMillis(500);

  /** How long answers of a source are kept if no setting says it. */
  private static final int KEEP_DAYS = 90;

  private static final DossierCode NO_CODE = new DossierCode("A00-000101-0000");

  private final OtherSystems others;
  private final List<HttpSource> services = new ArrayList<>();
  private final Optional<SourceWatch> watch;

  HouseSources(
      List<SourceSetting> settings, Path data, Path keys, DossierStore store, Clock clock) {
    SourceMemory memory = new StoreMemory(store, clock);
    List<StageSource> sources = new ArrayList<>();
    List<FolderSource> folders = new ArrayList<>();
    Duration pace = LEAST_PACE;
    for (SourceSetting setting : settings) {
      StageSource source = open(setting, data, keys, memory, clock);
      sources.add(source);
      if (source instanceof FolderSource folder) {
        folders.add(folder);
      }
      if (source instanceof HttpSource service) {
        services.add(service);
        Duration longest = service.total().plus(AFTERWARDS);
        pace = longest.compareTo(pace) > 0 ? longest : pace;
      }
    }
    if (settings.isEmpty()) {
      forget(settings, memory, clock);
    }
    others = settings.isEmpty() ? OtherSystems.NONE : new OtherSystems(sources, pace);
    watch =
        settings.isEmpty()
            ? Optional.empty()
            : Optional.of(new SourceWatch(folders, LOOK, () -> forget(settings, memory, clock)));
  }

  private static StageSource open(
      SourceSetting setting, Path data, Path keys, SourceMemory memory, Clock clock) {
    try {
      if (setting.kind().equals("http")) {
        return HttpSource.open(
            setting.name(), setting.address(), setting.mappingIn(data), keys, memory, clock);
      }
      return FolderSource.open(
          setting.name(),
          setting.folderIn(data),
          setting.mappingIn(data),
          memory,
          clock,
          new SourceLog(data, setting.id())::add);
    } catch (FaultException trouble) {
      LOG.warn("source {} cannot be set up: {}", setting.id(), trouble.getMessage());
      return new SilentSource(setting.name(), trouble.fault(), memory, clock);
    }
  }

  /** Also of sources that were renamed or taken out of the settings: their people are people. */
  static void forget(List<SourceSetting> settings, SourceMemory memory, Clock clock) {
    int longest = settings.stream().mapToInt(SourceSetting::keepDays).max().orElse(KEEP_DAYS);
    try {
      for (String source : memory.sources()) {
        int days =
            settings.stream()
                .filter(setting -> setting.name().equals(source))
                .mapToInt(SourceSetting::keepDays)
                .max()
                .orElse(longest);
        memory.forgetBefore(source, LocalDateTime.now(clock).minusDays(days));
      }
    } catch (FaultException trouble) {
      LOG.warn("old answers could not be forgotten: {}", trouble.fault().code());
    }
  }

  OtherSystems others() {
    return others;
  }

  /**
   * How each source does, without opening the store: the program may be running.
   *
   * @param check whether services are asked, for a dossier that nobody has
   */
  static List<SourceStatus> look(
      List<SourceSetting> settings, Path data, Path keys, boolean check, Clock clock) {
    List<SourceStatus> all = new ArrayList<>();
    for (SourceSetting setting : settings) {
      Optional<FaultException> wrong = Optional.empty();
      try {
        if (setting.kind().equals("folder")) {
          FolderSource.check(setting.folderIn(data), setting.mappingIn(data));
        } else {
          ask(setting, data, keys, check, clock);
        }
      } catch (FaultException trouble) {
        wrong = Optional.of(trouble);
      }
      String code = wrong.map(FaultException::fault).map(Fault::code).orElse("");
      all.add(
          new SourceStatus(
              setting.id(),
              setting.kind(),
              setting.name(),
              setting.address(),
              code,
              wrong
                  .map(trouble -> String.valueOf(trouble.getMessage()))
                  .map(
                      said -> said.startsWith(code + ": ") ? said.substring(code.length() + 2) : "")
                  .orElse(""),
              new SourceLog(data, setting.id()).read()));
    }
    return all;
  }

  private static void ask(SourceSetting setting, Path data, Path keys, boolean check, Clock clock)
      throws FaultException {
    try (HttpSource service =
        HttpSource.open(
            setting.name(),
            setting.address(),
            setting.mappingIn(data),
            keys,
            NoMemory.INSTANCE,
            clock)) {
      if (check && service.ask(NO_CODE) instanceof SourceAnswer.Unreachable silent) {
        throw new FaultException(silent.fault());
      }
    }
  }

  @Override
  public void close() {
    watch.ifPresent(SourceWatch::close);
    services.forEach(HttpSource::close);
  }
}
