package vn.motcua.scanner.chip;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;

/**
 * The form in which the ICAO's directory is downloaded (RFC 2849): {@code attribute:: base64},
 * continued on lines that begin with a space. Read line by line, since such a file may be large.
 */
final class Ldif {
  /** What the directory calls master lists, revocation lists and country signing certificates. */
  private static final Set<String> WANTED =
      Set.of(
          "pkdmasterlistcontent",
          "cscamasterlistdata",
          "certificaterevocationlist",
          "authorityrevocationlist",
          "cacertificate");

  /** Takes a value out of the file. */
  interface Sink {
    void take(byte[] value);
  }

  private Ldif() {}

  /** Whether these first bytes of a file look like one. */
  static boolean begins(String text) {
    // Some tools put a byte order mark in front; in Latin letters it looks like this.
    String bare = text.startsWith("\u00EF\u00BB\u00BF") ? text.substring(3) : text;
    String start = bare.stripLeading().toLowerCase(Locale.ROOT);
    return start.startsWith("version:")
        || start.startsWith("dn:")
        || (start.startsWith("#") && start.contains("\ndn:"));
  }

  /**
   * Gives out the values that may hold something to trust.
   *
   * @param cap larger values are an error, in bytes
   * @throws IOException if the file cannot be read or breaks off within a value
   */
  static void read(Path file, int cap, Sink sink) throws IOException {
    try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
      StringBuilder value = new StringBuilder();
      boolean wanted = false;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith(" ")) {
          if (wanted) {
            value.append(line, 1, line.length());
            if (value.length() / 4L * 3 > cap) {
              throw new IOException("a value larger than any master list");
            }
          }
          continue;
        }
        if (wanted) {
          sink.take(decoded(value));
        }
        value.setLength(0);
        int colons = line.indexOf("::");
        wanted = colons > 0 && wanted(line.substring(0, colons));
        if (wanted) {
          value.append(line, colons + 2, line.length());
        }
      }
      if (wanted) {
        sink.take(decoded(value));
      }
    }
  }

  private static boolean wanted(String attribute) {
    return WANTED.contains(attribute.split(";", 2)[0].strip().toLowerCase(Locale.ROOT));
  }

  private static byte[] decoded(CharSequence value) throws IOException {
    try {
      return Base64.getDecoder().decode(value.toString().strip());
    } catch (IllegalArgumentException wrong) {
      throw new IOException("no Base64 where the file announces it", wrong);
    }
  }
}
