package vn.motcua.scanner.chip.simulated;

import java.util.List;
import java.util.Optional;

/** The sets of security infos that files of a card hold (ICAO 9303-11 §9.2). */
final class SecurityInfos {
  /** TerminalAuthenticationInfo version 1, as citizen cards carry it. */
  private static final byte[] TERMINAL =
      Der.tlv(0x30, Der.oid("0.4.0.127.0.7.2.2.2"), Der.integer(1));

  private SecurityInfos() {}

  /** EF.CardAccess. */
  static byte[] cardAccess(List<PaceOffer> offers, List<ChipKey> keys) {
    byte[] infos = TERMINAL;
    for (ChipKey key : keys) {
      infos = Der.join(infos, key.protocolInfos());
    }
    return Der.tlv(0x31, infos, paceInfos(offers));
  }

  /** What EF.CardSecurity signs. */
  static byte[] cardSecurity(List<PaceOffer> offers, List<ChipKey> keys) {
    byte[] infos = paceInfos(offers);
    for (ChipKey key : keys) {
      infos = Der.join(infos, key.protocolInfos(), key.publicInfo());
    }
    return Der.tlv(0x31, infos);
  }

  private static byte[] paceInfos(List<PaceOffer> offers) {
    byte[] infos = new byte[0];
    for (PaceOffer offer : offers) {
      infos =
          Der.join(
              infos,
              Der.tlv(
                  0x30,
                  Der.tlv(0x06, offer.oid()),
                  Der.integer(2),
                  Der.integer(offer.parameterId())));
    }
    return infos;
  }

  /** DG14, if there is anything to say in it. */
  static Optional<byte[]> dg14(List<ChipKey> keys, Optional<ActiveKey> active) {
    byte[] infos = new byte[0];
    for (ChipKey key : keys) {
      infos = Der.join(infos, key.protocolInfos(), key.publicInfo());
    }
    infos = Der.join(infos, active.flatMap(ActiveKey::info).orElse(new byte[0]));
    return infos.length == 0 ? Optional.empty() : Optional.of(Der.tlv(0x6E, Der.tlv(0x31, infos)));
  }
}
