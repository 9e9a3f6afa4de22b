package vn.motcua.kiosk.store;

import vn.motcua.kiosk.store.seal.MasterKey;
import vn.motcua.kiosk.store.seal.SealedFiles;
import vn.motcua.kiosk.store.seal.SearchTokens;

/**
 * What the key of a data folder is good for.
 *
 * @param lookup hashes secrets and citizen numbers
 * @param seals seals what a dossier says of people
 * @param files seals page files
 * @param tokens hashes the words by which sealed people are found
 */
record Keys(LookupKey lookup, Seals seals, SealedFiles files, SearchTokens tokens) {
  static Keys of(MasterKey master) {
    return new Keys(
        new LookupKey(master),
        new Seals(master),
        new SealedFiles(master),
        new SearchTokens(master));
  }
}
