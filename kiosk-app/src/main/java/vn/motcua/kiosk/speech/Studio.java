package vn.motcua.kiosk.speech;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.scanner.FaultException;

/**
 * Where the recordings of a language are made, one clip after the other, into its folder below the
 * data. Every clip that was kept stays, whenever the work is broken off.
 */
public final class Studio {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /**
   * One clip to record.
   *
   * @param vietnamese what is to be said, in Vietnamese
   * @param recorded whether there is a recording of it
   */
  public record Clip(String name, String vietnamese, boolean recorded) {}

  private final Languages languages;

  public Studio(Languages languages) {
    this.languages = languages;
  }

  /** The languages that recordings can be made of. */
  public List<LanguageInfo> languages() {
    return languages.all();
  }

  /** The clips of {@code code}, as they stand in its grammar, else in the Vietnamese one. */
  public List<Clip> clips(String code) throws FaultException {
    Optional<LanguagePack> pack = pack(code);
    Map<String, String> prompts = prompts(code);
    List<Clip> clips = new ArrayList<>();
    prompts.forEach((name, words) ->
        clips.add(
            new Clip(
                name,
                words,
                pack.map(known -> known.clips().names().contains(name)).orElse(false))));
    return List.copyOf(clips);
  }

  private Map<String, String> prompts(String code) throws FaultException {
    Optional<Grammar> own = pack(code).flatMap(LanguagePack::grammar);
    if (own.isPresent()) {
      return own.get().clips();
    }
    return languages.of(java.util.Locale.forLanguageTag(code)).stream()
        .flatMap(pack -> pack.grammar().stream())
        .findFirst()
        .orElse(Grammar.parse(ShippedPacks.grammarText()))
        .clips();
  }

  private Optional<LanguagePack> pack(String code) {
    Optional<Path> folder = languages.folder().map(root -> root.resolve(code));
    return folder
        .filter(Files::isDirectory)
        .flatMap(at -> PackFolder.read(at, languages.keys()).pack());
  }

  /** The recording of {@code clip} in the folder of {@code code}. */
  public Sound listen(String code, String clip) throws FaultException {
    try {
      return pack(code).orElseThrow(() -> new IOException(code)).clips().read(clip);
    } catch (IOException e) {
      throw new FaultException(new LanguageFault.BadSound(clip), e);
    }
  }

  /**
   * Keeps {@code sound} as the recording of {@code clip}. A shipped language gets a folder of its
   * own with the first recording.
   *
   * @throws FaultException with {@link LanguageFault.None} or {@link LanguageFault.Disk}
   */
  public void keep(String code, String clip, Sound sound) throws FaultException {
    Path folder =
        languages
            .folder()
            .map(root -> root.resolve(code))
            .orElseThrow(() -> new FaultException(new LanguageFault.None(code)));
    if (!GrammarText.CLIP.matcher(clip).matches()) {
      throw new FaultException(new LanguageFault.BadSound(clip));
    }
    try {
      begin(folder, code);
      Path sounds = folder.resolve(PackFolder.SOUNDS);
      Files.createDirectories(sounds);
      Path part = sounds.resolve(clip + ".part");
      Files.write(part, Wave.pcm(sound));
      Files.move(
          part,
          sounds.resolve(clip + FolderClips.END),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
      languages.reload();
    } catch (IOException e) {
      throw new FaultException(new LanguageFault.Disk(clip), e);
    }
  }

  private void begin(Path folder, String code) throws IOException, FaultException {
    if (Files.exists(folder.resolve(PackFolder.INFO))) {
      return;
    }
    LanguageInfo shipped =
        languages.all().stream()
            .filter(info -> info.code().equals(code))
            .findFirst()
            .orElseThrow(() -> new FaultException(new LanguageFault.None(code)));
    Files.createDirectories(folder);
    try {
      Files.writeString(
          folder.resolve(PackFolder.INFO),
          JSON.writeValueAsString(new LanguageInfo(code, shipped.name(), "", "", false)) + "\n",
          java.nio.file.StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException alreadyBegun) {
      // Two windows began at once: the folder is there, that is all.
    }
  }
}
