package vn.motcua.kiosk.forms;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The templates of all forms, several versions of each side by side. Those of the program stand in
 * its folder {@code templates}; a technician may lay newer ones beside.
 */
public final class FormTemplates {
  private static final Logger LOG = LoggerFactory.getLogger(FormTemplates.class);
  private static final long MAX_BYTES = 200_000;
  private static final List<String> OWN =
      List.of(
          "mau-01-2025-09-15.json",
          "mau-02-2025-09-15.json",
          "mau-03-2025-09-15.json",
          "mau-04-2025-09-15.json",
          "mau-05-2025-09-15.json",
          "mau-06-2025-09-15.json",
          "mau-07-2025-09-15.json");

  private final List<FormTemplate> all;

  private FormTemplates(List<FormTemplate> all) {
    this.all = List.copyOf(all);
  }

  /** Those that come with the program. */
  public static FormTemplates own() {
    return new FormTemplates(OWN.stream().map(FormTemplates::resource).toList());
  }

  /**
   * Those of the program and those in {@code folder} ({@code *.json}); one there stands for the
   * program's of the same form and day. A file that cannot be understood is left out and logged:
   * the others go on.
   */
  public static FormTemplates with(Path folder) {
    List<FormTemplate> found = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file :
            files.filter(each -> each.toString().endsWith(".json")).sorted().toList()) {
          try {
            if (Files.size(file) <= MAX_BYTES) {
              found.add(TemplateReader.read(Files.readString(file)));
            }
          } catch (IOException | IllegalArgumentException e) {
            LOG.warn("{} is no template: {}", file.getFileName(), e.getMessage());
          }
        }
      } catch (IOException e) {
        LOG.warn("the folder of templates cannot be read: {}", e.getMessage());
      }
    }
    for (FormTemplate own : own().all) {
      boolean replaced =
          found.stream()
              .anyMatch(
                  each -> each.kind() == own.kind() && each.effective().equals(own.effective()));
      if (!replaced) {
        found.add(own);
      }
    }
    return new FormTemplates(found);
  }

  /** The template in force on {@code day}: the newest that begins on it or before. */
  public FormTemplate inForce(FormKind kind, LocalDate day) {
    Comparator<FormTemplate> age = Comparator.comparing(FormTemplate::effective);
    return all.stream()
        .filter(each -> each.kind() == kind && !each.effective().isAfter(day))
        .max(age)
        // Before the first there is no better one than the first.
        .or(() -> all.stream().filter(each -> each.kind() == kind).min(age))
        .orElseThrow(() -> new IllegalStateException("no template of form " + kind.number()));
  }

  /** The template of that {@link FormTemplate#version}, if it is still there. */
  public Optional<FormTemplate> version(FormKind kind, String version) {
    return all.stream()
        .filter(each -> each.kind() == kind && each.version().equals(version))
        .findFirst();
  }

  private static FormTemplate resource(String name) {
    try (InputStream in = FormTemplates.class.getResourceAsStream("templates/" + name)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks " + name);
      }
      return TemplateReader.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
