package vn.motcua.kiosk.cardkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import vn.motcua.scanner.chip.simulated.CardBuilder;

/**
 * {@code face}, {@code groups}, {@code files} and {@code without}: what the card holds beside what
 * is made of the citizen.
 */
final class FilesPart {
  /** With its headers it must still be a file that can be addressed. */
  private static final int LARGEST_FACE = 65_000;

  private FilesPart() {}

  /**
   * @param folder where a file name that is not absolute begins
   */
  static void read(StrictJson all, Path folder, CardBuilder builder) throws WrongProfile {
    Optional<String> face = all.text("face");
    if (face.isPresent()) {
      builder.face(picture(all, folder, face.get()));
    }
    Optional<StrictJson> groups = all.object("groups");
    if (groups.isPresent()) {
      for (String number : groups.get().keys()) {
        if (!number.matches("[1-9]|1[0-6]")) {
          throw groups.get().wrong(number, "data groups are 1 to 16");
        }
        builder.group(Integer.parseInt(number), groups.get().hex(number).orElseThrow());
      }
    }
    Optional<StrictJson> files = all.object("files");
    if (files.isPresent()) {
      for (String id : files.get().keys()) {
        builder.file(id(all, "files." + id, id), files.get().hex(id).orElseThrow());
      }
    }
    for (String id : all.texts("without").orElse(List.of())) {
      builder.withoutFile(id(all, "without", id));
    }
  }

  private static byte[] picture(StrictJson all, Path folder, String name) throws WrongProfile {
    try {
      Path file = folder.resolve(name);
      if (Files.size(file) > LARGEST_FACE) {
        throw all.wrong("face", "is larger than " + LARGEST_FACE + " bytes: " + name);
      }
      return Files.readAllBytes(file);
    } catch (IOException | InvalidPathException unreadable) {
      throw all.wrong("face", "cannot be read: " + name);
    }
  }

  private static int id(StrictJson all, String key, String text) throws WrongProfile {
    if (!text.matches("[0-9A-Fa-f]{4}")) {
      throw all.wrong(key, "a file is named by four hexadecimal digits, like 011D");
    }
    return Integer.parseInt(text, 16);
  }
}
