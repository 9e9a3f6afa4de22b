package vn.motcua.kiosk.speech;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.scanner.FaultException;

/**
 * A folder for a language that nobody has written yet: every sentence empty under its Vietnamese
 * words, the Vietnamese grammar to be rewritten, the list of what is to be recorded.
 */
public final class PackSkeleton {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private PackSkeleton() {}

  /**
   * Makes {@code folder}.
   *
   * @throws FaultException with {@link LanguageFault.BadCode}, {@link LanguageFault.BadInfo},
   *     {@link LanguageFault.Exists} or {@link LanguageFault.Disk}
   */
  public static void make(Path folder, String code, String name, PackKeys keys)
      throws FaultException {
    if (!LanguageInfo.CODE.matcher(code).matches()) {
      throw new FaultException(new LanguageFault.BadCode(code));
    }
    LanguageInfo info;
    try {
      info = new LanguageInfo(code, name, "", "", false);
    } catch (IllegalArgumentException e) {
      throw new FaultException(new LanguageFault.BadInfo("name"), e);
    }
    try {
      Optional<Path> parent = Optional.ofNullable(folder.toAbsolutePath().getParent());
      if (parent.isPresent()) {
        Files.createDirectories(parent.get());
      }
      Files.createDirectory(folder);
      Files.createDirectory(folder.resolve(PackFolder.SOUNDS));
      Files.writeString(folder.resolve(PackFolder.INFO), JSON.writeValueAsString(info) + "\n");
      Files.writeString(folder.resolve(PackFolder.TEXTS), texts(keys));
      Files.writeString(folder.resolve(PackFolder.GRAMMAR), ShippedPacks.grammarText());
      Files.writeString(folder.resolve(PackFolder.CLIPS), clips());
    } catch (FileAlreadyExistsException e) {
      throw new FaultException(new LanguageFault.Exists(String.valueOf(folder.getFileName())), e);
    } catch (IOException e) {
      throw new FaultException(new LanguageFault.Disk(String.valueOf(folder.getFileName())), e);
    }
  }

  private static String texts(PackKeys keys) {
    StringBuilder text =
        new StringBuilder(
            "# UTF-8. Viết câu sau dấu “=”. Câu nào để trống thì máy nói tiếng Việt.\n"
                + "# UTF-8. Write after “=”. What stays empty is said in Vietnamese.\n");
    for (Map.Entry<String, String> each : keys.all().entrySet()) {
      text.append("\n# ")
          .append(each.getValue().replace("\n", "\\n"))
          .append('\n')
          .append(each.getKey())
          .append("=\n");
    }
    return text.toString();
  }

  private static String clips() throws FaultException {
    return Grammar.parse(ShippedPacks.grammarText()).clips().entrySet().stream()
        .map(clip ->
            PackFolder.SOUNDS + "/" + clip.getKey() + FolderClips.END + "\t" + clip.getValue())
        .collect(Collectors.joining("\n", "", "\n"));
  }
}
