package vn.motcua.kiosk.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.motcua.kiosk.dossier.DraftCode;
import vn.motcua.kiosk.store.seal.BrokenSealException;
import vn.motcua.scanner.FaultException;

/**
 * What citizens prepared and have not handed in: sealed, found by a keyed hash of its code, gone
 * for good once it is taken or has expired (the database overwrites what it deletes).
 */
public final class Drafts {
  /** SQLITE_CORRUPT. */
  private static final int CORRUPT = 11;

  /** All of one length, so that they compare as they follow each other. */
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);

  private final DossierStore store;
  private final Keys keys;

  public Drafts(DossierStore store) {
    this.store = store;
    keys = store.keys();
  }

  /**
   * What is kept of one draft.
   *
   * @param text all that was said, to be sealed
   * @param pages its pages as the desk encodes them, to be sealed
   */
  public record Kept(String text, List<byte[]> pages) {
    public Kept {
      pages = List.copyOf(pages);
    }

    /** Never the text: it names people. */
    @Override
    public String toString() {
      return "Kept[" + pages.size() + " pages]";
    }
  }

  /**
   * Keeps a draft, in one transaction.
   *
   * @param expires from then on it is as if it had never been
   * @return whether the code was free
   */
  public boolean put(DraftCode code, Kept kept, LocalDateTime created, LocalDateTime expires)
      throws FaultException {
    byte[] mac = keys.lookup().of(code);
    List<byte[]> pages = new ArrayList<>();
    for (byte[] page : kept.pages()) {
      pages.add(seal(code, page));
    }
    return store.write(transaction -> {
      Connection connection = transaction.connection();
      try {
        int made =
            Rows.run(
                connection,
                "INSERT INTO draft (code_mac, sealed, created, expires) VALUES (?, ?, ?, ?)"
                    + " ON CONFLICT DO NOTHING",
                mac,
                keys.seals().sealDraft(kept.text(), code),
                moment(created),
                moment(expires));
        for (int i = 0; made == 1 && i < pages.size(); i++) {
          Rows.run(
              connection,
              "INSERT INTO draft_page (code_mac, position, sealed) VALUES (?, ?, ?)",
              mac,
              i + 1,
              pages.get(i));
        }
        return made == 1;
      } catch (SQLException trouble) {
        throw new SqlTrouble(trouble);
      }
    });
  }

  /** The draft of that code, if it is there and holds at {@code now}. It stays where it is. */
  public Optional<Kept> find(DraftCode code, LocalDateTime now) throws FaultException {
    byte[] mac = keys.lookup().of(code);
    return store.ask(connection -> {
      Optional<byte[]> sealed =
          Rows.first(
              connection,
              "SELECT sealed FROM draft WHERE code_mac = ? AND expires > ?",
              row -> row.getBytes(1),
              mac,
              moment(now));
      if (sealed.isEmpty()) {
        return Optional.empty();
      }
      List<byte[]> pages = new ArrayList<>();
      for (byte[] page :
          Rows.list(
              connection,
              "SELECT sealed FROM draft_page WHERE code_mac = ? ORDER BY position",
              row -> row.getBytes(1),
              mac)) {
        pages.add(open(code, page));
      }
      return Optional.of(new Kept(keys.seals().openDraft(sealed.get(), code), pages));
    });
  }

  /**
   * Takes it away with its pages.
   *
   * @return whether it was there still: of two who take it one gets it
   */
  public boolean remove(DraftCode code, LocalDateTime now) throws FaultException {
    byte[] mac = keys.lookup().of(code);
    return store.write(transaction -> {
      try {
        return Rows.run(
                transaction.connection(),
                "DELETE FROM draft WHERE code_mac = ? AND expires > ?",
                mac,
                moment(now))
            == 1;
      } catch (SQLException trouble) {
        throw new SqlTrouble(trouble);
      }
    });
  }

  /** Erases what has expired, with its pages; gives how many. */
  public int forgetExpired(LocalDateTime now) throws FaultException {
    boolean any =
        store.ask(connection ->
            Rows.first(
                    connection,
                    "SELECT 1 FROM draft WHERE expires <= ? LIMIT 1",
                    row -> row.getInt(1),
                    moment(now))
                .isPresent());
    if (!any) {
      return 0;
    }
    return store.write(transaction -> {
      try {
        return Rows.run(
            transaction.connection(), "DELETE FROM draft WHERE expires <= ?", moment(now));
      } catch (SQLException trouble) {
        throw new SqlTrouble(trouble);
      }
    });
  }

  /** How many drafts are kept, expired ones included. */
  public long count() throws FaultException {
    return store.ask(connection ->
        Rows.first(connection, "SELECT count(*) FROM draft", row -> row.getLong(1)).orElse(0L));
  }

  private byte[] seal(DraftCode code, byte[] page) {
    ByteArrayOutputStream sealed = new ByteArrayOutputStream(page.length + 256);
    try {
      keys.files().seal(new ByteArrayInputStream(page), sealed, place(code));
    } catch (IOException impossible) {
      throw new IllegalStateException("memory does not fail so", impossible);
    }
    return sealed.toByteArray();
  }

  private byte[] open(DraftCode code, byte[] sealed) throws SQLException {
    ByteArrayOutputStream page = new ByteArrayOutputStream(sealed.length);
    try {
      keys.files().open(new ByteArrayInputStream(sealed), page, place(code));
    } catch (BrokenSealException broken) {
      throw new SQLException("draft page: " + broken.getMessage(), "", CORRUPT, broken);
    } catch (IOException impossible) {
      throw new IllegalStateException("memory does not fail so", impossible);
    }
    return page.toByteArray();
  }

  private static String place(DraftCode code) {
    return code.value() + "|draft page";
  }

  private static String moment(LocalDateTime at) {
    return MOMENT.format(at);
  }
}
