package vn.motcua.scanner.paper.sane;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.paper.ColourMode;
import vn.motcua.scanner.paper.PaperSource;
import vn.motcua.scanner.paper.ScanFault;
import vn.motcua.scanner.paper.ScanSettings;
import vn.motcua.scanner.paper.sane.SaneOption.Constraint;

/**
 * Brings an open device into the state that a job asks for. Backends name their values as they
 * like: sources and modes are recognised by {@link SaneWords}. Raw options that stand in for one of
 * ours replace it; the rest is set first, and what is inactive then is tried again at the end.
 */
final class SaneSetup {
  /**
   * Not a SANE name (those have no dot): {@code motcua.pages=all} makes a plain source a feeder.
   */
  private static final String PAGES = "motcua.pages";

  private static final Set<String> OURS =
      Stream.concat(
              Stream.of(
                  "source",
                  "adf-mode",
                  "duplex",
                  "mode",
                  "depth",
                  "resolution",
                  "x-resolution",
                  "y-resolution"),
              SaneArea.NAMES.stream())
          .collect(Collectors.toUnmodifiableSet());

  private final SaneDevice device;
  private final ScanSettings settings;
  private final Map<String, String> raw;

  SaneSetup(SaneDevice device, ScanSettings settings, Map<String, String> raw) {
    this.device = device;
    this.settings = settings;
    this.raw = new LinkedHashMap<>(raw);
  }

  /**
   * A device that is ready to start.
   *
   * @param pageAfterPage true if the source gives pages until it is empty
   * @param dpi dots per inch that the device will use
   */
  record Ready(boolean pageAfterPage, int dpi) {}

  /**
   * Sets everything.
   *
   * @throws FaultException with {@link ScanFault.UnsupportedSetting} naming what cannot be
   */
  Ready apply() throws IOException, FaultException {
    String pages = raw.remove(PAGES);
    Map<String, String> later = new LinkedHashMap<>();
    for (Map.Entry<String, String> each : raw.entrySet()) {
      if (!OURS.contains(each.getKey()) && !write(each.getKey(), each.getValue())) {
        later.put(each.getKey(), each.getValue());
      }
    }
    boolean feeder = source();
    mode();
    depth();
    int dpi = resolution();
    area(dpi);
    for (Map.Entry<String, String> each : later.entrySet()) {
      if (!write(each.getKey(), each.getValue())) {
        throw unsupported(each.getKey());
      }
    }
    return new Ready(pages == null ? feeder : pages.equals("all"), dpi);
  }

  /** Sets a raw option; false if the device has it, but not in its present state. */
  private boolean write(String name, String value) throws IOException, FaultException {
    SaneOption option = device.option(name).orElseThrow(() -> unsupported(name));
    if (!option.settable()) {
      return false;
    }
    device.setWritten(option, value);
    return true;
  }

  /** Sets a raw option in the place of one of ours; false if none was given. */
  private boolean replaced(String name) throws IOException, FaultException {
    String value = raw.get(name);
    if (value == null) {
      return false;
    }
    if (!write(name, value)) {
      throw unsupported(name);
    }
    return true;
  }

  private Optional<SaneOption> settable(String name) throws IOException {
    return device.option(name).filter(SaneOption::settable);
  }

  private boolean source() throws IOException, FaultException {
    PaperSource wanted = settings.source();
    boolean given = replaced("source");
    Optional<SaneOption> source = device.option("source");
    boolean listed = source.isPresent() && !source.get().texts().isEmpty();
    if (listed && !given) {
      List<String> values = source.get().texts();
      boolean sides = wanted == PaperSource.FEEDER_DUPLEX && sidesApart(device);
      Optional<String> value =
          SaneWords.source(values, wanted)
              .or(() -> sides ? SaneWords.source(values, PaperSource.FEEDER) : Optional.empty());
      if (value.isEmpty()) {
        throw unsupported("source");
      }
      if (source.get().settable()) {
        device.set(source.get(), value.get());
      } else if (values.size() > 1) {
        throw unsupported("source");
      }
      sides(wanted == PaperSource.FEEDER_DUPLEX && !SaneWords.duplex(value.get()));
    } else if (!listed && wanted == PaperSource.FEEDER_DUPLEX) {
      if (!sidesApart(device)) {
        throw unsupported("source");
      }
      sides(true);
    }
    replaced("adf-mode");
    replaced("duplex");
    return listed && wanted != PaperSource.FLATBED;
  }

  /** True if both sides are asked for by an option of its own. */
  static boolean sidesApart(SaneDevice device) throws IOException {
    return device
            .option("duplex")
            .filter(option -> option.type() == SaneOption.Type.BOOL)
            .isPresent()
        || device.option("adf-mode").filter(o -> SaneWords.duplexIn(o.texts())).isPresent();
  }

  private void sides(boolean both) throws IOException, FaultException {
    Optional<SaneOption> duplex =
        settable("duplex").filter(option -> option.type() == SaneOption.Type.BOOL);
    if (duplex.isPresent()) {
      device.set(duplex.get(), both);
      return;
    }
    Optional<SaneOption> mode = settable("adf-mode").filter(o -> SaneWords.duplexIn(o.texts()));
    if (mode.isPresent()) {
      Optional<String> value =
          mode.get().texts().stream().filter(text -> SaneWords.duplex(text) == both).findFirst();
      if (value.isPresent()) {
        device.set(mode.get(), value.get());
        return;
      }
    }
    if (both) {
      throw unsupported("source");
    }
  }

  private void mode() throws IOException, FaultException {
    if (replaced("mode")) {
      return;
    }
    Optional<SaneOption> mode = device.option("mode");
    if (mode.isEmpty() || mode.get().texts().isEmpty()) {
      if (settings.mode() == ColourMode.BLACK_WHITE) {
        throw unsupported("mode");
      }
      return;
    }
    Optional<String> value = SaneWords.mode(mode.get().texts(), settings.mode());
    if (value.isEmpty() && settings.mode() == ColourMode.BLACK_WHITE && hasOneBit(device)) {
      value = SaneWords.mode(mode.get().texts(), ColourMode.GREY);
    }
    if (value.isEmpty()) {
      throw unsupported("mode");
    }
    if (mode.get().settable()) {
      device.set(mode.get(), value.get());
    }
  }

  /** True if black and white is grey of one bit here. */
  static boolean hasOneBit(SaneDevice device) throws IOException {
    return device.option("depth").filter(option -> SaneNumbers.takes(option, 1)).isPresent();
  }

  private void depth() throws IOException, FaultException {
    if (replaced("depth")) {
      return;
    }
    Optional<SaneOption> depth = settable("depth");
    int bits = settings.mode() == ColourMode.BLACK_WHITE ? 1 : 8;
    if (depth.isPresent() && SaneNumbers.takes(depth.get(), bits)) {
      device.set(depth.get(), bits);
    }
  }

  private int resolution() throws IOException, FaultException {
    if (replaced("resolution")) {
      Optional<SaneOption> option = device.option("resolution");
      return option.isPresent() ? (int) Math.round(device.number(option.get())) : settings.dpi();
    }
    boolean both = device.option("resolution").isEmpty();
    String main = both ? "x-resolution" : "resolution";
    int dpi = resolution(main);
    if (both || device.option("y-resolution").filter(SaneOption::settable).isPresent()) {
      resolution("y-resolution");
    }
    return dpi;
  }

  private int resolution(String name) throws IOException, FaultException {
    if (replaced(name)) {
      return settings.dpi();
    }
    Optional<SaneOption> option = device.option(name).filter(SaneOption::active);
    if (option.isEmpty()) {
      return settings.dpi();
    }
    if (!SaneNumbers.takes(option.get(), settings.dpi())) {
      throw unsupported("dpi");
    }
    if (option.get().settable()) {
      device.set(option.get(), settings.dpi());
    }
    long used = Math.round(device.number(option.get()));
    if (used != settings.dpi()) {
      throw unsupported("dpi");
    }
    return settings.dpi();
  }

  private void area(int dpi) throws IOException, FaultException {
    SaneArea area = new SaneArea(settings.area(), dpi);
    for (String name : SaneArea.NAMES) {
      if (replaced(name)) {
        continue;
      }
      Optional<SaneOption> option = settable(name);
      if (option.isPresent() && !(option.get().constraint() instanceof Constraint.None)) {
        device.set(option.get(), area.value(option.get()));
      } else if (area.needs(name)) {
        throw unsupported("size");
      }
    }
  }

  private static FaultException unsupported(String setting) {
    return new FaultException(new ScanFault.UnsupportedSetting(setting), setting);
  }
}
