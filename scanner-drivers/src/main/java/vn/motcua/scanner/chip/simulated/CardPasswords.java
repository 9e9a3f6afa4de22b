package vn.motcua.scanner.chip.simulated;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the card lets somebody in: PACE and BAC, and how many wrong passwords it bears. The count
 * stays when the power goes.
 */
final class CardPasswords {
  private final CardRecipe recipe;
  private final SecureRandom random = new SecureRandom();
  private final CardBac bac;
  private int wrong;
  private @Nullable CardPace pace;
  private @Nullable CardSession agreed;

  CardPasswords(CardRecipe recipe) {
    this.recipe = recipe;
    this.bac = new CardBac(recipe.manners().bac() ? recipe.mrz() : Optional.empty(), random);
  }

  void reset() {
    pace = null;
    agreed = null;
    bac.reset();
  }

  /** The session that the last exchange agreed on, once. */
  Optional<CardSession> takeSession() {
    Optional<CardSession> byBac = bac.takeSession();
    CardSession byPace = agreed;
    agreed = null;
    return byBac.isPresent() ? byBac : Optional.ofNullable(byPace);
  }

  CardReply challenge(Apdu apdu) {
    return bac.challenge(apdu);
  }

  CardReply authenticate(Apdu apdu) throws Refusal {
    if (blocked()) {
      return CardReply.of(Sw.BLOCKED);
    }
    CardReply reply = counted(() -> bac.authenticate(apdu));
    if (reply.status() == Sw.OK) {
      wrong = 0;
    }
    return reply;
  }

  /** MSE:Set AT for PACE. */
  CardReply choose(Map<Integer, byte[]> data) {
    pace = null;
    byte[] oid = data.get(0x80);
    List<PaceOffer> fitting =
        recipe.offers().stream()
            .filter(offer -> oid != null && Arrays.equals(oid, offer.oid()))
            .toList();
    if (fitting.isEmpty()) {
      return CardReply.of(Sw.WRONG_DATA);
    }
    byte[] parameters = data.get(0x84);
    Optional<PaceOffer> offer =
        fitting.stream()
            .filter(o ->
                parameters == null
                    || new BigInteger(1, parameters).equals(BigInteger.valueOf(o.parameterId())))
            .findFirst();
    Optional<byte[]> password = password(data.get(0x83));
    if (password.isEmpty() || offer.isEmpty()) {
      return CardReply.of(Sw.NO_REFERENCE);
    }
    if (blocked()) {
      return CardReply.of(Sw.BLOCKED);
    }
    Optional<BigInteger> chip = recipe.chipKeys().stream().map(ChipKey::secret).findFirst();
    pace = new CardPace(offer.get(), password.get(), chip, random);
    return CardReply.of(Sw.OK);
  }

  private Optional<byte[]> password(byte @Nullable [] reference) {
    if (reference == null || reference.length != 1) {
      return Optional.empty();
    }
    return switch (reference[0]) {
      case 1 -> recipe.mrz().map(key -> Ciphers.sha1(Der.ascii(MrzText.key(key))));
      case 2 -> recipe.can().map(Der::ascii);
      default -> Optional.empty();
    };
  }

  /** GENERAL AUTHENTICATE: the content of its 7C. */
  CardReply step(Map<Integer, byte[]> asked) throws Refusal {
    CardPace run = pace;
    if (run == null) {
      return CardReply.of(Sw.CONDITIONS);
    }
    pace = null;
    byte[] answer = counted(() -> run.step(asked));
    if (run.finished()) {
      agreed = run.session();
      wrong = 0;
    } else {
      pace = run;
    }
    return CardReply.ok(Der.tlv(0x7C, answer));
  }

  private interface Step<T> {
    T run() throws Refusal;
  }

  private <T> T counted(Step<T> step) throws Refusal {
    try {
      return step.run();
    } catch (Refusal refusal) {
      int tries = recipe.manners().tries();
      if (refusal.status() != Sw.NOT_AUTHENTICATED || tries == 0) {
        throw refusal;
      }
      wrong++;
      throw new Refusal(blocked() ? Sw.BLOCKED : 0x63C0 | Math.min(tries - wrong, 0xF));
    }
  }

  private boolean blocked() {
    int tries = recipe.manners().tries();
    return tries > 0 && wrong >= tries;
  }
}
