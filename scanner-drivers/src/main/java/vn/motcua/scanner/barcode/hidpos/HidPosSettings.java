package vn.motcua.scanner.barcode.hidpos;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How a HID-POS reader is reached.
 *
 * @param path the device, for example {@code /dev/hidraw3} or a link to it that a udev rule made;
 *     empty = the first barcode scanner that is there, whatever its number
 * @param descriptor a file with the report descriptor instead of the device's own: for a device
 *     that describes itself wrongly, and for recorded reports that are replayed through a pipe
 * @param retry between two attempts to open a device that is not there
 */
public record HidPosSettings(Optional<String> path, Optional<Path> descriptor, Duration retry) {
  private static final Duration RETRY = Duration.ofMillis(500);

  /** That device. */
  public static HidPosSettings of(String path) {
    return new HidPosSettings(Optional.of(path), Optional.empty(), RETRY);
  }

  /** The first barcode scanner that is there. */
  public static HidPosSettings any() {
    return new HidPosSettings(Optional.empty(), Optional.empty(), RETRY);
  }

  public HidPosSettings {
    if (path.filter(String::isEmpty).isPresent() || retry.isNegative()) {
      throw new IllegalArgumentException("path: " + path + " retry: " + retry);
    }
  }
}
