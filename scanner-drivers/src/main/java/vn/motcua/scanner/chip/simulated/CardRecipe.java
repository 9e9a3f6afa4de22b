package vn.motcua.scanner.chip.simulated;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.motcua.scanner.chip.AccessKeys;

/**
 * Everything that makes a card what it is.
 *
 * @param files of the application, and EF.CardAccess, by identifier
 * @param cardSecurity EF.CardSecurity, empty for none
 * @param can empty if the card takes none
 * @param mrz empty if the card takes none
 * @param offers the variants of PACE that work
 * @param chipKeys for chip authentication
 * @param activeKey for Active Authentication
 * @param manners in what cards differ
 */
record CardRecipe(
    Map<Integer, byte[]> files,
    byte[] cardSecurity,
    Optional<String> can,
    Optional<AccessKeys.MrzKey> mrz,
    List<PaceOffer> offers,
    List<ChipKey> chipKeys,
    Optional<ActiveKey> activeKey,
    CardManners manners) {
  CardRecipe {
    files = Map.copyOf(files);
    offers = List.copyOf(offers);
    chipKeys = List.copyOf(chipKeys);
  }

  CardRecipe withFiles(Map<Integer, byte[]> others) {
    return new CardRecipe(others, cardSecurity, can, mrz, offers, chipKeys, activeKey, manners);
  }
}
