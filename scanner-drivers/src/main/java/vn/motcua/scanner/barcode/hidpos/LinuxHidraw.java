package vn.motcua.scanner.barcode.hidpos;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import vn.motcua.scanner.barcode.linux.LinuxDevice;

/**
 * A device of the Linux driver hidraw (Documentation/hid/hidraw.rst): one report a read, and a call
 * that tells the descriptor. A pipe with recorded reports does as well, if the descriptor stands in
 * a file.
 */
final class LinuxHidraw implements HidLine {
  /** From linux/hidraw.h: {@code _IOR('H', 0x01, int)}, and 0x02 with the structure's size. */
  private static final long HIDIOCGRDESCSIZE = 0x80044801L;

  private static final long HIDIOCGRDESC = 0x90044802L;
  private static final int STRUCTURE = 4 + ReportLayouts.LONGEST_DESCRIPTOR;

  private final LinuxDevice device;
  private final Optional<byte[]> own;
  private final Optional<Path> instead;

  private LinuxHidraw(LinuxDevice device, Optional<byte[]> own, Optional<Path> instead) {
    this.device = device;
    this.own = own;
    this.instead = instead;
  }

  static HidLine open(HidPosSettings settings) throws IOException {
    String path =
        settings
            .path()
            .or(() -> HidPosDevices.list().stream().findFirst())
            .orElseThrow(() -> new IOException("no HID-POS barcode scanner is connected"));
    LinuxDevice device = LinuxDevice.open(path, false);
    return new LinuxHidraw(device, ask(device), settings.descriptor());
  }

  private static Optional<byte[]> ask(LinuxDevice device) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment size = arena.allocate(JAVA_INT);
      MemorySegment told = arena.allocate(STRUCTURE, 4);
      if (!device.control(HIDIOCGRDESCSIZE, size)) {
        return Optional.empty();
      }
      int length = size.get(JAVA_INT, 0);
      told.set(JAVA_INT, 0, length);
      return length > 0
              && length <= ReportLayouts.LONGEST_DESCRIPTOR
              && device.control(HIDIOCGRDESC, told)
          ? Optional.of(told.asSlice(4, length).toArray(JAVA_BYTE))
          : Optional.empty();
    }
  }

  @Override
  public byte[] descriptor() throws IOException {
    if (instead.isPresent()) {
      try (InputStream file = Files.newInputStream(instead.get())) {
        return file.readNBytes(ReportLayouts.LONGEST_DESCRIPTOR + 1);
      }
    }
    return own.orElseThrow(() -> new IOException("the device tells no report descriptor"));
  }

  @Override
  public int read(byte[] target, Duration patience) throws IOException {
    return device.read(target, patience);
  }

  @Override
  public boolean isStream() {
    return own.isEmpty();
  }

  @Override
  public void close() {
    device.close();
  }
}
