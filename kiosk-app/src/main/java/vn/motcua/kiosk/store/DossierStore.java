package vn.motcua.kiosk.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.sqlite.SQLiteConfig;
import vn.motcua.kiosk.citizen.CitizenNumber;
import vn.motcua.kiosk.dossier.Custody;
import vn.motcua.kiosk.dossier.Dossier;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.dossier.DossierEvent;
import vn.motcua.kiosk.dossier.LookupSecret;
import vn.motcua.kiosk.dossier.Payment;
import vn.motcua.kiosk.dossier.RatingCounts;
import vn.motcua.kiosk.dossier.SerialRange;
import vn.motcua.kiosk.dossier.Stage;
import vn.motcua.kiosk.dossier.Ticket;
import vn.motcua.kiosk.store.chain.ChainBuild;
import vn.motcua.kiosk.store.chain.ChainReader;
import vn.motcua.kiosk.store.chain.ChainWriter;
import vn.motcua.kiosk.store.chain.ChainedRow;
import vn.motcua.kiosk.store.seal.MasterKey;
import vn.motcua.scanner.FaultException;

/**
 * All dossiers of one data folder, in SQLite: write-ahead log, every commit forced to the disk
 * (synchronous=FULL), one thread that writes, readers beside it. Safe for use by several threads.
 *
 * <p>Every method that throws {@link FaultException} does so with a {@link StoreFault}, or with a
 * fault of the caller's own work.
 */
public final class DossierStore implements AutoCloseable {
  /** What is written together. It may be run a second time if a first commit fails. */
  @FunctionalInterface
  public interface Work<T> {
    /** Does the work; whatever it throws undoes all of it. */
    T in(Transaction transaction) throws FaultException;
  }

  private record Written<T>(T result, Set<DossierCode> changed) {}

  /** The longest work list. */
  public static final int LONGEST_LIST = 500;

  /** Among so many of the most pressing dossiers open hand-overs are looked for. */
  private static final int OPEN_LOOKED = 2_000;

  private static final int READERS = 4;

  /** KiB of pages that a connection keeps: keyed hashes lie all over their table. */
  private static final int WRITING_CACHE = 64 << 10;

  private static final int READING_CACHE = 16 << 10;

  /** A bigger database is not read through at every start. */
  private static final long CHECKED_WHOLE = 256L << 20;

  private final DataFolder folder;
  private final Writer writer;
  private final Readers readers;
  private final List<Connection> connections;
  private final Keys keys;
  private final DossierRows rows;
  private final DossierSearch search;
  private final CustodyRows custody;
  private final ChainWriter chain;
  private final BlobStore blobs;
  private final Changes changes = new Changes();

  private DossierStore(
      DataFolder folder,
      Keys keys,
      Connection writing,
      ChainWriter chain,
      List<Connection> reading) {
    this.folder = folder;
    this.chain = chain;
    custody = new CustodyRows(keys.seals());
    this.keys = keys;
    rows = new DossierRows(keys.seals());
    search = new DossierSearch(rows, keys.tokens());
    connections = List.of(writing);
    writer = new Writer(writing, folder.root());
    readers = new Readers(reading, folder.root());
    blobs = new BlobStore(folder, keys.files());
  }

  /**
   * Opens the store of a folder and brings it to this program's shape.
   *
   * @throws FaultException with {@link StoreFault.Damaged}, {@link StoreFault.Newer}, {@link
   *     StoreFault.Foreign}, {@link StoreFault.KeyMissing}, {@link StoreFault.ReadOnly}, {@link
   *     StoreFault.Full} or {@link StoreFault.Disk}
   */
  public static DossierStore open(DataFolder folder, Clock clock) throws FaultException {
    MasterKey master = KeyFile.open(folder);
    Keys keys = Keys.of(master);
    List<Connection> opened = new ArrayList<>();
    try {
      // See settle: before SQLite reads it, and moves into the database what it shows.
      Durable.rewrite(log(folder));
      Connection writing = connect(folder.database(), false);
      opened.add(writing);
      settle(writing, folder);
      check(writing, folder.database());
      Migrations.apply(writing, Migrations.own(keys), clock);
      ChainBuild.run(writing);
      ChainWriter chain = new ChainWriter(writing);
      KeyLedger.check(folder, writing, chain, master, clock);
      for (int i = 0; i < READERS; i++) {
        opened.add(connect(folder.database(), true));
      }
      // The log was made by now. SQLite syncs its name as well, but says nothing if that fails.
      Durable.force(folder.root());
      return new DossierStore(folder, keys, writing, chain, opened.subList(1, opened.size()));
    } catch (IOException trouble) {
      opened.forEach(DossierStore::closeQuietly);
      throw Trouble.of(trouble, folder.root());
    } catch (SQLException trouble) {
      opened.forEach(DossierStore::closeQuietly);
      Optional<FaultException> fault = Trouble.of(trouble, folder.root());
      throw fault.orElseThrow(() -> new IllegalStateException(trouble));
    } catch (FaultException fault) {
      opened.forEach(DossierStore::closeQuietly);
      throw fault;
    }
  }

  /** Something that was taken into the queue of the writer. */
  @FunctionalInterface
  public interface Writing<T> {
    /** Returns when it is on the disk. */
    T await() throws FaultException;
  }

  /** Writes in one transaction and returns when it is on the disk. */
  public <T> T write(Work<T> work) throws FaultException {
    return writeLater(work).await();
  }

  /**
   * Takes {@code work} into the queue and returns at once: whoever reads meanwhile pays for the
   * longer of the two only. Unless {@link Writing#await} returns, nothing is known to be written.
   */
  public <T> Writing<T> writeLater(Work<T> work) {
    CompletableFuture<Written<T>> queued =
        writer.later(connection -> {
          Transaction transaction = new Transaction(connection, keys, rows, chain);
          T result = work.in(transaction);
          transaction.finish();
          return new Written<>(result, transaction.changed());
        });
    return () -> {
      Written<T> written = Writer.await(queued);
      written.changed().forEach(changes::changed);
      return written.result();
    };
  }

  /** Calls {@code listener} after every change of a dossier; see {@link Changes#listen}. */
  public Runnable onChange(Consumer<DossierCode> listener) {
    return changes.listen(listener);
  }

  /** Files under the name of their hash. */
  public BlobStore blobs() {
    return blobs;
  }

  /** The dossier with that code. */
  public Optional<Dossier> find(DossierCode code) throws FaultException {
    return readers.read(connection -> rows.dossier(connection, code));
  }

  /** What happened to it, oldest first. */
  public List<DossierEvent> events(DossierCode code) throws FaultException {
    return readers.read(connection -> rows.events(connection, code));
  }

  /**
   * Whether {@code secret} opens {@code code}. An unknown code takes the same work as a wrong
   * secret.
   */
  public boolean opens(DossierCode code, LookupSecret secret) throws FaultException {
    byte[] given = keys.lookup().of(code, secret);
    return readers.read(connection -> SecretRows.fits(connection, code, given));
  }

  /** Dossiers that this citizen handed in or owns: the open ones first, then the newest. */
  public List<Dossier> ofCitizen(CitizenNumber number) throws FaultException {
    byte[] mac = keys.lookup().of(number);
    return readers.read(connection ->
        Rows.list(
            connection,
            DossierColumns.SELECT
                + "WHERE id IN (SELECT dossier FROM party WHERE number_mac = ?)"
                + " ORDER BY status IN (3, 7, 10), received DESC LIMIT "
                + LONGEST_LIST,
            row -> rows.dossier(connection, row),
            mac));
  }

  /**
   * Dossiers that fit, the most urgent first: running ones by due date, then those not accepted
   * yet, paused, ready, ended. At most {@link #LONGEST_LIST}.
   *
   * @param stage all stages if empty
   * @param text words without diacritics, all of which must occur; all dossiers if empty
   */
  public List<Dossier> list(Optional<Stage> stage, String text) throws FaultException {
    return find(DossierQuery.of(stage, text));
  }

  /** Dossiers that fit, the most urgent first; of what very many share, the newest. */
  public List<Dossier> find(DossierQuery query) throws FaultException {
    return readers.read(connection -> search.find(connection, query));
  }

  /**
   * Dossiers of people with exactly that name, diacritics and case left out; the newest first.
   *
   * @param most how many are wanted
   */
  public List<Dossier> named(String name, int most) throws FaultException {
    return readers.read(connection -> search.named(connection, name, most));
  }

  /** Who has looked at a dossier, newest first; at most 100. */
  public List<LedgerEntry> ledger(DossierCode code) throws FaultException {
    return readers.read(connection ->
        Rows.list(
            connection,
            "SELECT viewing.* FROM viewing JOIN dossier ON dossier.id = viewing.dossier"
                + " WHERE dossier.code = ? ORDER BY viewing.id DESC LIMIT 100",
            row ->
                new LedgerEntry(
                    LocalDateTime.parse(row.getString("at")),
                    row.getString("who"),
                    row.getString("why"),
                    row.getString("terminal")),
            code));
  }

  /** Every hand-over of a dossier, oldest first. */
  public List<Custody> custody(DossierCode code) throws FaultException {
    return readers.read(connection -> custody.of(connection, code));
  }

  /**
   * Dossiers whose newest hand-over waits for its receiver, the longest waiting first; at most
   * {@link #LONGEST_LIST}, looked for among the most pressing ones.
   */
  public List<DossierCode> openHandOvers() throws FaultException {
    return readers.read(connection -> custody.open(connection, OPEN_LOOKED));
  }

  /** The files of a dossier that are kept, in the order in which they came. */
  public List<KeptFile> files(DossierCode code) throws FaultException {
    return readers.read(connection -> files(connection, code));
  }

  static List<KeptFile> files(Connection connection, DossierCode code) throws SQLException {
    return Rows.list(
        connection,
        "SELECT kind, blob.sha256, bytes, paper FROM dossier_file JOIN blob USING (sha256)"
            + " JOIN dossier ON dossier.id = dossier_file.dossier"
            + " WHERE code = ? AND sha256 NOT IN (SELECT sha256 FROM erased_blob)"
            + " ORDER BY position",
        row ->
            new KeptFile(
                KeptFile.Kind.valueOf(row.getString(1)),
                new Blob(row.getString(2), row.getLong(3)),
                row.getString(4)),
        code);
  }

  /** Pages that were taken out before the dossier was received, in the order of the pile. */
  public List<RemovedPage> removedPages(DossierCode code) throws FaultException {
    return readers.read(connection ->
        Rows.list(
            connection,
            "SELECT number, paper, removed_page.reason AS reason, who, at, by_page,"
                + " blob.sha256 AS sha256, bytes FROM removed_page LEFT JOIN blob"
                + " ON blob.sha256 = removed_page.sha256"
                + " AND blob.sha256 NOT IN (SELECT sha256 FROM erased_blob)"
                + " JOIN dossier ON dossier.id = removed_page.dossier"
                + " WHERE code = ? ORDER BY position",
            DossierRows::removedPage,
            code));
  }

  /** Whether a dossier was made from that scanned pile. */
  public boolean isReceived(String batch) throws FaultException {
    return readers.read(connection ->
        Rows.first(connection, "SELECT 1 FROM dossier WHERE batch = ?", row -> row.getInt(1), batch)
            .isPresent());
  }

  /** Ranges of serial numbers that are set aside for counters, with what of them is unused. */
  public List<SerialRange> serialRanges(String agency, LocalDate day) throws FaultException {
    return readers.read(connection -> new SerialRows(connection).ranges(agency, day));
  }

  /** What was asked for a dossier, oldest first. */
  public List<Payment> payments(DossierCode code) throws FaultException {
    return readers.read(connection -> PaymentRows.of(connection, code));
  }

  /** Payments that were confirmed since then, oldest first. */
  public List<Payment> confirmedPayments(LocalDateTime since) throws FaultException {
    return readers.read(connection -> PaymentRows.confirmed(connection, since));
  }

  /** Payments that wait to be confirmed, oldest first. */
  public List<Payment> awaitedPayments() throws FaultException {
    return readers.read(PaymentRows::awaited);
  }

  /**
   * The code that {@link Transaction#reserve} would give out now.
   *
   * @throws FaultException with {@link StoreFault.SerialsUsedUp} if there is none
   */
  public DossierCode nextCode(String agency, LocalDate day) throws FaultException {
    int serial =
        readers
            .read(connection -> new SerialRows(connection).next(agency, day))
            .orElseThrow(() -> new FaultException(new StoreFault.SerialsUsedUp()));
    return DossierCode.of(agency, day, serial);
  }

  /** All queue numbers of a day, in the order in which they were taken. */
  public List<Ticket> tickets(LocalDate day) throws FaultException {
    return readers.read(connection -> TicketLedger.of(connection, day));
  }

  /** Whether somebody was asked how satisfied they are with the handling of that dossier. */
  public boolean isRatingAsked(DossierCode code) throws FaultException {
    return readers.read(connection -> RatingLedger.isAsked(connection, code));
  }

  /** What people said on a day. */
  public RatingCounts ratingCounts(LocalDate day) throws FaultException {
    return readers.read(connection -> RatingLedger.counts(connection, day));
  }

  /** The number that {@link FormLedger#take} would give out now. */
  public int nextFormNumber(String site, String form, int year) throws FaultException {
    return readers.read(connection -> FormLedger.next(connection, site, form, year));
  }

  /** The forms that were made for a dossier, the oldest first. */
  public List<IssuedForm> forms(DossierCode code) throws FaultException {
    return readers.read(connection -> FormLedger.of(connection, code));
  }

  /** What is to be printed or was, the newest first; at most {@link #LONGEST_LIST}. */
  public List<PrintRow> prints() throws FaultException {
    return readers.read(PrintRows::all);
  }

  /** What an imported dossier's row said beyond what there are fields for; empty if it is none. */
  public Optional<String> importedRest(DossierCode code) throws FaultException {
    return readers.read(connection -> ImportRows.rest(connection, keys.seals(), code));
  }

  /** Packages that leave the house, as they stand. */
  public PackageLedger packages() {
    return new PackageLedger(this, keys.seals());
  }

  /**
   * Dossiers that were received from the first day to the last, in the order of their reception:
   * what form 07 tells.
   */
  public List<Dossier> receivedBetween(LocalDate from, LocalDate to) throws FaultException {
    return readers.read(connection ->
        Rows.list(
            connection,
            DossierColumns.SELECT + "WHERE received >= ? AND received < ? ORDER BY received, id",
            row -> rows.dossier(connection, row),
            from.toString(),
            to.plusDays(1).toString()));
  }

  /** How many dossiers there are. */
  public long count() throws FaultException {
    return readers.read(connection ->
        Rows.first(connection, "SELECT count(*) FROM dossier", row -> row.getLong(1)).orElse(0L));
  }

  /** Links of the chain after {@code seq} with what they cover, in order; at most {@code most}. */
  public List<ChainedRow> chain(long seq, int most) throws FaultException {
    return readers.read(connection -> ChainReader.after(connection, seq, most));
  }

  /** The last link that a hub has confirmed; 0 if none. */
  public long acknowledged() throws FaultException {
    return readers.read(connection ->
        Rows.first(connection, "SELECT acknowledged FROM site", row -> row.getLong(1)).orElse(0L));
  }

  /**
   * A hub has everything up to {@code seq}; an older number than before changes nothing.
   *
   * @throws IllegalArgumentException if there is no such link
   */
  public void acknowledge(long seq) throws FaultException {
    boolean there =
        readers.read(connection ->
            Rows.first(connection, "SELECT 1 FROM chain WHERE seq = ?", row -> row.getInt(1), seq)
                .isPresent());
    if (!there) {
      throw new IllegalArgumentException("no link " + seq);
    }
    writer.write(connection ->
        Rows.run(connection, "UPDATE site SET acknowledged = max(acknowledged, ?)", seq));
  }

  Keys keys() {
    return keys;
  }

  <T> T ask(Readers.Query<T> query) throws FaultException {
    return readers.read(query);
  }

  /**
   * Moves the log into the database and cuts it to nothing: what was erased stands in neither.
   *
   * @throws FaultException with {@link StoreFault.InUse} if somebody reads an older state all along
   */
  void emptyLog() throws FaultException {
    try (Connection own = connect(folder.database(), false)) {
      int busy = Rows.first(own, "PRAGMA wal_checkpoint(TRUNCATE)", row -> row.getInt(1)).orElse(1);
      if (busy != 0) {
        throw new FaultException(new StoreFault.InUse());
      }
    } catch (SQLException trouble) {
      throw Trouble.of(trouble, folder.root())
          .orElseThrow(() -> new IllegalStateException(trouble));
    }
    Path log = log(folder);
    // SQLite cuts it and does not force that: a power cut would bring back what was erased.
    try (FileChannel channel = FileChannel.open(log, StandardOpenOption.WRITE)) {
      channel.force(true);
    } catch (NoSuchFileException none) {
      // Nothing can come back.
    } catch (IOException trouble) {
      throw Trouble.of(trouble, folder.root());
    }
  }

  private static Path log(DataFolder folder) {
    return folder.database().resolveSibling(DataFolder.DATABASE + "-wal");
  }

  /**
   * A log that is there at the start is that of a process that died. If that was after the disk had
   * failed, the system may show parts of it that are not on the disk. So it was written anew first:
   * else a power cut while it is moved would leave the newest pages in the database, and in the log
   * older ones only, which the next start would put over some of them. Then all of it is moved, and
   * that is forced, before anything is added. If somebody reads (an audit, a backup), it stays.
   */
  private static void settle(Connection connection, DataFolder folder) throws SQLException {
    if (log(folder).toFile().length() > 0) {
      Rows.first(connection, "PRAGMA wal_checkpoint(TRUNCATE)", row -> row.getInt(1));
    }
  }

  /** Removes files that were put for an intake which then failed, unless a dossier names them. */
  public void forget(List<Blob> written) {
    try {
      writer.write(connection -> {
        for (Blob blob : written) {
          boolean named =
              Rows.first(
                      connection,
                      "SELECT 1 FROM blob WHERE sha256 = ?",
                      row -> row.getInt(1),
                      blob.sha256())
                  .isPresent();
          if (!named) {
            blobs.remove(blob);
          }
        }
        return true;
      });
    } catch (FaultException stays) {
      // A file that no row names does no harm.
    }
  }

  /** Finishes what is being written and closes. */
  @Override
  public void close() {
    writer.close();
    closeQuietly(chain);
    readers.close();
    connections.forEach(DossierStore::closeQuietly);
  }

  private static Connection connect(Path database, boolean reading) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.enforceForeignKeys(true);
    config.setBusyTimeout(5000);
    config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
    // Else the driver asks for the last row's number after every insert; nobody wants it.
    config.setGetGeneratedKeys(false);
    Connection connection = config.createConnection("jdbc:sqlite:" + database);
    try (Statement sql = connection.createStatement()) {
      sql.execute("PRAGMA trusted_schema = OFF");
      sql.execute("PRAGMA cache_size = -" + (reading ? READING_CACHE : WRITING_CACHE));
      if (reading) {
        sql.execute("PRAGMA query_only = ON");
      }
      return connection;
    } catch (SQLException trouble) {
      closeQuietly(connection);
      throw trouble;
    }
  }

  private static void check(Connection connection, Path database)
      throws SQLException, FaultException {
    if (database.toFile().length() > CHECKED_WHOLE) {
      return;
    }
    try (Statement sql = connection.createStatement();
        ResultSet answer = sql.executeQuery("PRAGMA quick_check(1)")) {
      if (!answer.next() || !answer.getString(1).equals("ok")) {
        throw new FaultException(new StoreFault.Damaged());
      }
    }
  }

  private static void closeQuietly(AutoCloseable open) {
    try {
      open.close();
    } catch (Exception gone) {
      // Everything that counts was committed.
    }
  }
}
