package vn.motcua.kiosk.store;

/**
 * Where an imported dossier came from.
 *
 * @param file SHA-256 of the file, 64 hexadecimal digits
 * @param line where its row begins, from 1
 * @param row all that the row says, in one text; only its keyed hash is kept
 * @param rest what no column here is for; kept sealed
 */
public record ImportOrigin(String file, long line, String row, String rest) {
  /** Never the row: it names people. */
  @Override
  public String toString() {
    return "ImportOrigin[line " + line + "]";
  }
}
