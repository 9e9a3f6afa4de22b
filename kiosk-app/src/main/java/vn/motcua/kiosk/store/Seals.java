package vn.motcua.kiosk.store;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.dossier.DraftCode;
import vn.motcua.kiosk.dossier.Party;
import vn.motcua.kiosk.store.chain.Tombstone;
import vn.motcua.kiosk.store.seal.BrokenSealException;
import vn.motcua.kiosk.store.seal.MasterKey;
import vn.motcua.kiosk.store.seal.Sealer;

/**
 * Seals what a dossier says of people, each value for its own dossier and column. A seal that does
 * not open is damage of the database.
 */
final class Seals {
  /** Unit separator (ASCII 1F): stands in nobody's name. Later fields are put behind the others. */
  private static final String SEPARATOR = "\u001f";

  private static final int FIELDS = 6;
  private static final String DRAFT = "|draft";

  /** SQLITE_CORRUPT. */
  private static final int CORRUPT = 11;

  /** Who a person was is not known any more. */
  private static final Party ERASED =
      new Party(Optional.empty(), "(đã xóa)", Optional.empty(), Optional.empty(), "", "");

  private final Sealer sealer;

  Seals(MasterKey master) {
    sealer = new Sealer(master);
  }

  byte[] seal(String plain, DossierCode dossier, String column) {
    return sealer.seal(plain, place(dossier, column));
  }

  /** What was sealed; nothing if it was erased. */
  String open(byte[] sealed, DossierCode dossier, String column) throws SQLException {
    if (Tombstone.is(sealed)) {
      return "";
    }
    try {
      return sealer.open(sealed, place(dossier, column));
    } catch (BrokenSealException broken) {
      throw new SQLException(column + ": " + broken.getMessage(), "", CORRUPT, broken);
    }
  }

  /** A code that is not known from elsewhere: its seal has no dossier for its place. */
  byte[] sealCode(DossierCode code, String column) {
    return sealer.seal(code.value(), column);
  }

  DossierCode openCode(byte[] sealed, String column) throws SQLException {
    try {
      return new DossierCode(sealer.open(sealed, column));
    } catch (BrokenSealException broken) {
      throw new SQLException(column + ": " + broken.getMessage(), "", CORRUPT, broken);
    }
  }

  /** What a citizen prepared: only its own code opens it. */
  byte[] sealDraft(String plain, DraftCode code) {
    return sealer.seal(plain, code.value() + DRAFT);
  }

  String openDraft(byte[] sealed, DraftCode code) throws SQLException {
    try {
      return sealer.open(sealed, code.value() + DRAFT);
    } catch (BrokenSealException broken) {
      throw new SQLException("draft: " + broken.getMessage(), "", CORRUPT, broken);
    }
  }

  byte[] seal(Party party, DossierCode dossier, String role) {
    String sex = party.female().map(female -> female ? "F" : "M").orElse("");
    String text =
        String.join(
            SEPARATOR,
            party.number().orElse(""),
            plain(party.name()),
            party.birth().map(LocalDate::toString).orElse(""),
            sex,
            plain(party.address()),
            plain(party.phone()));
    return seal(text, dossier, role);
  }

  Party party(byte[] sealed, DossierCode dossier, String role) throws SQLException {
    if (Tombstone.is(sealed)) {
      return ERASED;
    }
    String[] fields = open(sealed, dossier, role).split(SEPARATOR, -1);
    if (fields.length < FIELDS) {
      throw new SQLException("a party that cannot be read", "", CORRUPT);
    }
    return new Party(
        known(fields[0]),
        fields[1],
        known(fields[2]).map(LocalDate::parse),
        known(fields[3]).map("F"::equals),
        fields[4],
        fields[5]);
  }

  private static Optional<String> known(String field) {
    return field.isEmpty() ? Optional.empty() : Optional.of(field);
  }

  private static String plain(String text) {
    return text.replace(SEPARATOR, " ");
  }

  private static String place(DossierCode dossier, String column) {
    return dossier.value() + "|" + column;
  }
}
