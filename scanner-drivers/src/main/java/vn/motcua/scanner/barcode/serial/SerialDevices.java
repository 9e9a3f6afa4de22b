package vn.motcua.scanner.barcode.serial;

import com.fazecast.jSerialComm.SerialPort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import vn.motcua.scanner.barcode.linux.LinuxDevice;

/**
 * Finds and opens serial devices. jSerialComm lists them, and opens them where there is no terminal
 * of Linux.
 */
public final class SerialDevices {
  private SerialDevices() {}

  /**
   * Serial devices that the system has now, by path. Which of them is a barcode reader nobody can
   * tell: a technician chooses.
   */
  public static List<String> list() {
    return Arrays.stream(SerialPort.getCommPorts())
        .map(SerialPort::getSystemPortPath)
        .sorted()
        .toList();
  }

  static SerialLine open(SerialSettings settings) throws IOException {
    if (LinuxDevice.isSupported()) {
      return LinuxTty.open(settings);
    }
    for (SerialPort port : SerialPort.getCommPorts()) {
      if (names(port, settings.path())) {
        return PortLine.open(port, settings);
      }
    }
    throw new IOException("no such serial device: " + settings.path());
  }

  /** A path may be a link to the device, as in {@code /dev/serial/by-id}. */
  private static boolean names(SerialPort port, String path) {
    if (port.getSystemPortPath().equals(path) || port.getSystemPortName().equals(path)) {
      return true;
    }
    try {
      Path asked = Path.of(path);
      return Files.exists(asked)
          && asked.toRealPath().equals(Path.of(port.getSystemPortPath()).toRealPath());
    } catch (IOException | IllegalArgumentException e) {
      return false; // COM3 is no path
    }
  }
}
