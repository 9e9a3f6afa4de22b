package vn.motcua.kiosk.store;

import static vn.motcua.kiosk.store.SqlTrouble.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.motcua.kiosk.citizen.CitizenNumber;
import vn.motcua.kiosk.dossier.Apology;
import vn.motcua.kiosk.dossier.Custody;
import vn.motcua.kiosk.dossier.Dossier;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.dossier.DossierEvent;
import vn.motcua.kiosk.dossier.DueDate;
import vn.motcua.kiosk.dossier.Party;
import vn.motcua.kiosk.dossier.Payment;
import vn.motcua.kiosk.dossier.Procedure;
import vn.motcua.kiosk.dossier.ProcedureJson;
import vn.motcua.kiosk.dossier.ReceivedPaper;
import vn.motcua.kiosk.dossier.SerialRange;
import vn.motcua.kiosk.store.chain.ChainKind;
import vn.motcua.kiosk.store.chain.ChainWriter;
import vn.motcua.scanner.FaultException;

/**
 * What can be done inside {@link DossierStore#write}: all of it is written, or nothing. It reads
 * what it has written itself, and nobody writes beside it.
 */
public final class Transaction {
  private final Connection connection;
  private final Keys keys;
  private final DossierRows rows;
  private final PartyTokens tokens;
  private final CustodyRows custody;
  private final ChainWriter chain;
  private final SerialRows serials;
  private final Set<DossierCode> changed = new LinkedHashSet<>();
  private final Set<DossierCode> linked = new LinkedHashSet<>();

  Transaction(Connection connection, Keys keys, DossierRows rows, ChainWriter chain) {
    this.connection = connection;
    this.keys = keys;
    this.rows = rows;
    this.chain = chain;
    custody = new CustodyRows(keys.seals());
    tokens = new PartyTokens(keys.tokens());
    serials = new SerialRows(connection);
  }

  /**
   * Reserves the next code of {@code agency} for {@code day}: 0001, 0002, …; at a counter that is
   * cut off from the one that owns the serial numbers, from the ranges that it holds.
   *
   * @throws FaultException with {@link StoreFault.SerialsUsedUp} if they are used up
   */
  public DossierCode reserve(String agency, LocalDate day) throws FaultException {
    int serial =
        sql(() -> serials.take(agency, day))
            .orElseThrow(() -> new FaultException(new StoreFault.SerialsUsedUp()));
    return DossierCode.of(agency, day, serial);
  }

  /**
   * Reserves exactly that code, or nothing if it is not the next one (any more).
   *
   * @param code from {@link DossierStore#nextCode}
   * @return whether it is reserved
   * @throws FaultException with {@link StoreFault.SerialsUsedUp} if no code is left
   */
  public boolean take(String agency, LocalDate day, DossierCode code) throws FaultException {
    int serial =
        sql(() -> serials.next(agency, day))
            .orElseThrow(() -> new FaultException(new StoreFault.SerialsUsedUp()));
    return DossierCode.of(agency, day, serial).equals(code) && reserve(agency, day).equals(code);
  }

  /**
   * Makes this the store of a counter that does not own the serial numbers: from now on it gives
   * out only what {@link #adopt} has brought.
   *
   * @param site the counter; empty = it owns them
   */
  public void become(String site) {
    sql(() -> {
      serials.become(site);
      return true;
    });
  }

  /** The counter that this store belongs to; empty = it owns the serial numbers. */
  public String site() {
    return sql(serials::site);
  }

  /**
   * Sets the next {@code count} serial numbers aside for another counter; nobody else gets them.
   *
   * @param site the counter that may use them
   * @param who the officer
   * @throws IllegalStateException if this store does not own the serial numbers itself
   */
  public SerialRange grant(
      String agency, LocalDate day, String site, int count, LocalDateTime at, String who) {
    return sql(() -> {
      if (!serials.site().isEmpty() || count < 1) {
        throw new IllegalStateException("only the owner of the serial numbers grants any");
      }
      return serials.grant(agency, day, site, count, at, who);
    });
  }

  /**
   * Takes over a range that another store has granted to this counter.
   *
   * @throws IllegalArgumentException if it is another counter's, overlaps one that is here, or a
   *     dossier (an imported one, say) has one of its codes
   */
  public void adopt(SerialRange range, LocalDateTime at, String who) {
    sql(() -> {
      boolean overlaps =
          serials.ranges(range.agency(), range.day()).stream()
              .anyMatch(own -> own.first() <= range.last() && range.first() <= own.last());
      if (!range.site().equals(serials.site()) || overlaps || serials.isUsed(range)) {
        throw new IllegalArgumentException("not for this counter, or here already");
      }
      serials.adopt(range, at, who);
      return true;
    });
  }

  /**
   * Asks for money: it waits until it is confirmed.
   *
   * @param amount in đồng, 1 or more
   */
  public Payment ask(DossierCode code, long amount, LocalDateTime at) {
    return sql(() -> {
      Payment asked = PaymentRows.ask(connection, code, amount, at);
      chain.add(ChainKind.PAYMENT, id(code), asked.number());
      return asked;
    });
  }

  /** What was asked for that dossier, oldest first. */
  public List<Payment> payments(DossierCode code) {
    return sql(() -> PaymentRows.of(connection, code));
  }

  /** Confirms a payment; false if it is confirmed already. */
  public boolean confirm(Payment payment, Payment.Confirmation by) {
    return sql(() -> {
      boolean done = PaymentRows.confirm(connection, payment, by);
      if (done) {
        chain.add(ChainKind.PAYMENT_CONFIRMED, id(payment.code()), payment.number());
      }
      return done;
    });
  }

  /** Whether a payment was confirmed by that transfer. */
  public boolean knowsTransfer(String bankId) {
    return sql(() -> PaymentRows.knows(connection, bankId));
  }

  /** The dossier as it stands in this transaction. */
  public Optional<Dossier> find(DossierCode code) {
    return sql(() -> rows.dossier(connection, code));
  }

  /** What happened to it, oldest first. */
  public List<DossierEvent> events(DossierCode code) {
    return sql(() -> rows.events(connection, code));
  }

  /** Whether a dossier was made from that pile already. */
  public boolean isReceived(String batch) {
    return sql(() ->
        Rows.first(connection, "SELECT 1 FROM dossier WHERE batch = ?", row -> row.getInt(1), batch)
            .isPresent());
  }

  /** Writes a dossier that did not exist. */
  public void insert(NewDossier made) {
    Dossier dossier = made.dossier();
    sql(() -> {
      keep(dossier.procedure());
      run(
          "INSERT INTO dossier (code, tail, serial, procedure_code, procedure_version, received, due_at,"
              + " due_days, due_provisional, stage, status, holder, since, originals, channel,"
              + " apology_old, apology_new, apology_reason, reason, counter, fee, batch)"
              + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
          dossier.code(),
          dossier.code().tail(),
          dossier.code().serial(),
          dossier.procedure().code(),
          dossier.procedure().version(),
          dossier.received(),
          dossier.due().map(DueDate::at).orElse(null),
          dossier.due().map(DossierRows::days).orElse(""),
          dossier.due().map(DueDate::provisional).orElse(false),
          dossier.stage(),
          dossier.status().number(),
          dossier.holder(),
          dossier.since(),
          dossier.originals(),
          dossier.channel(),
          dossier.apology().map(Apology::oldDate).orElse(null),
          dossier.apology().map(Apology::newDate).orElse(null),
          sealedApology(dossier),
          keys.seals().seal(dossier.reason(), dossier.code(), "reason"),
          dossier.counter(),
          dossier.fee(),
          made.batch().orElse(null));
      long id = id(dossier.code());
      party(id, dossier.code(), "APPLICANT", dossier.applicant());
      party(id, dossier.code(), "OWNER", dossier.owner());
      tokens.write(connection, id, dossier.applicant());
      if (!dossier.owner().equals(dossier.applicant())) {
        tokens.write(connection, id, dossier.owner());
      }
      run("INSERT INTO secret VALUES (?, ?)", id, keys.lookup().of(dossier.code(), made.secret()));
      papers(id, dossier.papers());
      missing(id, dossier.missing());
      handling(id, dossier);
      event(id, dossier.code(), made.event());
      int position = 0;
      for (KeptFile file : made.files()) {
        run(
            "INSERT INTO blob (sha256, bytes, stored) VALUES (?, ?, ?) ON CONFLICT (sha256) DO NOTHING",
            file.blob().sha256(),
            file.blob().bytes(),
            made.event().at());
        run(
            "INSERT INTO dossier_file (dossier, position, kind, sha256, paper)"
                + " VALUES (?, ?, ?, ?, ?)",
            id,
            position++,
            file.kind(),
            file.blob().sha256(),
            file.paper());
      }
      removed(id, made.removed());
      return true;
    });
    changed.add(dossier.code());
  }

  private void removed(long id, List<RemovedPage> pages) throws SQLException {
    int position = 0;
    for (RemovedPage page : pages) {
      run(
          "INSERT INTO removed_page (dossier, position, number, paper, reason, who, at, by_page,"
              + " sha256) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
          id,
          position++,
          page.number(),
          page.paper(),
          page.reason(),
          page.who(),
          page.at(),
          page.by(),
          page.picture().map(Blob::sha256).orElse(null));
      chain.add(ChainKind.REMOVED_PAGE, id, position - 1L);
    }
  }

  /** Writes what became of a dossier, and the event that made it so. */
  public void update(Dossier dossier, DossierEvent event) {
    sql(() -> {
      long id = id(dossier.code());
      run(
          "UPDATE dossier SET due_at = ?, due_days = ?, due_provisional = ?, stage = ?,"
              + " status = ?, holder = ?, since = ?, originals = ?, channel = ?,"
              + " apology_old = ?, apology_new = ?, apology_reason = ?, reason = ?,"
              + " counter = ?, fee = ? WHERE id = ?",
          dossier.due().map(DueDate::at).orElse(null),
          dossier.due().map(DossierRows::days).orElse(""),
          dossier.due().map(DueDate::provisional).orElse(false),
          dossier.stage(),
          dossier.status().number(),
          dossier.holder(),
          dossier.since(),
          dossier.originals(),
          dossier.channel(),
          dossier.apology().map(Apology::oldDate).orElse(null),
          dossier.apology().map(Apology::newDate).orElse(null),
          sealedApology(dossier),
          keys.seals().seal(dossier.reason(), dossier.code(), "reason"),
          dossier.counter(),
          dossier.fee(),
          id);
      run("DELETE FROM missing WHERE dossier = ?", id);
      missing(id, dossier.missing());
      run("DELETE FROM paper WHERE dossier = ?", id);
      papers(id, dossier.papers());
      handling(id, dossier);
      event(id, dossier.code(), event);
      return true;
    });
    changed.add(dossier.code());
  }

  /** Adds a file to a dossier that exists. */
  public void add(DossierCode code, KeptFile file, LocalDateTime at) {
    sql(() -> {
      long id = id(code);
      run(
          "INSERT INTO blob VALUES (?, ?, ?) ON CONFLICT (sha256) DO NOTHING",
          file.blob().sha256(),
          file.blob().bytes(),
          at);
      return run(
          "INSERT INTO dossier_file (dossier, position, kind, sha256, paper)"
              + " SELECT ?, coalesce(max(position) + 1, 0), ?, ?, ? FROM dossier_file"
              + " WHERE dossier = ?",
          id,
          file.kind(),
          file.blob().sha256(),
          file.paper(),
          id);
    });
    changed.add(code);
  }

  /** The numbers of forms, and which were made. */
  public FormLedger forms() {
    return new FormLedger(connection, chain);
  }

  /** What is to be printed. */
  public PrintRows prints() {
    return new PrintRows(connection);
  }

  /** Dossiers of an older system. */
  public ImportRows imports() {
    return new ImportRows(this, connection, keys, serials);
  }

  /** Queue numbers. */
  public TicketLedger tickets() {
    return new TicketLedger(connection);
  }

  /** What people thought of the service. */
  public RatingLedger ratings() {
    return new RatingLedger(connection);
  }

  /** What leaves the house as packages. */
  public PackageRows packages() {
    return new PackageRows(connection, keys.seals(), rows);
  }

  /** Writes down that somebody looked at a dossier. */
  public void viewed(DossierCode code, LedgerEntry entry) {
    sql(() -> {
      Optional<long[]> written =
          Rows.first(
              connection,
              "INSERT INTO viewing (dossier, at, who, why, terminal)"
                  + " SELECT id, ?, ?, ?, ? FROM dossier WHERE code = ? RETURNING dossier, id",
              row -> new long[] {row.getLong(1), row.getLong(2)},
              entry.at(),
              entry.who(),
              entry.why(),
              entry.terminal(),
              code);
      if (written.isPresent()) {
        chain.add(ChainKind.VIEWING, written.get()[0], written.get()[1]);
      }
      return true;
    });
  }

  /** Every hand-over of a dossier, oldest first. */
  public List<Custody> custody(DossierCode code) {
    return sql(() -> custody.of(connection, code));
  }

  /** Writes down that a dossier was handed over; its number is the next one. */
  public void handOver(DossierCode code, Custody handOver) {
    sql(() -> {
      custody.write(connection, chain, id(code), code, handOver);
      return true;
    });
  }

  /** Writes down what the receiver of a hand-over has counted; once for each. */
  public void confirm(DossierCode code, int number, Custody.Confirmation said) {
    sql(() -> {
      custody.confirm(connection, chain, id(code), code, number, said);
      return true;
    });
  }

  /** Chains how the dossiers that changed stand now: the last thing in a transaction. */
  void finish() {
    sql(() -> {
      for (DossierCode code : linked) {
        chain.add(ChainKind.LINKED, id(code), 0);
      }
      for (DossierCode code : changed) {
        chain.add(ChainKind.STATE, id(code), 0);
      }
      return true;
    });
  }

  /** A dossier that was changed in a way of its own: its state is chained, its screens are told. */
  void touch(DossierCode code) {
    changed.add(code);
  }

  ChainWriter chain() {
    return chain;
  }

  Set<DossierCode> changed() {
    return changed;
  }

  Connection connection() {
    return connection;
  }

  private byte @Nullable [] sealedApology(Dossier dossier) {
    return dossier
        .apology()
        .map(apology -> keys.seals().seal(apology.reason(), dossier.code(), "apology_reason"))
        .orElse(null);
  }

  private void keep(Procedure procedure) throws SQLException {
    run(
        "INSERT INTO procedure VALUES (?, ?, ?) ON CONFLICT (code, version) DO NOTHING",
        procedure.code(),
        procedure.version(),
        ProcedureJson.write(procedure));
  }

  private void party(long dossier, DossierCode code, String role, Party party) throws SQLException {
    Optional<CitizenNumber> number = party.number().map(CitizenNumber::new);
    run(
        "INSERT INTO party VALUES (?, ?, ?, ?)",
        dossier,
        role,
        number.map(keys.lookup()::of).orElse(null),
        keys.seals().seal(party, code, role));
  }

  private void handling(long id, Dossier dossier) throws SQLException {
    if (HandlingRows.write(connection, id, dossier.handling())) {
      linked.add(dossier.code());
    }
  }

  private void papers(long dossier, List<ReceivedPaper> papers) throws SQLException {
    int position = 0;
    for (ReceivedPaper paper : papers) {
      run(
          "INSERT INTO paper VALUES (?, ?, ?, ?, ?, ?)",
          dossier,
          position++,
          paper.name(),
          paper.originals(),
          paper.copies(),
          paper.pages());
    }
  }

  private void missing(long dossier, List<String> names) throws SQLException {
    int position = 0;
    for (String name : names) {
      run("INSERT INTO missing VALUES (?, ?, ?)", dossier, position++, name);
    }
  }

  private void event(long dossier, DossierCode code, DossierEvent event) throws SQLException {
    run(
        "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        dossier,
        event.number(),
        event.at(),
        event.move(),
        event.stage(),
        event.status().number(),
        event.actor(),
        event.holder(),
        keys.seals().seal(event.note(), code, "event-" + event.number()));
    chain.add(ChainKind.EVENT, dossier, event.number());
  }

  private long id(DossierCode code) throws SQLException {
    return Rows.first(
            connection, "SELECT id FROM dossier WHERE code = ?", row -> row.getLong(1), code)
        .orElseThrow(() -> new IllegalStateException("no such dossier"));
  }

  private int run(String sql, @Nullable Object... values) throws SQLException {
    return Rows.run(connection, sql, values);
  }
}
