package vn.motcua.kiosk;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import vn.motcua.kiosk.cli.CommandLineFace;
import vn.motcua.kiosk.cli.Version;
import vn.motcua.scanner.ImageCodecs;

/** Where the program begins: builds the command line, which builds what it is asked for. */
public final class Kiosk {
  /** A dossier's times are Vietnamese times, whatever the computer is set to. */
  private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

  private Kiosk() {}

  /**
   * Runs one command line and ends the process with its exit code.
   *
   * @param args see {@code ./kiosk --help}
   */
  public static void main(String[] args) {
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
    // Asked by scripts and watchdogs many times a day: answered before anything is built.
    if (args.length == 1 && args[0].equals("--version")) {
      out.println(Version.TEXT);
      out.flush();
      return;
    }
    ImageCodecs.keepOutJai();
    LocalTools tools =
        new LocalTools(Clock.system(VIETNAM), AppFaults.sentences(), DataHome.usual());
    int code = new CommandLineFace(out, AppFaults.sentences(), tools).execute(args);
    out.flush();
    // Windows, device threads and native libraries must not keep a finished command alive.
    System.exit(code);
  }
}
