package vn.motcua.kiosk.store.crash;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import vn.motcua.kiosk.desk.Samples;
import vn.motcua.kiosk.dossier.Custody;
import vn.motcua.kiosk.dossier.Dossier;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.dossier.DossierEvent;
import vn.motcua.kiosk.dossier.Move;
import vn.motcua.kiosk.dossier.Payment;
import vn.motcua.kiosk.dossier.PortalStatus;
import vn.motcua.kiosk.dossier.SerialRange;
import vn.motcua.kiosk.dossier.Stage;
import vn.motcua.kiosk.store.Blob;
import vn.motcua.kiosk.store.DataFolder;
import vn.motcua.kiosk.store.DossierStore;
import vn.motcua.kiosk.store.Durable;
import vn.motcua.kiosk.store.IssuedForm;
import vn.motcua.kiosk.store.KeptFile;
import vn.motcua.kiosk.store.LedgerEntry;
import vn.motcua.kiosk.store.NewDossier;
import vn.motcua.kiosk.store.PrintRow;
import vn.motcua.kiosk.store.Retention;
import vn.motcua.kiosk.store.RetentionRules;
import vn.motcua.scanner.FaultException;

/**
 * The work of one thread of {@link CrashWorker}: in each turn, all that can happen to a dossier.
 */
final class CrashTurns {
  static final String AGENCY = Samples.CENTRE.agency();
  static final LocalDateTime NOW = LocalDateTime.now(CrashWorker.CLOCK);
  static final LocalDate DAY = NOW.toLocalDate();
  static final String FORM = "02";
  static final long FEE = 8000;

  private final DataFolder data;
  private final DossierStore store;
  private final Path own;
  private final String name;
  private final boolean first;
  private final AtomicInteger settings;
  private final Random random;
  private final List<String[]> ended = new ArrayList<>();

  /**
   * @param own a folder for files of its own, outside the data folder
   * @param name which nobody else has
   * @param first whether it does what one at a time does: settings, ranges, erasures
   */
  CrashTurns(
      DataFolder data,
      DossierStore store,
      Path own,
      String name,
      boolean first,
      AtomicInteger settings) {
    this.data = data;
    this.store = store;
    this.own = own;
    this.name = name;
    this.first = first;
    this.settings = settings;
    random = new Random(name.hashCode());
  }

  void turn(int number) throws FaultException, IOException {
    DossierCode code = store.write(transaction -> transaction.reserve(AGENCY, DAY));
    CrashWorker.say(Ack.CODE, code);
    String applicant = "Đinh Thử " + name + "." + number;
    Blob scan = keep(code);
    Dossier received =
        Samples.dossier(
            code, NOW, Samples.party("05119140" + random.nextInt(1000, 9999), applicant));
    store.write(transaction -> {
      transaction.insert(
          new NewDossier(
              received,
              Samples.first(received),
              Samples.SECRET,
              List.of(new KeptFile(KeptFile.Kind.ARCHIVE, scan)),
              Optional.of(name + "." + number)));
      return true;
    });
    CrashWorker.say(Ack.DOSSIER, code, applicant, scan.sha256());
    handle(code, received, number);
    form(code, number);
    if (number % 2 == 0) {
      move(received, 3, Move.HAND_OUT, Stage.RETURN, PortalStatus.RETURNED);
      ended.add(new String[] {code.value(), scan.sha256()});
    }
    if (first) {
      once(number);
    }
  }

  private void handle(DossierCode code, Dossier received, int number) throws FaultException {
    DossierStore.Writing<Boolean> viewing =
        store.writeLater(transaction -> {
          transaction.viewed(code, new LedgerEntry(NOW, "Cán bộ Hai", "xem " + number, "Q1"));
          return true;
        });
    store.find(code);
    viewing.await();
    CrashWorker.say(Ack.VIEWED, code, "xem " + number);
    move(received, 2, Move.FORWARD, Stage.APPRAISAL, PortalStatus.PROCESSING);
    store.write(transaction -> {
      transaction.handOver(
          code,
          new Custody(
              1,
              NOW,
              "Cán bộ Một",
              "Cán bộ Hai",
              2,
              received.originals(),
              "tủ 1",
              Optional.empty()));
      return true;
    });
    CrashWorker.say(Ack.CUSTODY, code, 1);
    store.write(transaction -> {
      transaction.confirm(code, 1, new Custody.Confirmation(NOW, "Cán bộ Hai", 2));
      return true;
    });
    CrashWorker.say(Ack.COUNTED, code, 1);
    Payment asked = store.write(transaction -> transaction.ask(code, FEE, NOW));
    CrashWorker.say(Ack.ASKED, code, FEE);
    String bank = "FT" + code.value() + name;
    boolean paid =
        store.write(transaction ->
            transaction.confirm(
                asked, new Payment.Confirmation(NOW, "Cán bộ Một", Optional.of(bank))));
    if (!paid) {
      throw new IllegalStateException("a payment that nobody confirmed was confirmed");
    }
    CrashWorker.say(Ack.PAID, code, bank);
  }

  /** A form takes its number, is kept and queued, in one transaction. */
  private void form(DossierCode code, int number) throws FaultException, IOException {
    Blob file = keep(code);
    String token = "in-" + name + "." + number;
    int taken =
        store.write(transaction -> {
          int next = transaction.forms().next(AGENCY, FORM, DAY.getYear());
          transaction.add(code, new KeptFile(KeptFile.Kind.FORM, file), NOW);
          boolean ours =
              transaction
                  .forms()
                  .take(
                      AGENCY,
                      new IssuedForm(FORM, DAY.getYear(), next, "2023", NOW, "Cán bộ Một"),
                      Optional.of(code),
                      Optional.of(file));
          if (!ours) {
            throw new IllegalStateException("a number that is the next is not free");
          }
          transaction.prints().queue(code, file, "Mẫu 02", token, "Cán bộ Một", NOW);
          return next;
        });
    CrashWorker.say(Ack.FORM, code, taken);
    CrashWorker.say(Ack.PRINT, token);
    PrintRow job =
        store.prints().stream().filter(row -> row.token().equals(token)).findFirst().orElseThrow();
    store.write(transaction ->
        transaction
            .prints()
            .move(job, PrintRow.State.QUEUED, PrintRow.State.SENT, OptionalInt.of(7), "", NOW));
    CrashWorker.say(Ack.SENT, token);
  }

  private void once(int number) throws FaultException, IOException {
    int version = settings.incrementAndGet();
    Durable.write(
        data.root().resolve("settings.json"), (version + "\n").getBytes(StandardCharsets.US_ASCII));
    CrashWorker.say(Ack.SETTINGS, version);
    SerialRange range =
        store.write(
            transaction -> transaction.grant(AGENCY, DAY, "Q" + number, 2, NOW, "Cán bộ Một"));
    CrashWorker.say(Ack.GRANT, range.first(), range.last());
    if (number % 3 == 2) {
      erase();
    }
  }

  private void erase() throws FaultException, IOException {
    List<String[]> due = List.copyOf(ended);
    CrashWorker.say(Ack.ERASING);
    erase(store, own.resolve("rules-" + name + ".json"));
    for (String[] each : due) {
      CrashWorker.say(Ack.ERASED, each[0], each[1]);
    }
  }

  /**
   * Erases all that has ended.
   *
   * @param rules where the rules are written to
   */
  static void erase(DossierStore store, Path rules) throws FaultException, IOException {
    Files.writeString(
        rules,
        """
        {"version":"2026-11-20","rules":[
        {"id":"p","procedure":"*","what":"PERSONAL","months":1,"confirmed":false,"source":"thử"},
        {"id":"f","procedure":"*","what":"FILES","months":1,"confirmed":false,"source":"thử"}]}
        """);
    new Retention(store, RetentionRules.read(rules), Samples.at("2027-11-20T09:00:00"))
        .run("Cán bộ Lưu trữ");
  }

  private void move(Dossier before, int number, Move move, Stage stage, PortalStatus status)
      throws FaultException {
    Dossier after =
        new Dossier(
            before.code(),
            before.procedure(),
            before.applicant(),
            before.owner(),
            before.received(),
            before.due(),
            stage,
            status,
            "Phòng Tư pháp",
            NOW,
            before.papers(),
            before.originals(),
            before.channel(),
            before.apology(),
            before.missing(),
            before.reason(),
            before.counter(),
            before.fee());
    store.write(transaction -> {
      transaction.update(
          after,
          new DossierEvent(
              number, NOW, move, stage, status, "Cán bộ Một", "Phòng Tư pháp", "ghi " + number));
      return true;
    });
    CrashWorker.say(Ack.EVENT, before.code(), number, status.number());
  }

  private Blob keep(DossierCode code) throws FaultException, IOException {
    byte[] page = new byte[random.nextInt(1, 20_000)];
    random.nextBytes(page);
    Path file = own.resolve("page-" + name);
    Files.write(file, page);
    Blob blob = store.blobs().put(file, code);
    CrashWorker.say(Ack.BLOB, code, blob.sha256(), blob.bytes(), sha256(page));
    return blob;
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
