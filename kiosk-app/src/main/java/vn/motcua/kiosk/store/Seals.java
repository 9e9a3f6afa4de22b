package vn.motcua.kiosk.store;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.kiosk.dossier.DossierCode;
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
  private static final JsonMapper JSON = JsonMapper.builder().build();

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

  byte[] seal(Party party, DossierCode dossier, String role) {
    ObjectNode all = JSON.createObjectNode();
    party.number().ifPresent(number -> all.put("number", number));
    all.put("name", party.name());
    party.birth().ifPresent(birth -> all.put("birth", birth.toString()));
    party.female().ifPresent(female -> all.put("female", female));
    all.put("address", party.address());
    all.put("phone", party.phone());
    return seal(JSON.writeValueAsString(all), dossier, role);
  }

  Party party(byte[] sealed, DossierCode dossier, String role) throws SQLException {
    if (Tombstone.is(sealed)) {
      return ERASED;
    }
    String text = open(sealed, dossier, role);
    try {
      JsonNode all = JSON.readTree(text);
      return new Party(
          text(all, "number"),
          text(all, "name").orElseThrow(),
          text(all, "birth").map(LocalDate::parse),
          all.has("female") ? Optional.of(all.get("female").booleanValue()) : Optional.empty(),
          text(all, "address").orElse(""),
          text(all, "phone").orElse(""));
    } catch (JacksonException strange) {
      throw new SQLException("a party that cannot be read", "", CORRUPT);
    }
  }

  private static Optional<String> text(JsonNode all, String name) {
    return all.has(name) ? Optional.of(all.get(name).stringValue()) : Optional.empty();
  }

  private static String place(DossierCode dossier, String column) {
    return dossier.value() + "|" + column;
  }
}
