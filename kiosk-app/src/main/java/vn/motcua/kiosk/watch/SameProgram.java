package vn.motcua.kiosk.watch;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** How this program is started once more, with other arguments, in the same way. */
public final class SameProgram {
  private SameProgram() {}

  /**
   * The command line: the launcher of the package if that started this process, else this JVM with
   * the options, class path and module path that it has.
   *
   * @param main name of the main class, for a JVM
   */
  public static List<String> command(String main, List<String> arguments) {
    Optional<Path> program = ProcessHandle.current().info().command().map(Path::of);
    if (program.isEmpty() || isJvm(program.get())) {
      return jvm(main, arguments);
    }
    List<String> command = new ArrayList<>(List.of(program.get().toString()));
    command.addAll(arguments);
    return command;
  }

  /**
   * The command line of a JVM of the same runtime with the options, class path and module path that
   * this process has, whatever started it: for a main class that the package has no launcher for.
   *
   * @param main name of the main class
   */
  public static List<String> jvm(String main, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> !option.startsWith("-agentlib:") && !option.startsWith("-javaagent:"))
        .forEach(command::add);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
    command.addAll(arguments);
    return command;
  }

  private static boolean isJvm(Path program) {
    String name =
        Objects.requireNonNullElse(program.getFileName(), program)
            .toString()
            .toLowerCase(Locale.ROOT);
    return name.equals("java") || name.equals("java.exe") || name.equals("javaw.exe");
  }
}
