package vn.motcua.scanner.barcode.hidpos;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import vn.motcua.scanner.barcode.linux.LinuxDevice;

/** Finds and opens HID-POS barcode scanners. Linux only; elsewhere there are none. */
public final class HidPosDevices {
  private static final Path CLASS = Path.of("/sys/class/hidraw");
  private static final Path DEVICES = Path.of("/dev");

  private HidPosDevices() {}

  /** The devices whose descriptor is that of a barcode scanner, by path. */
  public static List<String> list() {
    return LinuxDevice.isSupported() ? list(CLASS, DEVICES) : List.of();
  }

  /**
   * @param hidraw a folder as {@code /sys/class/hidraw}
   * @param devices where the devices of the same names are
   */
  static List<String> list(Path hidraw, Path devices) {
    try (Stream<Path> entries = Files.list(hidraw)) {
      return entries
          .filter(entry -> isBarcodeScanner(entry.resolve("device").resolve("report_descriptor")))
          .map(entry -> devices.resolve(entry.getFileName()).toString())
          .sorted()
          .toList();
    } catch (IOException none) {
      return List.of(); // a system without HID devices has no such folder
    }
  }

  static HidLine open(HidPosSettings settings) throws IOException {
    if (!LinuxDevice.isSupported()) {
      throw new IOException("HID-POS readers are read on Linux only");
    }
    return LinuxHidraw.open(settings);
  }

  private static boolean isBarcodeScanner(Path descriptor) {
    try (InputStream file = Files.newInputStream(descriptor)) {
      ReportLayouts.read(file.readNBytes(ReportLayouts.LONGEST_DESCRIPTOR + 1));
      return true;
    } catch (IOException no) {
      return false; // a keyboard, a mouse, or gone meanwhile
    }
  }
}
