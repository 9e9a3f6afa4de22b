package vn.motcua.kiosk.cli;

import java.io.PrintStream;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.motcua.kiosk.desk.PairingDesk;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.FaultSentences;
import vn.motcua.scanner.paper.escl.EsclPin;

/** {@code scanner}: pairs this machine with scanners that speak over TLS. */
@Command(name = "scanner", description = "Pairs this machine with a scanner behind HTTPS.")
final class ScannerCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        Objects.requireNonNull(spec).commandLine(), "scanner: which command?");
  }

  /**
   * With all that can be done.
   *
   * @param desk built when a command needs it
   */
  static CommandLine line(PrintStream out, FaultSentences sentences, Supplier<PairingDesk> desk) {
    return new CommandLine(new ScannerCommand())
        .addSubcommand(new Pair(out, sentences, desk))
        .addSubcommand(new Unpair(out, sentences, desk));
  }

  /** What both have in common. */
  abstract static class Part extends JsonCommand {
    private final Supplier<PairingDesk> desk;

    @Spec private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "ADDRESS", description = "10.0.0.5, printer:8443, https://host/eSCL")
    private String address = "";

    Part(PrintStream out, FaultSentences sentences, Supplier<PairingDesk> desk) {
      super(out, sentences);
      this.desk = desk;
    }

    @Override
    final Reply work() throws FaultException {
      try {
        return work(desk.get(), address);
      } catch (IllegalArgumentException e) {
        throw new ParameterException(
            Objects.requireNonNull(spec).commandLine(), String.valueOf(e.getMessage()));
      }
    }

    abstract Reply work(PairingDesk desk, String address) throws FaultException;
  }

  /** {@code scanner pair}: shows what the device presents, and pairs when that is confirmed. */
  @Command(
      name = "pair",
      description = {
        "Shows the fingerprint of the scanner's key.",
        "Compare it with the one on the scanner's own panel or web page, then run it again with"
            + " --yes FINGERPRINT to pair."
      })
  static final class Pair extends Part {
    @Option(
        names = "--yes",
        paramLabel = "FINGERPRINT",
        description = "pair, if the scanner still presents this")
    private @Nullable String confirmed;

    Pair(PrintStream out, FaultSentences sentences, Supplier<PairingDesk> desk) {
      super(out, sentences, desk);
    }

    @Override
    Reply work(PairingDesk desk, String address) throws FaultException {
      String fingerprint = confirmed;
      EsclPin pin = fingerprint == null ? desk.look(address) : desk.pair(address, fingerprint);
      boolean paired = fingerprint != null;
      Map<String, Object> json = Reply.object();
      json.put("address", pin.authority());
      json.put("fingerprint", pin.shown());
      json.put("subject", pin.subject());
      json.put("paired", paired);
      String text =
          String.join(
              "\n",
              "address      " + pin.authority(),
              "names itself " + pin.subject(),
              "fingerprint  " + pin.shown(),
              paired
                  ? "Paired."
                  : "Not paired yet. To pair: kiosk scanner pair "
                      + address
                      + " --yes "
                      + pin.shown());
      return new Reply(json, text);
    }
  }

  /** {@code scanner unpair}: forgets a pairing. */
  @Command(name = "unpair", description = "Forgets a pairing.")
  static final class Unpair extends Part {
    Unpair(PrintStream out, FaultSentences sentences, Supplier<PairingDesk> desk) {
      super(out, sentences, desk);
    }

    @Override
    Reply work(PairingDesk desk, String address) throws FaultException {
      boolean was = desk.unpair(address);
      Map<String, Object> json = Reply.object();
      json.put("unpaired", was);
      return new Reply(json, was ? "Forgotten." : "There was no such pairing.");
    }
  }
}
