package vn.motcua.scanner.chip.simulated;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.motcua.scanner.chip.AccessKeys;

/**
 * A citizen card in software: the card's side of ICAO 9303-10 and -11 with PACE, BAC, secure
 * messaging, chip authentication and Active Authentication, as far as its {@link CardBuilder} gave
 * them to it. {@code SELECT MF} is answered 6D00 and fingerprints 6982 unless told otherwise, as
 * the Vietnamese card does. It never throws, whatever it is sent. Not for use by several threads at
 * once.
 */
public final class SimulatedCard implements VirtualCard {
  private static final byte[] NOTHING = {};

  /** What a misbehaving card makes of an answer before secure messaging protects it. */
  interface Inside {
    CardReply changed(Apdu command, CardReply genuine);
  }

  private final CardRecipe recipe;
  private final CardFiles files;
  private final CardPasswords passwords;
  private final CardChipProof chipProof;
  private final Inside inside;
  private final SecureRandom random = new SecureRandom();

  private boolean unlocked;
  private byte[] rest = NOTHING;
  private @Nullable CardSession session;

  /**
   * The usual card around these files: PACE as {@link PaceOffer#USUAL}, BAC, chip authentication on
   * brainpoolP256r1 with AES-128.
   *
   * @param files file identifier → content; without 011C the card offers no PACE
   * @param can the card access number, if it takes one
   * @param mrz the data that open it by PACE or BAC, if it takes them
   * @param chipKey private key on BrainpoolP256r1 that belongs to DG14, if there is one
   */
  public SimulatedCard(
      Map<Integer, byte[]> files,
      Optional<String> can,
      Optional<AccessKeys.MrzKey> mrz,
      Optional<BigInteger> chipKey) {
    this(
        new CardRecipe(
            files,
            NOTHING,
            can,
            mrz,
            files.containsKey(CardFiles.CARD_ACCESS) ? List.of(PaceOffer.USUAL) : List.of(),
            chipKey.map(ChipKey::of).stream().toList(),
            Optional.empty(),
            CardManners.USUAL),
        (command, genuine) -> genuine);
  }

  SimulatedCard(CardRecipe recipe, Inside inside) {
    this.recipe = recipe;
    this.inside = inside;
    files = new CardFiles(recipe.files(), recipe.cardSecurity(), recipe.manners());
    passwords = new CardPasswords(recipe);
    chipProof = new CardChipProof(recipe.chipKeys());
    reset();
  }

  /** A card from the beginning. */
  public static CardBuilder builder() {
    return new CardBuilder();
  }

  CardRecipe recipe() {
    return recipe;
  }

  /** The answer to reset: T=1, contactless, as PC/SC part 3 §3.1.3.2.3 composes it. */
  @Override
  public byte[] atr() {
    byte[] atr = {0x3B, (byte) 0x88, (byte) 0x80, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0};
    byte check = 0;
    for (int i = 1; i < atr.length - 1; i++) {
      check ^= atr[i];
    }
    atr[atr.length - 1] = check;
    return atr;
  }

  /** Power off and on: nothing is selected, nothing is open. */
  @Override
  public void reset() {
    files.reset();
    passwords.reset();
    chipProof.reset();
    rest = NOTHING;
    session = null;
    unlocked = recipe.manners().open();
  }

  /** The file identifiers that anybody tried to select since this card was made. */
  public Set<Integer> asked() {
    return files.asked();
  }

  /**
   * Answers one command.
   *
   * @param command a short or extended command APDU
   * @return data and two status bytes
   */
  @Override
  public byte[] process(byte[] command) {
    Optional<Apdu> parsed = Apdu.parse(command);
    if (parsed.isEmpty()) {
      return CardReply.of(Sw.WRONG_LENGTH).plain();
    }
    Apdu apdu = parsed.get();
    if (apdu.extended() && recipe.manners().shortOnly()) {
      return CardReply.of(Sw.WRONG_LENGTH).plain();
    }
    return apdu.secured() ? secured(apdu) : plain(apdu);
  }

  private byte[] plain(Apdu apdu) {
    // A plain command ends secure messaging (ICAO 9303-11 §9.8.8).
    end();
    CardReply reply = safely(apdu, 65_536);
    passwords.takeSession().ifPresent(this::begin);
    return reply.plain();
  }

  private byte[] secured(Apdu apdu) {
    CardSession current = session;
    if (current == null) {
      return CardReply.of(Sw.WRONG_SM).plain();
    }
    Optional<Apdu> open = current.open(apdu);
    if (open.isEmpty()) {
      end();
      return CardReply.of(Sw.WRONG_SM).plain();
    }
    CardReply reply = safely(open.get(), apdu.ne() == 0 ? 65_536 : current.room(apdu.ne()));
    byte[] answer = current.close((apdu.ins() & 1) == 1, reply.data(), reply.status());
    // The answer still goes under the old keys, everything after it under the new ones.
    passwords.takeSession().ifPresent(this::begin);
    chipProof.takeSession().ifPresent(next -> session = next);
    return answer;
  }

  private void begin(CardSession agreed) {
    session = agreed;
    unlocked = true;
  }

  private void end() {
    session = null;
    chipProof.reset();
    unlocked = recipe.manners().open();
  }

  private CardReply safely(Apdu apdu, int room) {
    CardReply genuine;
    try {
      genuine = answer(apdu, room);
    } catch (Refusal refusal) {
      genuine = CardReply.of(refusal.status());
    } catch (IllegalArgumentException | ArithmeticException malformed) {
      genuine = CardReply.of(Sw.WRONG_DATA);
    }
    try {
      return inside.changed(apdu, genuine);
    } catch (IllegalArgumentException malformed) {
      return CardReply.of(Sw.WRONG_DATA);
    }
  }

  private CardReply answer(Apdu apdu, int room) throws Refusal {
    if (apdu.ins() != 0xC0) {
      rest = NOTHING;
    }
    return switch (apdu.ins()) {
      case 0xA4 -> files.select(apdu, unlocked);
      case 0xB0 -> files.read(apdu, unlocked, room);
      case 0xB1 -> files.readFar(apdu, unlocked, room);
      case 0x22 -> manageSecurityEnvironment(apdu);
      case 0x86 -> generalAuthenticate(apdu);
      case 0x84 -> files.application() ? passwords.challenge(apdu) : CardReply.of(Sw.CONDITIONS);
      case 0x82 -> passwords.authenticate(apdu);
      case 0x88 -> internalAuthenticate(apdu, room);
      case 0xC0 -> chained(rest, Math.min(room, Math.max(apdu.ne(), 1)));
      default -> CardReply.of(Sw.NO_INSTRUCTION);
    };
  }

  private CardReply manageSecurityEnvironment(Apdu apdu) {
    Map<Integer, byte[]> data = CardTlv.parse(apdu.data());
    if (apdu.p1() == 0xC1 && apdu.p2() == 0xA4) {
      return passwords.choose(data);
    }
    if (apdu.p1() != 0x41 || (apdu.p2() != 0xA4 && apdu.p2() != 0xA6)) {
      return CardReply.of(Sw.WRONG_P1_P2);
    }
    if (session == null) {
      return CardReply.of(Sw.NOT_ALLOWED);
    }
    return apdu.p2() == 0xA4 ? chipProof.choose(data) : chipProof.keyAgreementTemplate(data);
  }

  private CardReply generalAuthenticate(Apdu apdu) throws Refusal {
    byte[] asked = CardTlv.parse(apdu.data()).get(0x7C);
    if (asked == null) {
      return CardReply.of(Sw.WRONG_DATA);
    }
    Map<Integer, byte[]> objects = CardTlv.parse(asked);
    return chipProof.underWay() ? chipProof.agree(objects) : passwords.step(objects);
  }

  /** Active Authentication (ICAO 9303-11 §6.1): the challenge has eight bytes. */
  private CardReply internalAuthenticate(Apdu apdu, int room) {
    if (recipe.activeKey().isEmpty()) {
      return CardReply.of(Sw.NO_INSTRUCTION);
    }
    if (!unlocked || !files.application()) {
      return CardReply.of(Sw.NOT_ALLOWED);
    }
    if (apdu.data().length != 8 || apdu.ne() == 0) {
      return CardReply.of(Sw.WRONG_LENGTH);
    }
    byte[] signature = recipe.activeKey().get().sign(apdu.data(), random);
    return chained(signature, Math.min(room, apdu.ne()));
  }

  /** As much as fits; 61xx and GET RESPONSE give the rest (ISO/IEC 7816-4 §5.3.4). */
  private CardReply chained(byte[] data, int room) {
    if (data.length == 0) {
      return CardReply.of(Sw.CONDITIONS);
    }
    int given = Math.min(data.length, room);
    rest = java.util.Arrays.copyOfRange(data, given, data.length);
    int status = rest.length == 0 ? Sw.OK : 0x6100 | (rest.length > 0xFF ? 0 : rest.length);
    return new CardReply(java.util.Arrays.copyOf(data, given), status);
  }
}
