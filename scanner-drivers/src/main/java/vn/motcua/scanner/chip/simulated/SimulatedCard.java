package vn.motcua.scanner.chip.simulated;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Cipher;
import org.bouncycastle.math.ec.ECPoint;
import org.jspecify.annotations.Nullable;
import vn.motcua.scanner.chip.AccessKeys;

/**
 * A citizen card in software: the card's side of ICAO 9303-10 and -11. It offers PACE with CAN and
 * MRZ (ECDH-GM on BrainpoolP256r1, AES-128), BAC, secure messaging of both kinds, and chip
 * authentication when it has a key. {@code SELECT MF} is answered 6D00 and fingerprints 6982, as
 * the Vietnamese card does. Not for use by several threads at once.
 */
public final class SimulatedCard implements VirtualCard {
  private static final byte[] EMRTD = {(byte) 0xA0, 0, 0, 2, 0x47, 0x10, 1};
  private static final byte[] CHIP_AUTHENTICATION = {4, 0, 0x7F, 0, 7, 2, 2, 3, 2, 2};
  private static final int CARD_ACCESS = 0x011C;
  private static final int FINGERPRINTS = 0x0103;

  private static final int OK = 0x9000;
  private static final int END_OF_FILE = 0x6282;
  private static final int WRONG_LENGTH = 0x6700;
  private static final int NOT_ALLOWED = 0x6982;
  private static final int CONDITIONS = 0x6985;
  private static final int WRONG_SM = 0x6988;
  private static final int WRONG_DATA = 0x6A80;
  private static final int NOT_FOUND = 0x6A82;
  private static final int WRONG_P1_P2 = 0x6A86;
  private static final int NO_REFERENCE = 0x6A88;
  private static final int WRONG_OFFSET = 0x6B00;
  private static final int NO_INSTRUCTION = 0x6D00;

  private record Reply(byte[] data, int status) {
    static Reply of(int status) {
      return new Reply(new byte[0], status);
    }
  }

  private final Map<Integer, byte[]> files;
  private final Optional<String> can;
  private final Optional<AccessKeys.MrzKey> mrz;
  private final Optional<BigInteger> chipKey;
  private final SecureRandom random = new SecureRandom();

  private final Set<Integer> asked = ConcurrentHashMap.newKeySet();

  private boolean application;
  private boolean unlocked;
  private int selected;
  private @Nullable CardSession session;
  private @Nullable CardSession upcoming;
  private @Nullable CardPace pace;
  private boolean chipAuthentication;
  private byte[] challenge = {};

  /**
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
    this.files = new TreeMap<>(files);
    this.can = can;
    this.mrz = mrz;
    this.chipKey = chipKey;
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
    application = false;
    unlocked = false;
    selected = 0;
    session = null;
    upcoming = null;
    pace = null;
    chipAuthentication = false;
    challenge = new byte[0];
  }

  /** The file identifiers that anybody tried to select since this card was made. */
  public Set<Integer> asked() {
    return Set.copyOf(asked);
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
      return plain(Reply.of(WRONG_LENGTH));
    }
    Apdu apdu = parsed.get();
    if (!apdu.secured()) {
      // A plain command ends secure messaging (ICAO 9303-11 §9.8.8).
      session = null;
      unlocked = false;
      return plain(safely(apdu));
    }
    CardSession current = session;
    if (current == null) {
      return plain(Reply.of(WRONG_SM));
    }
    Optional<Apdu> open = current.open(apdu);
    if (open.isEmpty()) {
      session = null;
      unlocked = false;
      return plain(Reply.of(WRONG_SM));
    }
    Reply reply = safely(open.get());
    byte[] answer = current.close((apdu.ins() & 1) == 1, reply.data, reply.status);
    CardSession next = upcoming;
    if (next != null) {
      // Chip authentication answers under the old keys and goes on with the new ones.
      session = next;
      upcoming = null;
    }
    return answer;
  }

  private static byte[] plain(Reply reply) {
    return Der.join(reply.data, new byte[] {(byte) (reply.status >> 8), (byte) reply.status});
  }

  private Reply safely(Apdu apdu) {
    try {
      return answer(apdu);
    } catch (CardPace.No no) {
      pace = null;
      return Reply.of(no.status);
    } catch (IllegalArgumentException malformed) {
      pace = null;
      return Reply.of(WRONG_DATA);
    }
  }

  private Reply answer(Apdu apdu) throws CardPace.No {
    return switch (apdu.ins()) {
      case 0xA4 -> select(apdu);
      case 0xB0 -> readBinary(apdu);
      case 0xB1 -> readBinaryOdd(apdu);
      case 0x22 -> manageSecurityEnvironment(apdu);
      case 0x86 -> generalAuthenticate(apdu);
      case 0x84 -> getChallenge(apdu);
      case 0x82 -> externalAuthenticate(apdu);
      default -> Reply.of(NO_INSTRUCTION);
    };
  }

  private Reply select(Apdu apdu) {
    if (apdu.p1() == 0x04) {
      if (!Arrays.equals(apdu.data(), EMRTD)) {
        return Reply.of(NOT_FOUND);
      }
      application = true;
      selected = 0;
      return Reply.of(OK);
    }
    if (apdu.p1() == 0x00) {
      return Reply.of(NO_INSTRUCTION);
    }
    if (apdu.p1() != 0x02 || apdu.data().length != 2) {
      return Reply.of(WRONG_P1_P2);
    }
    int id = ((apdu.data()[0] & 0xFF) << 8) | (apdu.data()[1] & 0xFF);
    return Reply.of(selectFile(id));
  }

  private int selectFile(int id) {
    asked.add(id);
    if (id == FINGERPRINTS && application) {
      return NOT_ALLOWED;
    }
    if (!files.containsKey(id) || (id != CARD_ACCESS && !application)) {
      return NOT_FOUND;
    }
    if (id != CARD_ACCESS && !unlocked) {
      return NOT_ALLOWED;
    }
    selected = id;
    return OK;
  }

  private Reply readBinary(Apdu apdu) {
    int offset;
    if ((apdu.p1() & 0x80) != 0) {
      int status = selectFile(0x0100 | (apdu.p1() & 0x1F));
      if (status != OK) {
        return Reply.of(status);
      }
      offset = apdu.p2();
    } else {
      offset = apdu.p1() << 8 | apdu.p2();
    }
    return slice(offset, apdu.ne());
  }

  private Reply readBinaryOdd(Apdu apdu) {
    byte[] offset = CardTlv.parse(apdu.data()).get(0x54);
    if (offset == null || offset.length > 3) {
      return Reply.of(WRONG_DATA);
    }
    // The answer wraps the data in a DO53 whose tag and length count too (ICAO 9303-10 §3.6.3.2).
    Reply part = slice(new BigInteger(1, offset).intValue(), Math.max(apdu.ne() - 4, 1));
    return part.data.length == 0 ? part : new Reply(Der.tlv(0x53, part.data), part.status);
  }

  private Reply slice(int offset, int ne) {
    byte[] file = files.get(selected);
    if (file == null) {
      return Reply.of(0x6986);
    }
    if (selected != CARD_ACCESS && !unlocked) {
      return Reply.of(NOT_ALLOWED);
    }
    if (ne == 0) {
      return Reply.of(WRONG_LENGTH);
    }
    if (offset >= file.length) {
      return Reply.of(WRONG_OFFSET);
    }
    int end = Math.min(offset + ne, file.length);
    return new Reply(
        Arrays.copyOfRange(file, offset, end), offset + ne > file.length ? END_OF_FILE : OK);
  }

  private Reply manageSecurityEnvironment(Apdu apdu) {
    Map<Integer, byte[]> data = CardTlv.parse(apdu.data());
    byte[] oid = data.get(0x80);
    if (apdu.p2() != 0xA4 || oid == null) {
      return Reply.of(WRONG_P1_P2);
    }
    if (apdu.p1() == 0x41) {
      chipAuthentication =
          session != null && chipKey.isPresent() && Arrays.equals(oid, CHIP_AUTHENTICATION);
      return Reply.of(chipAuthentication ? OK : WRONG_DATA);
    }
    if (apdu.p1() != 0xC1 || !files.containsKey(CARD_ACCESS) || !Arrays.equals(oid, CardPace.OID)) {
      return Reply.of(WRONG_DATA);
    }
    byte[] reference = data.get(0x83);
    Optional<byte[]> password =
        reference == null || reference.length != 1 ? Optional.empty() : password(reference[0]);
    if (password.isEmpty()) {
      return Reply.of(NO_REFERENCE);
    }
    pace = new CardPace(password.get(), random);
    return Reply.of(OK);
  }

  private Optional<byte[]> password(int reference) {
    return switch (reference) {
      case 1 -> mrz.map(key -> Ciphers.sha1(Der.ascii(MrzText.key(key))));
      case 2 -> can.map(Der::ascii);
      default -> Optional.empty();
    };
  }

  private Reply generalAuthenticate(Apdu apdu) throws CardPace.No {
    byte[] asked = CardTlv.parse(apdu.data()).get(0x7C);
    if (asked == null) {
      return Reply.of(WRONG_DATA);
    }
    if (chipAuthentication) {
      return agreeOnNewKeys(CardTlv.parse(asked));
    }
    CardPace run = pace;
    if (run == null) {
      return Reply.of(CONDITIONS);
    }
    byte[] answer = run.step(CardTlv.parse(asked));
    if (run.finished()) {
      session = run.session();
      unlocked = true;
      pace = null;
    }
    return new Reply(Der.tlv(0x7C, answer), OK);
  }

  private Reply agreeOnNewKeys(Map<Integer, byte[]> asked) throws CardPace.No {
    chipAuthentication = false;
    byte[] encoded = asked.get(0x80);
    if (encoded == null) {
      return Reply.of(WRONG_DATA);
    }
    ECPoint shared = CardPace.decode(encoded).multiply(chipKey.orElseThrow()).normalize();
    upcoming = CardSession.aes(CardPace.x(shared));
    return new Reply(Der.tlv(0x7C), OK);
  }

  private Reply getChallenge(Apdu apdu) {
    if (!application || mrz.isEmpty()) {
      return Reply.of(CONDITIONS);
    }
    if (apdu.ne() != 8) {
      return Reply.of(WRONG_LENGTH);
    }
    challenge = new byte[8];
    random.nextBytes(challenge);
    return new Reply(challenge, OK);
  }

  /** Mutual authentication of BAC (ICAO 9303-11 §4.3). */
  private Reply externalAuthenticate(Apdu apdu) {
    if (challenge.length == 0 || mrz.isEmpty()) {
      return Reply.of(CONDITIONS);
    }
    if (apdu.data().length != 40) {
      return Reply.of(WRONG_LENGTH);
    }
    byte[] seed = Arrays.copyOf(Ciphers.sha1(Der.ascii(MrzText.key(mrz.get()))), 16);
    byte[] encryption = Ciphers.derive(seed, 1);
    byte[] authentication = Ciphers.derive(seed, 2);
    byte[] hidden = Arrays.copyOf(apdu.data(), 32);
    byte[] check = Arrays.copyOfRange(apdu.data(), 32, 40);
    byte[] open = Ciphers.tripleDes(Cipher.DECRYPT_MODE, encryption, new byte[8], hidden);
    byte[] theirs = Arrays.copyOf(open, 8);
    boolean good =
        MessageDigest.isEqual(check, Ciphers.retailMac(authentication, Ciphers.pad(hidden, 8)))
            && MessageDigest.isEqual(challenge, Arrays.copyOfRange(open, 8, 16));
    if (!good) {
      challenge = new byte[0];
      return Reply.of(0x6300);
    }
    byte[] key = new byte[16];
    random.nextBytes(key);
    byte[] answer =
        Ciphers.tripleDes(
            Cipher.ENCRYPT_MODE, encryption, new byte[8], Der.join(challenge, theirs, key));
    byte[] shared = new byte[16];
    for (int i = 0; i < 16; i++) {
      shared[i] = (byte) (open[16 + i] ^ key[i]);
    }
    session =
        CardSession.tripleDes(
            shared,
            Der.join(Arrays.copyOfRange(challenge, 4, 8), Arrays.copyOfRange(theirs, 4, 8)));
    unlocked = true;
    byte[] reply = Der.join(answer, Ciphers.retailMac(authentication, Ciphers.pad(answer, 8)));
    challenge = new byte[0];
    return new Reply(reply, OK);
  }
}
