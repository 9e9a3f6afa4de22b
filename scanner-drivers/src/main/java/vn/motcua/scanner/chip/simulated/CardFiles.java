package vn.motcua.scanner.chip.simulated;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The files of a card: selecting and reading (ICAO 9303-10 §3.6). EF.CardAccess and EF.CardSecurity
 * stand under the master file and are free; everything else belongs to the application and wants
 * the card to be open.
 */
final class CardFiles {
  static final int CARD_ACCESS = 0x011C;
  static final int CARD_SECURITY = 0x011D;
  static final int FINGERPRINTS = 0x0103;

  private static final byte[] EMRTD = {(byte) 0xA0, 0, 0, 2, 0x47, 0x10, 1};
  private static final int MASTER_FILE = 0x3F00;

  private final Map<Integer, byte[]> master = new TreeMap<>();
  private final Map<Integer, byte[]> files;
  private final CardManners manners;
  private final Set<Integer> asked = ConcurrentHashMap.newKeySet();

  private boolean application;
  private byte @Nullable [] selected;
  private boolean selectedIsFree;

  /**
   * @param files of the application, and EF.CardAccess, by identifier
   * @param cardSecurity EF.CardSecurity, empty for none
   */
  CardFiles(Map<Integer, byte[]> files, byte[] cardSecurity, CardManners manners) {
    this.files = new TreeMap<>(files);
    byte[] access = files.get(CARD_ACCESS);
    if (access != null) {
      master.put(CARD_ACCESS, access);
    }
    if (cardSecurity.length > 0) {
      master.put(CARD_SECURITY, cardSecurity);
    }
    this.manners = manners;
  }

  void reset() {
    application = false;
    selected = null;
    selectedIsFree = false;
  }

  Set<Integer> asked() {
    return Set.copyOf(asked);
  }

  boolean application() {
    return application;
  }

  CardReply select(Apdu apdu, boolean unlocked) {
    byte[] data = apdu.data();
    if (apdu.p1() == 0x04) {
      if (!Arrays.equals(data, EMRTD)) {
        return CardReply.of(Sw.NOT_FOUND);
      }
      reset();
      application = true;
      return CardReply.of(Sw.OK);
    }
    if (apdu.p1() == 0x00) {
      return CardReply.of(selectMaster(data));
    }
    if (apdu.p1() != 0x02 || data.length != 2) {
      return CardReply.of(Sw.WRONG_P1_P2);
    }
    return CardReply.of(selectFile(((data[0] & 0xFF) << 8) | (data[1] & 0xFF), unlocked));
  }

  private int selectMaster(byte[] data) {
    if (!manners.masterFile()) {
      return Sw.NO_INSTRUCTION;
    }
    boolean meant =
        data.length == 0 || (data.length == 2 && new BigInteger(1, data).intValue() == MASTER_FILE);
    if (!meant) {
      return Sw.NOT_FOUND;
    }
    reset();
    return Sw.OK;
  }

  private int selectFile(int id, boolean unlocked) {
    asked.add(id);
    if (!application || id == CARD_ACCESS) {
      byte[] free = master.get(id);
      if (free == null) {
        return Sw.NOT_FOUND;
      }
      selected = free;
      selectedIsFree = true;
      return Sw.OK;
    }
    if (id == FINGERPRINTS) {
      return manners.fingerprints();
    }
    byte[] file = files.get(id);
    if (file == null) {
      return Sw.NOT_FOUND;
    }
    if (!unlocked) {
      return Sw.NOT_ALLOWED;
    }
    selected = file;
    selectedIsFree = false;
    return Sw.OK;
  }

  /**
   * READ BINARY with an even instruction.
   *
   * @param room most bytes that the way to the terminal carries
   */
  CardReply read(Apdu apdu, boolean unlocked, int room) {
    if ((apdu.p1() & 0x80) == 0) {
      return slice(apdu.p1() << 8 | apdu.p2(), apdu.ne(), unlocked, room);
    }
    if (manners.noShortFileId() != 0) {
      return CardReply.of(manners.noShortFileId());
    }
    int status = selectFile(0x0100 | (apdu.p1() & 0x1F), unlocked);
    return status == Sw.OK ? slice(apdu.p2(), apdu.ne(), unlocked, room) : CardReply.of(status);
  }

  /** READ BINARY with an odd instruction: offset and data in data objects. */
  CardReply readFar(Apdu apdu, boolean unlocked, int room) {
    byte[] offset = CardTlv.parse(apdu.data()).get(0x54);
    if (offset == null || offset.length > 3) {
      return CardReply.of(Sw.WRONG_DATA);
    }
    // The answer wraps the data in a DO53 whose tag and length count too (ICAO 9303-10 §3.6.3.2).
    CardReply part =
        slice(
            new BigInteger(1, offset).intValue(),
            Math.max(apdu.ne() - 4, 1),
            unlocked,
            Math.max(room - 4, 1));
    return part.data().length == 0
        ? part
        : new CardReply(Der.tlv(0x53, part.data()), part.status());
  }

  private CardReply slice(int offset, int ne, boolean unlocked, int room) {
    byte[] file = selected;
    if (file == null) {
      return CardReply.of(Sw.NO_FILE_SELECTED);
    }
    if (!selectedIsFree && !unlocked) {
      return CardReply.of(Sw.NOT_ALLOWED);
    }
    if (ne == 0) {
      return CardReply.of(Sw.WRONG_LENGTH);
    }
    if (offset >= file.length) {
      return CardReply.of(Sw.WRONG_OFFSET);
    }
    int left = file.length - offset;
    if (ne > left && manners.end() != EndOfFile.WARNS) {
      return CardReply.of(pastTheEnd(left));
    }
    int given = Math.min(Math.min(ne, left), Math.min(manners.largest(), room));
    boolean whole = given == left;
    return new CardReply(
        Arrays.copyOfRange(file, offset, offset + given),
        whole && ne > left ? Sw.END_OF_FILE : Sw.OK);
  }

  private int pastTheEnd(int left) {
    return switch (manners.end()) {
      case WARNS -> Sw.END_OF_FILE;
      case WRONG_OFFSET -> Sw.WRONG_OFFSET;
      case WRONG_LENGTH -> Sw.WRONG_LENGTH;
      case SAYS_HOW_MUCH -> 0x6C00 | (left > 0xFF ? 0 : left);
    };
  }
}
