package vn.motcua.scanner.paper.escl;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Pairings in a small text file, one a line: {@code 10.0.0.5:443 = FINGERPRINT subject}. It is read
 * anew each time, so that a technician's command in another process counts at once, and replaced as
 * a whole or not at all. A line that cannot be read counts as no pairing; it is logged.
 */
public final class EsclPinFile implements EsclPins {
  private static final Logger LOG = LoggerFactory.getLogger(EsclPinFile.class);
  private static final long LARGEST = 1 << 20;

  private final Path file;

  /**
   * @param file where they are kept; it and its folder need not exist yet
   */
  public EsclPinFile(Path file) {
    this.file = file.toAbsolutePath();
  }

  @Override
  public synchronized List<EsclPin> all() {
    try {
      if (!Files.exists(file)) {
        return List.of();
      }
      if (Files.size(file) > LARGEST) {
        throw new IOException("larger than any list of pins");
      }
      return Files.readString(file, StandardCharsets.UTF_8)
          .lines()
          .map(EsclPinFile::line)
          .flatMap(Optional::stream)
          .toList();
    } catch (IOException e) {
      LOG.error("pins cannot be read from {}", file, e);
      return List.of();
    }
  }

  private static Optional<EsclPin> line(String line) {
    if (line.isBlank() || line.startsWith("#")) {
      return Optional.empty();
    }
    try {
      String[] sides = line.split(" = ", 2);
      String[] value = sides[1].split(" ", 2);
      return Optional.of(new EsclPin(sides[0].strip(), value[0], value.length > 1 ? value[1] : ""));
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      LOG.warn("a pin that cannot be read counts for nothing: {}", e.getMessage());
      return Optional.empty();
    }
  }

  @Override
  public synchronized void put(EsclPin pin) throws IOException {
    List<EsclPin> pins = new ArrayList<>(all());
    pins.removeIf(each -> each.authority().equals(pin.authority()));
    pins.add(pin);
    write(pins);
  }

  @Override
  public synchronized boolean remove(String authority) throws IOException {
    List<EsclPin> pins = new ArrayList<>(all());
    if (!pins.removeIf(each -> each.authority().equals(authority))) {
      return false;
    }
    write(pins);
    return true;
  }

  private void write(List<EsclPin> pins) throws IOException {
    StringBuilder text = new StringBuilder("# host:port = SHA-256 of its key, whom it names\n");
    for (EsclPin pin : pins) {
      text.append(pin.authority()).append(" = ").append(pin.fingerprint());
      text.append(' ').append(pin.subject()).append('\n');
    }
    Path folder = java.util.Objects.requireNonNull(file.getParent());
    Files.createDirectories(folder);
    Path fresh = Files.createTempFile(folder, "pins", ".new");
    try {
      Files.writeString(fresh, text, StandardCharsets.UTF_8);
      try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }
}
