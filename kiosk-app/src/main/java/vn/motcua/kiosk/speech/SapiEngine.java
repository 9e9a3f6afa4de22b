package vn.motcua.kiosk.speech;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The voices of Windows (System.Speech of the .NET Framework, through PowerShell 5). A platform
 * class. <b>Not tried on a Windows machine yet</b>: written from the documentation of
 * SpeechSynthesizer. Which languages there are is asked once, in the background.
 */
public final class SapiEngine implements SpeechEngine {
  private static final Logger LOG = LoggerFactory.getLogger(SapiEngine.class);
  private static final long LONGEST_SECONDS = 30;
  private static final String BEGIN =
      "$ErrorActionPreference='Stop';[Console]::InputEncoding=[Text.Encoding]::UTF8;"
          + "Add-Type -AssemblyName System.Speech;"
          + "$s=New-Object System.Speech.Synthesis.SpeechSynthesizer;";
  static final String LIST =
      BEGIN + "$s.GetInstalledVoices()|%{$_.VoiceInfo.Culture.TwoLetterISOLanguageName}";
  static final String SPEAK =
      BEGIN
          + "$v=$s.GetInstalledVoices()|?{$_.VoiceInfo.Culture.TwoLetterISOLanguageName"
          + " -eq $env:MOTCUA_LANGUAGE}|select -First 1;"
          + "$s.SelectVoice($v.VoiceInfo.Name);"
          + "$s.SetOutputToWaveFile($env:MOTCUA_WAVE);"
          + "$s.Speak([Console]::In.ReadToEnd());$s.Dispose()";

  private final Path shell;
  private volatile Set<String> languages = Set.of();

  private SapiEngine(Path shell) {
    this.shell = shell;
    Thread.ofVirtual().name("voices").start(this::ask);
  }

  /** That of this machine, if it runs Windows. */
  public static Optional<SapiEngine> find() {
    String root = Optional.ofNullable(System.getenv("SystemRoot")).orElse("");
    if (File.separatorChar != '\\' || root.isEmpty()) {
      return Optional.empty();
    }
    Path shell = Path.of(root, "System32", "WindowsPowerShell", "v1.0", "powershell.exe");
    return Files.isExecutable(shell) ? Optional.of(new SapiEngine(shell)) : Optional.empty();
  }

  private void ask() {
    try {
      Process process = start(LIST, "", "");
      process.getOutputStream().close();
      String answer =
          new String(process.getInputStream().readNBytes(10_000), StandardCharsets.US_ASCII);
      languages =
          answer.lines().map(String::strip).filter(l -> !l.isEmpty()).collect(Collectors.toSet());
    } catch (IOException e) {
      LOG.warn("the voices of Windows cannot be asked: {}", e.getMessage());
    }
  }

  private Process start(String script, String language, String wave) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
                List.of(shell.toString(), "-NoProfile", "-NonInteractive", "-Command", script))
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("MOTCUA_LANGUAGE", language);
    builder.environment().put("MOTCUA_WAVE", wave);
    Process process = builder.start();
    CompletableFuture.delayedExecutor(LONGEST_SECONDS, TimeUnit.SECONDS)
        .execute(process::destroyForcibly);
    return process;
  }

  @Override
  public boolean speaks(Locale language) {
    return languages.contains(language.getLanguage());
  }

  @Override
  public Sound render(String words, Locale language) throws IOException {
    Path wave = Files.createTempFile("voice", ".wav");
    try {
      Process process = start(SPEAK, language.getLanguage(), wave.toString());
      try (OutputStream in = process.getOutputStream()) {
        in.write(words.getBytes(StandardCharsets.UTF_8));
      }
      process.getInputStream().readAllBytes();
      try (InputStream in = Files.newInputStream(wave)) {
        return Wave.read(in);
      }
    } finally {
      // The file holds what was said to one citizen.
      Files.deleteIfExists(wave);
    }
  }
}
