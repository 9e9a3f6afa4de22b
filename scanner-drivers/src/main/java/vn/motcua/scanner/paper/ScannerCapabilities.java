package vn.motcua.scanner.paper;

import java.util.List;
import java.util.Set;

/**
 * What a scanner can do.
 *
 * @param sources where it takes paper from; never empty
 * @param modes the colour modes it offers; never empty
 * @param resolutions dots per inch it offers, ascending
 * @param widthMillimetres the widest page
 * @param heightMillimetres the longest page
 */
public record ScannerCapabilities(
    Set<PaperSource> sources,
    Set<ColourMode> modes,
    List<Integer> resolutions,
    double widthMillimetres,
    double heightMillimetres) {
  public ScannerCapabilities {
    sources = Set.copyOf(sources);
    modes = Set.copyOf(modes);
    resolutions = List.copyOf(resolutions);
  }
}
