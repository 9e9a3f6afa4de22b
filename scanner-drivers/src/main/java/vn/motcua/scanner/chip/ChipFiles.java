package vn.motcua.scanner.chip;

import java.util.List;
import java.util.Optional;
import net.sf.scuba.smartcards.CardServiceException;
import net.sf.scuba.smartcards.CommandAPDU;
import net.sf.scuba.smartcards.ResponseAPDU;
import org.jmrtd.protocol.SecureMessagingWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Selects and reads files of a chip, in plain text until a session key is set, then by secure
 * messaging only (ICAO 9303-11 §9.8): from then on an answer without its checksum is never taken
 * for data.
 */
final class ChipFiles {
  static final int OK = 0x9000;
  static final int END_OF_FILE = 0x6282;

  private static final int WRONG_LENGTH = 0x6700;
  private static final int SHORT_APDU = 256;
  private static final int SELECT = 0xA4;
  private static final int READ_BINARY = 0xB0;
  private static final int READ_BINARY_ODD = 0xB1;
  private static final int SHORT_OFFSETS = 0x7FFF;
  private static final int DISCRETIONARY = 0x53;
  private static final byte[] EMRTD = {(byte) 0xA0, 0, 0, 2, 0x47, 0x10, 1};

  /** The chip answered with a status that says no. */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;
    private final int status;

    Refused(int status) {
      super("status " + Integer.toHexString(status));
      this.status = status;
    }

    int status() {
      return status;
    }
  }

  /**
   * What came back.
   *
   * @param checked whether a good checksum covers it
   */
  private record Answer(int status, byte[] data, boolean checked) {}

  private final Link link;
  private final int block;
  private @Nullable SecureMessagingWrapper wrapper;
  private boolean exactLengths;

  /**
   * @param block how many bytes one READ BINARY may ask for
   */
  ChipFiles(Link link, int block) {
    this.link = link;
    this.block = block;
  }

  /** From here on everything is protected with these keys. */
  void secure(SecureMessagingWrapper keys) {
    wrapper = keys;
  }

  /**
   * Changes to new keys and tries them on a file.
   *
   * @return whether the chip has the same ones: only then its answer carries a good checksum
   */
  boolean goesOnWith(SecureMessagingWrapper keys, int id) throws LinkException {
    secure(keys);
    try {
      return send(new CommandAPDU(0, SELECT, 0x02, 0x0C, new byte[] {(byte) (id >> 8), (byte) id}))
          .checked();
    } catch (MalformedException wrongChecksum) {
      return false;
    }
  }

  /** Selects the master file, which only some chips need; what they answer does not matter. */
  void selectMasterFile() throws LinkException, MalformedException {
    send(new CommandAPDU(0, SELECT, 0x00, 0x0C, new byte[] {0x3F, 0}));
  }

  /** Selects the eMRTD application. */
  void selectApplication() throws LinkException, MalformedException, Refused {
    expect(send(new CommandAPDU(0, SELECT, 0x04, 0x0C, EMRTD)));
  }

  /**
   * Reads a whole file.
   *
   * @param id its two-byte identifier
   * @param tag the tag that it must begin with
   * @param cap how many bytes it may have
   * @return empty if the chip has no such file
   * @throws Refused if the chip does not give it out
   */
  Optional<byte[]> read(int id, int tag, int cap)
      throws LinkException, MalformedException, Refused {
    int selected =
        send(new CommandAPDU(0, SELECT, 0x02, 0x0C, new byte[] {(byte) (id >> 8), (byte) id}))
            .status();
    if (selected == 0x6A82) {
      return Optional.empty();
    }
    if (selected != OK) {
      throw new Refused(selected);
    }
    byte[] head = first();
    long length = Tlv.lengthOfFile(head, tag);
    if (length > cap) {
      throw new MalformedException("a file is longer than any sane one");
    }
    byte[] whole = new byte[Math.toIntExact(length)];
    int have = Math.min(head.length, whole.length);
    System.arraycopy(head, 0, whole, 0, have);
    while (have < whole.length) {
      byte[] more;
      try {
        more = readAt(have, Math.min(block, whole.length - have));
      } catch (Refused beyondTheEnd) {
        stepDownIfTooLong(beyondTheEnd.status());
        throw new MalformedException("a file ends before its own length", beyondTheEnd);
      }
      System.arraycopy(more, 0, whole, have, more.length);
      have += more.length;
    }
    return Optional.of(whole);
  }

  /** The beginning of the file: a whole block if the chip tolerates that, else tag and length. */
  private byte[] first() throws LinkException, MalformedException, Refused {
    if (!exactLengths) {
      try {
        return readAt(0, block);
      } catch (Refused tooMuch) {
        // Some chips refuse to be asked for more than a file holds; the session stays alive.
        int sw1 = tooMuch.status() >> 8;
        if (sw1 != 0x67 && sw1 != 0x6B && sw1 != 0x6C) {
          throw tooMuch;
        }
        exactLengths = true;
      }
    }
    return readAt(0, 6);
  }

  private byte[] readAt(int offset, int length) throws LinkException, MalformedException, Refused {
    boolean far = offset > SHORT_OFFSETS;
    Answer answer =
        send(
            far
                ? new CommandAPDU(
                    0,
                    READ_BINARY_ODD,
                    0,
                    0,
                    new byte[] {
                      0x54, 3, (byte) (offset >> 16), (byte) (offset >> 8), (byte) offset
                    },
                    Math.min(length + 4, block))
                : new CommandAPDU(0, READ_BINARY, offset >> 8, offset & 0xFF, length));
    if (answer.status() != OK && answer.status() != END_OF_FILE) {
      throw new Refused(answer.status());
    }
    byte[] data = far ? Tlv.single(answer.data(), DISCRETIONARY).value() : answer.data();
    if (data.length == 0 || data.length > length) {
      throw new MalformedException("READ BINARY gave nothing, or more than was asked for");
    }
    return data;
  }

  /** A chip, or a reader in between, that knows short APDUs only: begin again with those. */
  private void stepDownIfTooLong(int status) throws LinkException {
    if (status == WRONG_LENGTH && block > SHORT_APDU) {
      throw new LinkException(LinkException.Why.FAILED);
    }
  }

  private static void expect(Answer answer) throws Refused {
    if (answer.status() != OK) {
      throw new Refused(answer.status());
    }
  }

  private Answer send(CommandAPDU plain) throws LinkException, MalformedException {
    SecureMessagingWrapper keys = wrapper;
    try {
      ResponseAPDU answer = link.transmit(keys == null ? plain : keys.wrap(plain));
      int status = answer.getSW();
      if ((status >> 12) != 0x6 && (status >> 12) != 0x9) {
        throw new MalformedException("status bytes outside ISO/IEC 7816-4 §5.1.3");
      }
      if (keys == null) {
        return new Answer(status, answer.getData(), false);
      }
      if (answer.getNr() == 0) {
        if (status == OK || status == END_OF_FILE) {
          throw new MalformedException("success without a checksum");
        }
        stepDownIfTooLong(status);
        // The chip ended secure messaging (ICAO 9303-11 §9.8.8): nothing can follow.
        return new Answer(status, new byte[0], false);
      }
      mustBeProtected(answer);
      ResponseAPDU opened = keys.unwrap(answer);
      return new Answer(opened.getSW(), opened.getData(), true);
    } catch (CardServiceException | RuntimeException wrong) {
      link.throwIfBroken();
      throw new MalformedException("an answer breaks secure messaging", wrong);
    }
  }

  /** JMRTD takes objects in any order and number; the checksum must be last and cover the rest. */
  private static void mustBeProtected(ResponseAPDU answer) throws MalformedException {
    List<Tlv> objects = Tlv.all(answer.getData());
    int n = objects.size();
    boolean formed =
        n >= 2
            && n <= 3
            && objects.get(n - 1).tag() == 0x8E
            && objects.get(n - 1).value().length == 8
            && objects.get(n - 2).tag() == 0x99
            && objects.get(n - 2).value().length == 2
            && (n == 2 || objects.getFirst().tag() == 0x87 || objects.getFirst().tag() == 0x85);
    if (!formed) {
      throw new MalformedException("an answer without checksum, or in another form");
    }
  }
}
