package vn.motcua.kiosk.speech;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The voices of espeak-ng (Debian package {@code espeak-ng}), one process a sentence. A platform
 * class: nothing else knows the program. The words go through its standard input, so that no other
 * user of the machine sees them in a list of processes.
 */
public final class EspeakEngine implements SpeechEngine {
  /** Words a minute; the default of 175 is too fast for a public hall. */
  private static final String PACE = "140";

  private static final long LONGEST_SECONDS = 30;

  private final Path program;

  EspeakEngine(Path program) {
    this.program = program;
  }

  /** That of this machine, if it is installed. */
  public static Optional<EspeakEngine> find() {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Stream.of(path.split(File.pathSeparator))
        .filter(folder -> !folder.isEmpty())
        .flatMap(
            folder -> Stream.of("espeak-ng", "espeak-ng.exe").map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst()
        .map(EspeakEngine::new);
  }

  @Override
  public boolean speaks(Locale language) {
    return language.getLanguage().equals("vi") || language.getLanguage().equals("en");
  }

  @Override
  public Sound render(String words, Locale language) throws IOException {
    Process process =
        new ProcessBuilder(
                program.toString(),
                "-s",
                PACE,
                "-b",
                "1",
                "-v",
                language.getLanguage(),
                "--stdin",
                "--stdout")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    CompletableFuture.delayedExecutor(LONGEST_SECONDS, TimeUnit.SECONDS)
        .execute(process::destroyForcibly);
    try (OutputStream in = process.getOutputStream()) {
      in.write(words.getBytes(StandardCharsets.UTF_8));
      in.close();
      return Wave.read(process.getInputStream());
    } finally {
      process.destroyForcibly();
    }
  }
}
