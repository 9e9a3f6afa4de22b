package vn.motcua.scanner.chip.simulated;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import org.jspecify.annotations.Nullable;
import vn.motcua.scanner.chip.AccessKeys;

/** Basic access control on the card's side (ICAO 9303-11 §4.3). */
final class CardBac {
  private final Optional<AccessKeys.MrzKey> mrz;
  private final SecureRandom random;
  private byte[] challenge = {};
  private @Nullable CardSession agreed;

  /**
   * @param mrz empty for a card without it
   */
  CardBac(Optional<AccessKeys.MrzKey> mrz, SecureRandom random) {
    this.mrz = mrz;
    this.random = random;
  }

  void reset() {
    challenge = new byte[0];
    agreed = null;
  }

  /** The session that the last exchange agreed on, once. */
  Optional<CardSession> takeSession() {
    CardSession session = agreed;
    agreed = null;
    return Optional.ofNullable(session);
  }

  CardReply challenge(Apdu apdu) {
    if (mrz.isEmpty()) {
      return CardReply.of(Sw.CONDITIONS);
    }
    if (apdu.ne() != 8) {
      return CardReply.of(Sw.WRONG_LENGTH);
    }
    challenge = new byte[8];
    random.nextBytes(challenge);
    return CardReply.ok(challenge);
  }

  CardReply authenticate(Apdu apdu) throws Refusal {
    if (challenge.length == 0 || mrz.isEmpty()) {
      return CardReply.of(Sw.CONDITIONS);
    }
    if (apdu.data().length != 40) {
      return CardReply.of(Sw.WRONG_LENGTH);
    }
    byte[] seed = Arrays.copyOf(Ciphers.sha1(Der.ascii(MrzText.key(mrz.get()))), 16);
    byte[] encryption = ChipCipher.TRIPLE_DES.derive(seed, 1);
    byte[] authentication = ChipCipher.TRIPLE_DES.derive(seed, 2);
    byte[] hidden = Arrays.copyOf(apdu.data(), 32);
    byte[] check = Arrays.copyOfRange(apdu.data(), 32, 40);
    byte[] open = Ciphers.tripleDes(Cipher.DECRYPT_MODE, encryption, new byte[8], hidden);
    byte[] theirs = Arrays.copyOf(open, 8);
    byte[] mine = challenge;
    challenge = new byte[0];
    if (!MessageDigest.isEqual(check, ChipCipher.TRIPLE_DES.mac(authentication, hidden))
        || !MessageDigest.isEqual(mine, Arrays.copyOfRange(open, 8, 16))) {
      throw new Refusal(Sw.NOT_AUTHENTICATED);
    }
    byte[] key = new byte[16];
    random.nextBytes(key);
    byte[] answer =
        Ciphers.tripleDes(
            Cipher.ENCRYPT_MODE, encryption, new byte[8], Der.join(mine, theirs, key));
    byte[] shared = new byte[16];
    for (int i = 0; i < 16; i++) {
      shared[i] = (byte) (open[16 + i] ^ key[i]);
    }
    agreed =
        CardSession.ofBac(
            shared, Der.join(Arrays.copyOfRange(mine, 4, 8), Arrays.copyOfRange(theirs, 4, 8)));
    return CardReply.ok(Der.join(answer, ChipCipher.TRIPLE_DES.mac(authentication, answer)));
  }
}
