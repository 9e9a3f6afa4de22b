package vn.motcua.kiosk.ui.kit;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The voice of espeak-ng (Debian package {@code espeak-ng}), one process a sentence. A platform
 * class: nothing else knows the program.
 */
public final class EspeakVoice implements Voice {
  private static final Logger LOG = LoggerFactory.getLogger(EspeakVoice.class);

  /** Words a minute; the default of 175 is too fast for a public hall. */
  private static final String PACE = "140";

  private final Path program;
  private @Nullable Process speaking;

  private EspeakVoice(Path program) {
    this.program = program;
  }

  /** The voice of this machine, or none. */
  public static Voice find() {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Stream.of(path.split(java.io.File.pathSeparator))
        .map(folder -> Path.of(folder, "espeak-ng"))
        .filter(Files::isExecutable)
        .findFirst()
        .<Voice>map(EspeakVoice::new)
        .orElseGet(Voice::none);
  }

  @Override
  public boolean speaks(Locale language) {
    return language.getLanguage().equals("vi") || language.getLanguage().equals("en");
  }

  @Override
  public synchronized void say(String sentence, Locale language, Runnable ended) {
    hush();
    try {
      Process process =
          new ProcessBuilder(
                  program.toString(), "-s", PACE, "-v", language.getLanguage(), "--stdin")
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      speaking = process;
      var _ = process.onExit().whenComplete((_, _) -> ended.run());
      try (OutputStream in = process.getOutputStream()) {
        in.write(sentence.getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      LOG.warn("espeak-ng does not speak: {}", e.getMessage());
      ended.run();
    }
  }

  @Override
  public synchronized void hush() {
    if (speaking != null) {
      speaking.destroy();
      speaking = null;
    }
  }

  @Override
  public void close() {
    hush();
  }
}
