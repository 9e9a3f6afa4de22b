package vn.motcua.scanner.paper.escl;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.motcua.scanner.paper.ColourMode;
import vn.motcua.scanner.paper.PaperSource;
import vn.motcua.scanner.paper.ScannerCapabilities;

/**
 * What a device says of itself in {@code ScannerCapabilities} (Mopria eSCL §8).
 *
 * @param version of eSCL that it speaks, for example {@code 2.63}
 * @param model vendor and model, printable, may be empty
 * @param uuid in lower case, may be empty
 * @param sources what each place for paper can do; only those that it has
 * @param compression how strongly a JPEG may be pressed; absent if it cannot be chosen
 */
record EsclCapabilities(
    String version,
    String model,
    String uuid,
    Map<PaperSource, InputCaps> sources,
    @Nullable Compression compression) {
  private static final double MILLIMETRES = 25.4 / 300;
  private static final int LONGEST_NAME = 100;

  EsclCapabilities {
    sources = Map.copyOf(sources);
  }

  /** A range of the factor, lowest for the best picture. */
  record Compression(int min, int max, int step) {
    /** The factor for a quality of 1 to 100. */
    int factor(int quality) {
      int wanted = max - (max - min) * quality / 100;
      return Math.clamp(min + (long) (wanted - min) / step * step, min, max);
    }
  }

  /**
   * Reads the document.
   *
   * @throws NonsenseException if it is no such document or names no source
   */
  static EsclCapabilities read(byte[] document) throws NonsenseException {
    Xml root = Xml.parse(document);
    if (!root.name().equals("ScannerCapabilities")) {
      throw new NonsenseException("not ScannerCapabilities: " + name(root.name()));
    }
    Map<PaperSource, InputCaps> sources = sources(root);
    if (sources.isEmpty()) {
      throw new NonsenseException("a scanner without glass and feeder");
    }
    String version = root.textOf("Version");
    return new EsclCapabilities(
        version.matches("\\d{1,3}(?:\\.\\d{1,3})?") ? version : "2.0",
        name(root.textOf("MakeAndModel")),
        uuid(root.textOf("UUID")),
        sources,
        compression(root));
  }

  private static Map<PaperSource, InputCaps> sources(Xml root) {
    List<Xml> named = new ArrayList<>();
    collect(root, named);
    Map<PaperSource, InputCaps> sources = new EnumMap<>(PaperSource.class);
    put(sources, PaperSource.FLATBED, root, "Platen", "PlatenInputCaps", named);
    put(sources, PaperSource.FEEDER, root, "Adf", "AdfSimplexInputCaps", named);
    put(sources, PaperSource.FEEDER_DUPLEX, root, "Adf", "AdfDuplexInputCaps", named);
    return sources;
  }

  private static void collect(Xml element, List<Xml> named) {
    if (element.name().equals("SettingProfile") && !element.profile().isEmpty()) {
      named.add(element);
    }
    element.children().forEach(child -> collect(child, named));
  }

  private static void put(
      Map<PaperSource, InputCaps> sources,
      PaperSource source,
      Xml root,
      String place,
      String caps,
      List<Xml> named) {
    root.child(place)
        .flatMap(found -> found.child(caps))
        .ifPresent(found -> sources.put(source, InputCaps.read(found, named)));
  }

  private static @Nullable Compression compression(Xml root) {
    Optional<Xml> support = root.child("CompressionFactorSupport");
    if (support.isEmpty()) {
      return null;
    }
    int min = support.get().number("Min", 0);
    int max = support.get().number("Max", 0);
    return max > min
        ? new Compression(min, max, Math.max(1, support.get().number("Step", 1)))
        : null;
  }

  /** A name that may be shown: no control or format characters, not endless. */
  static String name(String said) {
    String shown = said.replaceAll("\\p{C}", " ").replaceAll("\\s+", " ").strip();
    return shown.substring(0, Math.min(shown.length(), LONGEST_NAME));
  }

  /** A UUID as a key: without {@code urn:uuid:} and in lower case; empty if it is none. */
  static String uuid(String said) {
    String bare = said.strip().toLowerCase(Locale.ROOT).replaceFirst("^urn:uuid:", "");
    return bare.matches("[0-9a-f-]{8,64}") ? bare : "";
  }

  /** The same in the words of the house. */
  ScannerCapabilities general(EsclOverride override) {
    Set<PaperSource> places = EnumSet.copyOf(sources.keySet());
    if (override.noDuplex() && places.size() > 1) {
      places.remove(PaperSource.FEEDER_DUPLEX);
    }
    Set<ColourMode> modes = EnumSet.noneOf(ColourMode.class);
    SortedSet<Integer> resolutions = new TreeSet<>();
    double width = 0;
    double height = 0;
    for (InputCaps caps : sources.values()) {
      for (InputCaps.Profile profile : caps.profiles()) {
        for (ColourMode mode : ColourMode.values()) {
          if (profile.modes().contains(ScanTicket.mode(mode))
              && ScanTicket.format(profile, mode, override).isPresent()) {
            modes.add(mode);
          }
        }
        resolutions.addAll(profile.resolutions().choices());
      }
      width = Math.max(width, caps.maxWidth() * MILLIMETRES);
      height = Math.max(height, caps.maxHeight() * MILLIMETRES);
    }
    return new ScannerCapabilities(places, modes, List.copyOf(resolutions), width, height);
  }
}
