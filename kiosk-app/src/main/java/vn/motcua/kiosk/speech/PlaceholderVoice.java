package vn.motcua.kiosk.speech;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import vn.motcua.scanner.FaultException;

/**
 * Makes the recordings of a grammar with a program that reads, to stand in until a person has
 * recorded them. The shipped voices of Vietnamese and English are made so.
 */
public final class PlaceholderVoice {
  /** Half of what recordings are kept at carries a machine's voice as well, in half the space. */
  private static final int RATE = 11_025;

  private PlaceholderVoice() {}

  /**
   * Writes one file for each recording that {@code grammar} names into {@code folder}.
   *
   * @return how many
   * @throws FaultException with {@link VoiceFault.NoVoice} if {@code engine} does not speak {@code
   *     language}, {@link LanguageFault.Disk} if a file cannot be written
   */
  public static int make(Grammar grammar, Locale language, SpeechEngine engine, Path folder)
      throws FaultException {
    if (!engine.speaks(language)) {
      throw new FaultException(new VoiceFault.NoVoice());
    }
    try {
      Files.createDirectories(folder);
      for (Map.Entry<String, String> clip : grammar.clips().entrySet()) {
        Sound sound = Take.clean(engine.render(clip.getValue(), language)).at(RATE);
        Files.write(folder.resolve(clip.getKey() + FolderClips.END), Wave.packed(sound));
      }
      return grammar.clips().size();
    } catch (IOException e) {
      throw new FaultException(new LanguageFault.Disk(String.valueOf(folder.getFileName())), e);
    }
  }
}
