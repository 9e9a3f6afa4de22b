package vn.motcua.scanner.paper;

import java.util.List;

/**
 * What one look around found.
 *
 * @param scanners the devices, in the order of the drivers
 * @param silent names of the drivers that failed or did not answer in time
 */
public record Discovery(List<Scanner> scanners, List<String> silent) {
  public Discovery {
    scanners = List.copyOf(scanners);
    silent = List.copyOf(silent);
  }
}
