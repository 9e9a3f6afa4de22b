package vn.motcua.scanner.chip.simulated;

/**
 * In what cards differ although all of them are allowed to.
 *
 * @param noShortFileId what READ BINARY with a short file identifier answers, 0 if it works
 * @param shortOnly refuses extended APDUs with 6700
 * @param largest most bytes of data in one answer to READ BINARY
 * @param end what reading past the end answers
 * @param masterFile whether SELECT of the master file works; else 6D00
 * @param fingerprints what selecting DG3 answers
 * @param tries wrong passwords until the card is blocked; 0 for no limit
 * @param bac whether basic access control works
 * @param open whether everything can be read without any key
 */
record CardManners(
    int noShortFileId,
    boolean shortOnly,
    int largest,
    EndOfFile end,
    boolean masterFile,
    int fingerprints,
    int tries,
    boolean bac,
    boolean open) {
  /** As the Vietnamese card is known to behave. */
  static final CardManners USUAL =
      new CardManners(0, false, 65_536, EndOfFile.WARNS, false, Sw.NOT_ALLOWED, 0, true, false);

  CardManners withNoShortFileId(int status) {
    return new CardManners(
        status, shortOnly, largest, end, masterFile, fingerprints, tries, bac, open);
  }

  CardManners withShortOnly() {
    return new CardManners(
        noShortFileId, true, largest, end, masterFile, fingerprints, tries, bac, open);
  }

  CardManners withLargest(int bytes) {
    return new CardManners(
        noShortFileId, shortOnly, bytes, end, masterFile, fingerprints, tries, bac, open);
  }

  CardManners withEnd(EndOfFile other) {
    return new CardManners(
        noShortFileId, shortOnly, largest, other, masterFile, fingerprints, tries, bac, open);
  }

  CardManners withMasterFile() {
    return new CardManners(
        noShortFileId, shortOnly, largest, end, true, fingerprints, tries, bac, open);
  }

  CardManners withFingerprints(int status) {
    return new CardManners(
        noShortFileId, shortOnly, largest, end, masterFile, status, tries, bac, open);
  }

  CardManners withTries(int most) {
    return new CardManners(
        noShortFileId, shortOnly, largest, end, masterFile, fingerprints, most, bac, open);
  }

  CardManners withoutBac() {
    return new CardManners(
        noShortFileId, shortOnly, largest, end, masterFile, fingerprints, tries, false, open);
  }

  CardManners withEverythingOpen() {
    return new CardManners(
        noShortFileId, shortOnly, largest, end, masterFile, fingerprints, tries, bac, true);
  }
}
