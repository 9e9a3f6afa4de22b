package vn.motcua.scanner.chip.simulated;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Chip authentication on the card's side (ICAO 9303-11 §6.2.4): by MSE:Set KAT alone for triple
 * DES, by MSE:Set AT and GENERAL AUTHENTICATE for every cipher.
 */
final class CardChipProof {
  private record Choice(ChipKey key, ChipCipher cipher) {}

  private final List<ChipKey> keys;
  private @Nullable Choice chosen;
  private @Nullable CardSession agreed;

  CardChipProof(List<ChipKey> keys) {
    this.keys = List.copyOf(keys);
  }

  void reset() {
    chosen = null;
    agreed = null;
  }

  /** Whether GENERAL AUTHENTICATE belongs to it now. */
  boolean underWay() {
    return chosen != null;
  }

  /** The session that the last exchange agreed on, once. */
  Optional<CardSession> takeSession() {
    CardSession session = agreed;
    agreed = null;
    return Optional.ofNullable(session);
  }

  /** MSE:Set AT. */
  CardReply choose(Map<Integer, byte[]> data) {
    chosen = null;
    byte[] oid = data.get(0x80);
    if (oid == null) {
      return CardReply.of(Sw.WRONG_DATA);
    }
    boolean known = false;
    for (ChipKey key : keys) {
      Optional<ChipCipher> cipher = key.cipher(oid);
      known |= cipher.isPresent();
      if (cipher.isPresent() && isMeant(key, data.get(0x84))) {
        chosen = new Choice(key, cipher.get());
        return CardReply.of(Sw.OK);
      }
    }
    return CardReply.of(known ? Sw.NO_REFERENCE : Sw.WRONG_DATA);
  }

  /** GENERAL AUTHENTICATE: the content of its 7C. */
  CardReply agree(Map<Integer, byte[]> asked) {
    Choice choice = chosen;
    chosen = null;
    byte[] theirs = asked.get(0x80);
    if (choice == null || theirs == null) {
      return CardReply.of(Sw.WRONG_DATA);
    }
    agreed = session(choice, theirs);
    return CardReply.ok(Der.tlv(0x7C));
  }

  /** MSE:Set KAT. */
  CardReply keyAgreementTemplate(Map<Integer, byte[]> data) {
    byte[] theirs = data.get(0x91);
    Optional<ChipKey> key =
        keys.stream()
            .filter(ChipKey::takesTripleDes)
            .filter(k -> isMeant(k, data.get(0x84)))
            .findFirst();
    if (theirs == null || key.isEmpty()) {
      return CardReply.of(theirs == null ? Sw.WRONG_DATA : Sw.NO_REFERENCE);
    }
    agreed = session(new Choice(key.get(), ChipCipher.TRIPLE_DES), theirs);
    return CardReply.of(Sw.OK);
  }

  private static CardSession session(Choice choice, byte[] theirs) {
    return CardSession.of(choice.cipher, choice.key.domain().agree(choice.key.secret(), theirs));
  }

  /** A terminal need not name the key where there is no doubt, and leading zeroes do not count. */
  private static boolean isMeant(ChipKey key, byte @Nullable [] reference) {
    return reference == null
        || (key.id().isPresent()
            && new BigInteger(1, reference).equals(BigInteger.valueOf(key.id().getAsInt())));
  }
}
