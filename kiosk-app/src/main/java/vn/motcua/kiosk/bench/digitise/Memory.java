package vn.motcua.kiosk.bench.digitise;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Linux says about the memory of processes (proc(5)). */
final class Memory {
  private static final Pattern PSS = Pattern.compile("^Pss:\\s+(\\d+) kB", Pattern.MULTILINE);
  private static final Pattern PEAK = Pattern.compile("^VmHWM:\\s+(\\d+) kB", Pattern.MULTILINE);

  private Memory() {}

  /**
   * Bytes in use, those shared with others by their share, so that the sum over processes counts
   * each page of memory once; 0 of a process that has ended.
   */
  static long proportional(long pid) {
    return kilobytes(Path.of("/proc/" + pid + "/smaps_rollup"), PSS) * 1024;
  }

  /** From now on the highest level of this process is measured anew. */
  static void forgetOwnPeak() {
    try {
      Files.writeString(Path.of("/proc/self/clear_refs"), "5");
    } catch (IOException stays) {
      // The old peak is then part of the next one: a figure that is too high, never too low.
    }
  }

  /** The highest level of this process, bytes; 0 where the system does not say. */
  static long ownPeak() {
    return kilobytes(Path.of("/proc/self/status"), PEAK) * 1024;
  }

  private static long kilobytes(Path file, Pattern line) {
    try {
      Matcher found = line.matcher(Files.readString(file));
      return found.find() ? Long.parseLong(found.group(1)) : 0;
    } catch (IOException gone) {
      return 0;
    }
  }
}
