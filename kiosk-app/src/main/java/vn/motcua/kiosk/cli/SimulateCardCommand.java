package vn.motcua.kiosk.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vn.motcua.kiosk.cardkit.CardKitFault;
import vn.motcua.kiosk.cardkit.CardProfile;
import vn.motcua.kiosk.cardkit.WrongProfile;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.FaultSentences;
import vn.motcua.scanner.chip.simulated.IssuerFolder;
import vn.motcua.scanner.chip.simulated.SimulatedIssuer;
import vn.motcua.scanner.chip.simulated.VirtualCard;
import vn.motcua.scanner.chip.simulated.VpcdCard;

/** {@code simulate-card}: puts a card that a profile describes on the virtual reader of vpcd. */
@Command(
    name = "simulate-card",
    description = {
      "Puts a simulated card on the virtual reader of vpcd, for as long as it runs.",
      "Prints one line when the card lies there."
    })
final class SimulateCardCommand extends JsonCommand {
  private final Clock clock;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--profile",
      required = true,
      paramLabel = "FILE",
      description = "who the card belongs to and how it behaves; JSON or properties")
  private Path profile = Path.of("");

  @Option(names = "--host", description = "where vpcd runs (default ${DEFAULT-VALUE})")
  private String host = "127.0.0.1";

  @Option(names = "--port", description = "where vpcd waits (default ${DEFAULT-VALUE})")
  private int port = VpcdCard.DEFAULT_PORT;

  @Option(
      names = "--issuer",
      paramLabel = "DIR",
      description = "keeps the issuer's keys there, so that several cards share them")
  private @Nullable Path issuer;

  @Option(
      names = "--write-anchor",
      paramLabel = "DIR",
      description = "writes the issuer's CSCA certificate there")
  private @Nullable Path anchor;

  @Option(
      names = "--revoke",
      paramLabel = "N",
      split = ",",
      description = "writes a CRL beside the anchor; it revokes these document signers, 0 for none")
  private List<Integer> revoked = List.of();

  @Option(names = "--master-list", description = "writes a master list beside the anchor")
  private boolean masterList;

  SimulateCardCommand(PrintStream out, FaultSentences sentences, Clock clock) {
    super(out, sentences);
    this.clock = clock;
  }

  @Override
  Reply work() throws FaultException, PartlyDone, InterruptedException {
    if (port < 1 || port > 65_535) {
      throw wrong("--port is 1 to 65535");
    }
    if (anchor == null && (masterList || !revoked.isEmpty())) {
      throw wrong("--revoke and --master-list need --write-anchor DIR");
    }
    CardProfile read;
    VirtualCard card;
    SimulatedIssuer by;
    try {
      read = CardProfile.load(profile);
      by = issuer(read);
      card = read.card(by);
    } catch (WrongProfile e) {
      System.err.println(e.getMessage());
      throw new PartlyDone(
          new CardKitFault.BadProfile(), Map.of("key", e.key(), "problem", e.problem()));
    }
    writeAnchor(by);
    try (VpcdCard inserted = VpcdCard.insert(card, host, port)) {
      Runtime.getRuntime().addShutdownHook(new Thread(inserted::close, "card-off"));
      announce(onReader(read));
      inserted.await();
    } catch (IOException nobody) {
      throw new FaultException(new CardKitFault.NoVirtualReader(), nobody);
    }
    throw new FaultException(new CardKitFault.VirtualReaderGone());
  }

  private ParameterException wrong(String what) {
    return new ParameterException(Objects.requireNonNull(spec).commandLine(), what);
  }

  private Reply onReader(CardProfile read) {
    Map<String, Object> json = Reply.object();
    json.put("onReader", true);
    json.put("host", host);
    json.put("port", port);
    json.put("can", read.can());
    return new Reply(json, "card on the reader at " + host + ":" + port + ", CAN " + read.can());
  }

  private SimulatedIssuer issuer(CardProfile read) throws PartlyDone {
    if (issuer == null) {
      return read.newIssuer();
    }
    try {
      if (IssuerFolder.exists(issuer)) {
        return IssuerFolder.load(issuer);
      }
      SimulatedIssuer made = read.newIssuer();
      IssuerFolder.save(made, issuer);
      return made;
    } catch (IOException e) {
      throw badFolder(e);
    }
  }

  private void writeAnchor(SimulatedIssuer by) throws PartlyDone {
    Path folder = anchor;
    if (folder == null) {
      return;
    }
    int[] signers = revoked.stream().filter(n -> n != 0).mapToInt(n -> n - 1).toArray();
    for (int index : signers) {
      if (index < 0 || index >= by.signers()) {
        throw wrong("--revoke: the issuer has the document signers 1 to " + by.signers());
      }
    }
    try {
      Files.createDirectories(folder);
      Files.write(folder.resolve("csca.cer"), by.anchor());
      if (!revoked.isEmpty()) {
        Instant now = clock.instant();
        Files.write(
            folder.resolve("csca.crl"),
            by.revocationList(now, now.plus(Duration.ofDays(90)), signers));
      }
      if (masterList) {
        Files.write(folder.resolve("csca.ml"), by.masterList(List.of()));
      }
    } catch (IOException e) {
      throw badFolder(e);
    }
  }

  private static PartlyDone badFolder(IOException e) {
    System.err.println(e.getMessage());
    return new PartlyDone(
        new CardKitFault.BadIssuer(), Map.of("problem", String.valueOf(e.getMessage())));
  }
}
