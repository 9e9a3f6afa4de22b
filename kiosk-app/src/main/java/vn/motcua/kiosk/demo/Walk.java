package vn.motcua.kiosk.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.stage.Stage;
import vn.motcua.kiosk.cli.Reply;
import vn.motcua.kiosk.demo.DemoDossiers.DemoReceipt;
import vn.motcua.kiosk.desk.ScannedCode;
import vn.motcua.kiosk.dossier.Dossier;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.dossier.LookupSecret;
import vn.motcua.kiosk.pdf.PdfaCheck;
import vn.motcua.kiosk.pdf.PdfaVerdict;
import vn.motcua.kiosk.store.KeptFile;
import vn.motcua.kiosk.ui.Faces;
import vn.motcua.kiosk.ui.Screen;
import vn.motcua.kiosk.ui.kit.Texts;
import vn.motcua.scanner.Fault;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.FaultSentences;
import vn.motcua.scanner.chip.ChipOutcome;
import vn.motcua.scanner.chip.ChipRecord;
import vn.motcua.scanner.chip.NationalData;
import vn.motcua.scanner.chip.simulated.SimulatedCardProfile;

/**
 * Walks the whole line by itself, in real windows with real mouse events: a dossier is received at
 * the counter, its receipt is scanned at the terminal, it is moved through the five stages and
 * handed out, and whatever can go wrong on the way is shown as well.
 */
final class Walk {
  private static final Faces.Place TERMINAL = new Faces.Place(0, 0, 1080, 1920);
  private static final Faces.Place COUNTER = new Faces.Place(1100, 0, 1366, 768);
  private static final Faces.Place TECHNICIAN = new Faces.Place(1100, 800, 1366, 768);
  private static final String PROCEDURE_WORDS = "hon nhan";
  private static final String PROCEDURE = "1.004873";

  private final DemoHouse house;
  private final DemoDevices devices;
  private final WatchedReaders readers;
  private final SimulatedCardProfile card;
  private final List<DemoReceipt> receipts;
  private final Faces faces;
  private final Steps steps;
  private final List<Hand> hands = new ArrayList<>();

  Walk(
      DemoHouse house,
      DemoDevices devices,
      WatchedReaders readers,
      SimulatedCardProfile card,
      FaultSentences sentences,
      Clock clock,
      Path out,
      List<DemoReceipt> receipts)
      throws IOException {
    this.house = house;
    this.devices = devices;
    this.readers = readers;
    this.card = card;
    this.receipts = receipts;
    this.faces = new Faces(house.desks(), sentences, clock, Texts.VIETNAMESE, devices.wedge());
    this.steps = new Steps(out);
  }

  /**
   * Walks.
   *
   * @return what stands in {@code summary.json}
   * @throws FaultException DEMO-STUCK if a screen did not show what it should
   */
  Reply go() throws FaultException, InterruptedException, IOException {
    try {
      Hand terminal =
          hand(Screen.show(() -> faces.citizen(house.terminal(), Optional.of(TERMINAL))));
      Hand counter =
          hand(
              Screen.show(
                  () -> faces.counter(house.counter(), house.officers(), Optional.of(COUNTER))));
      Hand technician = hand(Screen.show(() -> faces.technician(Optional.of(TECHNICIAN))));
      rest(terminal);
      DossierCode code = receive(counter);
      String receipt = ReceiptUnderLight.qr(file(code, KeptFile.Kind.RECEIPT, "receipt.pdf"));
      lookUp(terminal, receipt, "receipt");
      moveOn(counter, terminal, code, receipt);
      handOut(counter, receipt);
      lookUp(terminal, receipt, "returned");
      withCard(terminal);
      faults(terminal, counter);
      devices(technician);
      return reply(code);
    } catch (Hand.NotSeen e) {
      for (int i = 0; i < hands.size(); i++) {
        hands.get(i).picture(steps.out().resolve("stuck-" + (i + 1) + ".png"));
      }
      throw new FaultException(new Stuck(e.what()), e);
    }
  }

  private Hand hand(Stage stage) {
    Hand hand = new Hand(stage);
    hands.add(hand);
    return hand;
  }

  private void use(Hand hand) throws InterruptedException {
    hand.await("the last code to be taken away", _ -> devices.isCodeAway());
    faces.use(hand.stage());
  }

  private void rest(Hand terminal) throws InterruptedException {
    steps.begin();
    terminal.see("home-card");
    steps.done("home", terminal);
  }

  /** Card, procedure, paper, receipt. */
  private DossierCode receive(Hand counter)
      throws FaultException, InterruptedException, IOException {
    use(counter);
    counter.press("go-receive");
    steps.done("counter", counter);
    readers.takeLast();
    devices.cards().insert(DemoCards.chip(card));
    devices.scan(DemoCards.qr(card));
    counter.see("trust");
    Map<String, Object> read = steps.done("card-read", counter);
    ChipRecord record = lastRead();
    read.put("citizen", citizen(record));
    read.put("trust", record.trust().trust().name());
    read.put("reasons", record.trust().codes());
    read.put("access", record.cost().access());
    read.put("apdus", record.cost().apdus());
    read.put("chipMilliseconds", record.cost().milliseconds());

    counter.write("procedure-search", PROCEDURE_WORDS);
    counter.pressWords(PROCEDURE);
    counter.see("scan-1");
    int pages = devices.loadPapersOf(card);
    counter.write("pages-1", Integer.toString(pages));
    counter.write("originals-2", "0");
    counter.write("copies-2", "0");
    // The first sheet comes through, the second is stuck.
    if (pages > 1) {
      devices.scanner().fail(new vn.motcua.scanner.paper.ScanFault.Jam(), 1);
      counter.press("scan-1");
      counter.see("scan-stopped");
      Map<String, Object> jam = steps.done("scanner-jam", counter);
      jam.put("fault", "SCAN-JAM");
      jam.put("pagesKept", 1);
      devices.scanner().clear();
      counter.press("scan-on");
    } else {
      counter.press("scan-1");
    }
    counter.see("page-" + pages);
    Map<String, Object> scanned = steps.done("scanned", counter);
    scanned.put("pages", pages);

    counter.press("receive-main");
    counter.see("receipt-picture");
    Map<String, Object> done = steps.done("received", counter);
    DossierCode code =
        DossierCode.read(counter.wordsOf("received-code"))
            .orElseThrow(() -> new Hand.NotSeen("a dossier code"));
    done.put("code", code.value());
    keep(done, code, KeptFile.Kind.ARCHIVE, "archive.pdf");
    keep(done, code, KeptFile.Kind.RECEIPT, "receipt.pdf");
    done.put("pages", house.store().find(code).map(Dossier::pages).orElse(0));
    devices.cards().remove();
    counter.press("next-dossier");
    return code;
  }

  /** The receipt's QR at the terminal's rest screen leads straight to its dossier. */
  private void lookUp(Hand terminal, String receipt, String name) throws InterruptedException {
    use(terminal);
    steps.begin();
    devices.scan(receipt);
    terminal.see("rail");
    Map<String, Object> step = steps.done("terminal-" + name, terminal);
    step.put("stage", shownStage(terminal));
    step.put("answer", terminal.wordsOf("answer"));
    terminal.press("leave");
    terminal.see("home-card");
  }

  /** What staff did a moment ago is what the citizen sees. */
  private void moveOn(Hand counter, Hand terminal, DossierCode code, String receipt)
      throws FaultException, InterruptedException {
    while (true) {
      use(counter);
      steps.begin();
      devices.scan(receipt);
      counter.see("dossier");
      counter.read(code.value());
      Dossier before = find(code);
      String move =
          before.stage().isBefore(vn.motcua.kiosk.dossier.Stage.SIGNING) ? "FORWARD" : "FINISH";
      counter.press("move-" + move);
      counter.press("draft-confirm");
      counter.seeNoMore("move-draft");
      counter.await("the move to be done", _ -> moved(code, before));
      Dossier after = find(code);
      Map<String, Object> step =
          steps.done("counter-" + after.stage().name().toLowerCase(java.util.Locale.ROOT), counter);
      step.put("stage", after.stage().name());
      step.put("portalStatus", after.status().number());
      lookUp(terminal, receipt, after.stage().name().toLowerCase(java.util.Locale.ROOT));
      if (move.equals("FINISH")) {
        return;
      }
    }
  }

  private boolean moved(DossierCode code, Dossier before) {
    try {
      return !find(code).equals(before);
    } catch (FaultException e) {
      return false;
    }
  }

  private Dossier find(DossierCode code) throws FaultException {
    return house.store().find(code).orElseThrow(() -> new Hand.NotSeen(code.value()));
  }

  private void handOut(Hand counter, String receipt) throws InterruptedException {
    use(counter);
    counter.press("go-return");
    steps.begin();
    devices.scan(receipt);
    counter.see("return-dossier");
    counter.write("return-name", card.name());
    counter.press("return-main");
    counter.see("return-done");
    steps.done("handed-out", counter);
  }

  /** The card opens everything that its bearer has. */
  private void withCard(Hand terminal) throws FaultException, InterruptedException {
    use(terminal);
    readers.takeLast();
    terminal.press("home-card");
    terminal.see("step-1");
    steps.done("terminal-card", terminal);
    devices.cards().insert(DemoCards.chip(card));
    devices.scan(DemoCards.qr(card));
    terminal.see("leave");
    Map<String, Object> step = steps.done("terminal-my-dossiers", terminal);
    ChipRecord record = lastRead();
    step.put("trust", record.trust().trust().name());
    step.put("apdus", record.cost().apdus());
    step.put("chipMilliseconds", record.cost().milliseconds());
    devices.cards().remove();
    terminal.press("leave");
    terminal.see("home-card");
  }

  private void faults(Hand terminal, Hand counter) throws InterruptedException {
    use(terminal);
    devices.scan("'; DROP TABLE dossier; --");
    terminal.see("note");
    steps.done("fault-unknown-code", terminal).put("fault", "CODE-UNKNOWN");

    DemoReceipt receipt = receipts.getFirst();
    devices.scan(ScannedCode.receiptText(receipt.code(), wrong(receipt.secret())));
    terminal.read("LOOKUP-UNKNOWN");
    steps.done("fault-wrong-secret", terminal).put("fault", "LOOKUP-UNKNOWN");
    terminal.press("help-home");
    terminal.see("home-card");

    // Pulled out in the middle, then put back.
    terminal.press("home-card");
    terminal.see("step-1");
    devices.cards().removeAtExchange(6);
    devices.cards().insert(DemoCards.chip(card));
    devices.scan(DemoCards.qr(card));
    terminal.read("CHIP-REMOVED");
    steps.done("fault-card-removed", terminal).put("fault", "CHIP-REMOVED");
    devices.cards().insert(DemoCards.chip(card));
    terminal.see("leave");
    steps.done("card-put-back", terminal);
    devices.cards().remove();
    terminal.press("leave");
    terminal.see("home-card");

    use(counter);
    counter.press("go-dossiers");
    steps.done("counter-dossiers", counter);
  }

  private static LookupSecret wrong(LookupSecret right) {
    char first = right.value().charAt(0);
    char other = first == 'A' ? 'B' : 'A';
    return new LookupSecret(other + right.value().substring(1));
  }

  private void devices(Hand technician) throws InterruptedException {
    use(technician);
    steps.begin();
    technician.press("look");
    technician.read("mô phỏng");
    steps.done("technician", technician);
  }

  private ChipRecord lastRead() {
    if (readers.takeLast() instanceof ChipOutcome.Read read) {
      return read.card();
    }
    throw new Hand.NotSeen("a card that was read");
  }

  private static Map<String, Object> citizen(ChipRecord record) {
    Map<String, Object> citizen = Reply.object();
    citizen.put("number", record.mrz().citizenNumber());
    citizen.put("name", record.national().flatMap(NationalData::name).orElse(""));
    citizen.put("birthDate", record.mrz().birth().map(LocalDate::toString).orElse(""));
    citizen.put("sex", record.mrz().sex().name());
    return citizen;
  }

  /**
   * Which of the five stages the rail on the screen marks as the present one; of a dossier whose
   * result was handed out every stage is ticked, and the last one counts.
   */
  private static String shownStage(Hand terminal) throws InterruptedException {
    String[] shown = {""};
    terminal.await(
        "a stage that is marked",
        scene -> {
          for (var stage : vn.motcua.kiosk.dossier.Stage.values()) {
            var row = scene.getRoot().lookup("#rail-" + stage.name());
            if (row != null
                && (row.getStyleClass().contains("now") || row.getStyleClass().contains("done"))) {
              shown[0] = stage.name();
            }
          }
          return !shown[0].isEmpty();
        });
    return shown[0];
  }

  /** A plain copy among the results. */
  private Path file(DossierCode code, KeptFile.Kind kind, String name) throws FaultException {
    KeptFile kept =
        house.store().files(code).stream()
            .filter(file -> file.kind() == kind)
            .findFirst()
            .orElseThrow(() -> new Hand.NotSeen("the file " + kind));
    Path copy = steps.out().resolve(name);
    house.store().blobs().open(kept.blob(), code, copy);
    return copy;
  }

  private void keep(Map<String, Object> step, DossierCode code, KeptFile.Kind kind, String name)
      throws FaultException, IOException {
    Path copy = file(code, kind, name);
    PdfaVerdict verdict = PdfaCheck.check(copy);
    Map<String, Object> document = Reply.object();
    document.put("file", copy.toAbsolutePath().toString());
    document.put("pdfa", verdict.conforms() ? verdict.flavour() : "");
    step.put(name.replace(".pdf", ""), document);
  }

  private Reply reply(DossierCode code) throws IOException {
    Map<String, Object> facts = Reply.object();
    facts.put("code", code.value());
    facts.put("cardNumber", card.number());
    Map<String, Object> summary = steps.summary(facts);
    return new Reply(summary, "The walk is in " + steps.out().toAbsolutePath());
  }

  /** A screen did not show what it should: a bug, or a machine that is far too slow. */
  record Stuck(String what) implements Fault {
    @Override
    public String code() {
      return "DEMO-STUCK";
    }

    @Override
    public String about() {
      return what;
    }
  }
}
