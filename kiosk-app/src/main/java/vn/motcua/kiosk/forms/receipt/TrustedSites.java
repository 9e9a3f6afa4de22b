package vn.motcua.kiosk.forms.receipt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sites whose receipts are believed, by their keys. */
public final class TrustedSites {
  private static final Logger LOG = LoggerFactory.getLogger(TrustedSites.class);
  private static final long MAX_BYTES = 20_000;

  private final Map<SiteKey, String> names = new LinkedHashMap<>();

  /** Believes nobody yet. */
  public TrustedSites() {}

  /** Believes {@code key} as well. */
  public TrustedSites and(SiteKey key, String name) {
    names.putIfAbsent(key, name);
    return this;
  }

  /**
   * Believes the keys in {@code folder}, one {@code NAME.pem} each, as well; a folder that is not
   * there has none. A file that is no key is left out and logged.
   */
  public TrustedSites in(Path folder) {
    if (!Files.isDirectory(folder)) {
      return this;
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".pem")).sorted().toList()) {
        Optional<SiteKey> key =
            Files.size(file) > MAX_BYTES ? Optional.empty() : SiteKey.ofPem(Files.readString(file));
        String name = String.valueOf(file.getFileName());
        if (key.isPresent()) {
          and(key.get(), name.substring(0, name.length() - ".pem".length()));
        } else {
          LOG.warn("{} is no key of a site", name);
        }
      }
    } catch (IOException e) {
      LOG.warn("the folder of trusted sites cannot be read: {}", e.getMessage());
    }
    return this;
  }

  /** What the site with that key is called; empty if it is not believed. */
  public Optional<String> name(SiteKey key) {
    return Optional.ofNullable(names.get(key));
  }
}
