package vn.motcua.kiosk.cli;

import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import vn.motcua.kiosk.token.Pins;

/**
 * Where a PIN comes from. Never from the command line itself, which everybody on the computer can
 * read.
 */
final class PinSource {
  private static final int LONGEST = 1024;

  @Option(
      names = "--pin-file",
      paramLabel = "FILE",
      description = "its first line is the PIN or password; - for standard input")
  private @Nullable Path file;

  @Option(
      names = "--pin-env",
      paramLabel = "NAME",
      description = "the environment variable that holds the PIN or password")
  private @Nullable String variable;

  /** The PIN; asked for at the terminal if no source was named. The caller wipes it. */
  @SuppressWarnings("SystemConsoleNull") // null is still allowed by its contract
  char[] read(@Nullable CommandSpec spec) {
    if (file != null) {
      try (InputStream in = file.toString().equals("-") ? System.in : Files.newInputStream(file)) {
        return Pins.firstLine(in.readNBytes(LONGEST));
      } catch (IOException e) {
        throw wrong(spec, "--pin-file cannot be read: " + file);
      }
    }
    if (variable != null) {
      String value = System.getenv(variable);
      if (value == null) {
        throw wrong(spec, "--pin-env: there is no variable " + variable);
      }
      return value.toCharArray();
    }
    Console console = System.console();
    char[] typed = console == null || !console.isTerminal() ? null : console.readPassword("PIN: ");
    if (typed == null) {
      throw wrong(spec, "name the source of the PIN: --pin-file or --pin-env");
    }
    return typed;
  }

  private static ParameterException wrong(@Nullable CommandSpec spec, String what) {
    return new ParameterException(Objects.requireNonNull(spec).commandLine(), what);
  }
}
