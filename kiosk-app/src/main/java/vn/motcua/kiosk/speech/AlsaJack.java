package vn.motcua.kiosk.speech;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The jack of the first sound card, as ALSA's {@code amixer} (Debian package {@code alsa-utils})
 * shows it. A Linux class; on Windows nobody tells, and the citizen is asked.
 */
public final class AlsaJack implements HeadphoneJack {
  private static final long LONGEST_MILLISECONDS = 2_000;
  private static final Pattern JACK =
      Pattern.compile("name='[^']*Headphone[^']* Jack'[^\\n]*\\n[^\\n]*\\n\\s*: values=(on|off)");

  @Override
  public Optional<Boolean> plugged() {
    try {
      Process process =
          new ProcessBuilder("amixer", "-c", "0", "contents")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      CompletableFuture.delayedExecutor(LONGEST_MILLISECONDS, TimeUnit.MILLISECONDS)
          .execute(process::destroyForcibly);
      process.getOutputStream().close();
      return read(
          new String(process.getInputStream().readNBytes(500_000), StandardCharsets.US_ASCII));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** One jack that is plugged in is enough: front and back are two. */
  static Optional<Boolean> read(String contents) {
    Matcher jack = JACK.matcher(contents);
    Optional<Boolean> plugged = Optional.empty();
    while (jack.find()) {
      plugged = Optional.of(plugged.orElse(false) || jack.group(1).equals("on"));
    }
    return plugged;
  }
}
