package vn.motcua.kiosk.store;

import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.kiosk.store.chain.SignedHead;
import vn.motcua.scanner.FaultException;

/**
 * What is in a backup; stands in it as its last part, so that one that was cut off has none.
 *
 * @param at when it was made
 * @param schema the last migration of its database
 * @param head how far the chain was, signed
 * @param whole whether the audit found all as it was written when the backup was made
 * @param counts rows of each table
 * @param files every file by its place in the data folder
 */
public record BackupManifest(
    LocalDateTime at,
    int schema,
    SignedHead head,
    boolean whole,
    Map<String, Long> counts,
    Map<String, Part> files) {
  /** Its name in the backup. */
  static final String NAME = "manifest.json";

  /** Its first word: a backup of another layout has another one. */
  private static final String FORMAT = "motcua-backup-";

  private static final int LAYOUT = 1;
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  /** No way out of the folder, on any system: plain names, joined by single slashes. */
  private static final Pattern PLACE =
      Pattern.compile(
          "[A-Za-z0-9_-][A-Za-z0-9._-]{0,150}(/[A-Za-z0-9_-][A-Za-z0-9._-]{0,150}){0,4}");

  private static final JsonMapper JSON = JsonMapper.builder().build();

  public BackupManifest {
    counts = java.util.Collections.unmodifiableMap(new TreeMap<>(counts));
    files = java.util.Collections.unmodifiableMap(new TreeMap<>(files));
  }

  /**
   * A file.
   *
   * @param bytes how long it is
   * @param sha256 64 hexadecimal digits
   */
  public record Part(long bytes, String sha256) {}

  /** Whether a file of that name can be in a backup. */
  static boolean isPlace(String name) {
    return PLACE.matcher(name).matches();
  }

  byte[] json() {
    Map<String, Object> all = new TreeMap<>();
    all.put("format", FORMAT + LAYOUT);
    all.put("at", at.toString());
    all.put("schema", schema);
    all.put("head", head.json());
    all.put("whole", whole);
    all.put("counts", counts);
    Map<String, Object> parts = new TreeMap<>();
    files.forEach(
        (name, part) -> parts.put(name, Map.of("bytes", part.bytes(), "sha256", part.sha256())));
    all.put("files", parts);
    return JSON.writeValueAsBytes(all);
  }

  /**
   * Reads what {@link #json} wrote.
   *
   * @throws FaultException with {@link BackupFault.Newer} or {@link BackupFault.Damaged}
   */
  static BackupManifest read(byte[] bytes) throws FaultException {
    try {
      JsonNode all = JSON.readTree(bytes);
      String format = all.path("format").asString("");
      if (!format.equals(FORMAT + LAYOUT)) {
        throw new FaultException(
            format.startsWith(FORMAT) ? new BackupFault.Newer() : new BackupFault.Damaged());
      }
      Map<String, Long> counts = new TreeMap<>();
      all.required("counts").forEachEntry((name, count) -> counts.put(name, count.longValue()));
      Map<String, Part> files = new TreeMap<>();
      all.required("files")
          .forEachEntry((name, part) ->
              files.put(
                  name,
                  new Part(
                      part.required("bytes").longValue(), part.required("sha256").stringValue())));
      boolean good =
          files.entrySet().stream()
              .allMatch(file ->
                  isPlace(file.getKey())
                      && HASH.matcher(file.getValue().sha256()).matches()
                      && file.getValue().bytes() >= 0);
      if (!good) {
        throw new FaultException(new BackupFault.Damaged(), "a strange name");
      }
      return new BackupManifest(
          LocalDateTime.parse(all.required("at").stringValue()),
          all.required("schema").intValue(),
          SignedHead.read(all.required("head").stringValue()),
          all.required("whole").booleanValue(),
          counts,
          files);
    } catch (JacksonException | DateTimeParseException strange) {
      throw new FaultException(new BackupFault.Damaged(), strange);
    }
  }
}
