package vn.motcua.kiosk.store.chain;

import java.util.HexFormat;

/**
 * How far the chain of an installation is.
 *
 * @param site which installation: 16 hexadecimal digits
 * @param seq the number of the last link; 0 if there is none
 * @param count how many links there are
 * @param hash SHA-256 of the last link, 64 hexadecimal digits
 */
public record ChainHead(String site, long seq, long count, String hash) {
  static ChainHead of(String site, long seq, long count, byte[] hash) {
    return new ChainHead(site, seq, count, HexFormat.of().formatHex(hash));
  }
}
