package vn.motcua.scanner.barcode.serial;

import java.time.Duration;

/**
 * How a serial reader is reached.
 *
 * @param path the device as the system names it: {@code /dev/ttyACM0}, {@code /dev/serial/by-id/…},
 *     {@code COM3}
 * @param baud bits a second; USB readers do not care
 * @param silence ends a scan that has no end of line
 * @param retry between two attempts to open a device that is not there
 */
public record SerialSettings(String path, int baud, Duration silence, Duration retry) {
  /**
   * Longer than the pauses inside a code (a byte takes 1 ms at 9600 baud, packets of USB come every
   * few milliseconds), and leaves half of the 100 ms in which a person must hear that it was read.
   */
  public static final Duration SILENCE = Duration.ofMillis(50);

  /** 9600 baud, 8 data bits, no parity, one stop bit: what readers leave the factory with. */
  public static SerialSettings of(String path) {
    return new SerialSettings(path, 9600, SILENCE, Duration.ofMillis(500));
  }

  public SerialSettings {
    if (path.isEmpty() || baud < 300 || baud > 4_000_000) {
      throw new IllegalArgumentException("path: " + path + " baud: " + baud);
    }
  }
}
