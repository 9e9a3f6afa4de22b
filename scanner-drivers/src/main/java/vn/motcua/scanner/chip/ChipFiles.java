package vn.motcua.scanner.chip;

import java.util.Arrays;
import java.util.Optional;
import net.sf.scuba.smartcards.CommandAPDU;
import org.jmrtd.protocol.SecureMessagingWrapper;

/**
 * Selects and reads files of a chip. A file is read by its short identifier, so that it costs one
 * exchange for each block and nothing else; chips that do not know those, or want exact lengths,
 * are read as they want it.
 */
final class ChipFiles {
  private static final int OK = SecureChannel.OK;
  private static final int END_OF_FILE = SecureChannel.END_OF_FILE;
  private static final int NO_FILE = 0x6A82;
  private static final int KEPT = 0x6982;
  private static final int SELECT = 0xA4;
  private static final int READ_BINARY = 0xB0;
  private static final int READ_BINARY_ODD = 0xB1;
  private static final int INTERNAL_AUTHENTICATE = 0x88;
  private static final int SHORT_OFFSETS = 0x7FFF;
  private static final int DISCRETIONARY = 0x53;
  private static final int HEAD = 6;

  /**
   * A chip may give less than it is asked for, but a file may not cost more than {@code
   * SPARE_EXCHANGES} and one for each {@code LEAST_AT_ONCE} of its bytes: one byte at a time the
   * longest file would keep a contactless reader busy for an hour.
   */
  private static final int LEAST_AT_ONCE = 32;

  private static final int SPARE_EXCHANGES = 64;
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

  private final SecureChannel channel;
  private Manner manner;

  ChipFiles(Link link, Manner manner) {
    this.channel = new SecureChannel(link, manner.block());
    this.manner = manner;
  }

  /** From here on everything is protected with these keys. */
  void secure(SecureMessagingWrapper keys) {
    channel.secure(keys);
  }

  /** How files were read in the end: what is worth remembering of this chip. */
  Manner manner() {
    return manner;
  }

  /** Selects the master file, which only some chips need; what they answer does not matter. */
  void selectMasterFile() throws LinkException, MalformedException {
    channel.send(new CommandAPDU(0, SELECT, 0x00, 0x0C, new byte[] {0x3F, 0}));
  }

  /** Selects the eMRTD application. */
  void selectApplication() throws LinkException, MalformedException, Refused {
    int status = channel.send(new CommandAPDU(0, SELECT, 0x04, 0x0C, EMRTD)).status();
    if (status != OK) {
      throw new Refused(status);
    }
  }

  /**
   * Lets the chip sign a challenge (ICAO 9303-11 §6.1).
   *
   * @return empty if it does not
   */
  Optional<byte[]> internalAuthenticate(byte[] challenge) throws LinkException, MalformedException {
    // An RSA signature of 2048 bits and more does not fit a short answer with its protection.
    int ne = Math.min(manner.block(), 1024);
    SecureChannel.Answer answer =
        channel.send(
            new CommandAPDU(0, INTERNAL_AUTHENTICATE, 0, 0, challenge, ne > 256 ? ne : 256));
    return answer.status() == OK && answer.data().length > 0
        ? Optional.of(answer.data())
        : Optional.empty();
  }

  /**
   * Reads a whole file.
   *
   * @param id its two-byte identifier; the last five bits are the short one
   * @param tag the tag that it must begin with
   * @param cap how many bytes it may have
   * @return empty if the chip has no such file
   * @throws Refused if the chip does not give it out
   */
  Optional<byte[]> read(int id, int tag, int cap)
      throws LinkException, MalformedException, Refused {
    Optional<byte[]> head = manner.shortIds() ? byShortId(id) : Optional.empty();
    if (head.isEmpty()) {
      int selected = select(id);
      if (selected == NO_FILE) {
        return Optional.empty();
      }
      if (selected != OK) {
        throw new Refused(selected);
      }
      head = Optional.of(first());
    }
    return Optional.of(rest(head.get(), tag, cap));
  }

  private int select(int id) throws LinkException, MalformedException {
    return channel
        .send(new CommandAPDU(0, SELECT, 0x02, 0x0C, new byte[] {(byte) (id >> 8), (byte) id}))
        .status();
  }

  /** The beginning of a file, or nothing if it has to be selected to learn more. */
  private Optional<byte[]> byShortId(int id) throws LinkException, MalformedException, Refused {
    int ne = manner.wholeBlocks() ? manner.block() : HEAD;
    SecureChannel.Answer answer =
        channel.send(new CommandAPDU(0, READ_BINARY, 0x80 | (id & 0x1F), 0, ne));
    if (answer.status() == OK || answer.status() == END_OF_FILE) {
      return Optional.of(checked(answer.data(), ne));
    }
    if (channel.ended(answer) && answer.status() == KEPT) {
      throw new Refused(KEPT);
    }
    if (channel.ended(answer)) {
      // It cannot be asked again in this session: begin another that selects each file.
      throw new LinkException(LinkException.Why.UNFIT);
    }
    int sw1 = answer.status() >> 8;
    if (manner.wholeBlocks() && (sw1 == 0x67 || sw1 == 0x6C || answer.status() == 0x6B00)) {
      manner = manner.exact();
      return byShortId(id);
    }
    if (answer.status() != NO_FILE && answer.status() != KEPT) {
      // Those two are answers that a chip with short identifiers gives as well.
      manner = manner.selecting();
    }
    return Optional.empty();
  }

  private byte[] rest(byte[] begin, int tag, int cap) throws LinkException, MalformedException {
    byte[] head = begin;
    while (head.length < HEAD && !Tlv.isWholeHead(head)) {
      // A chip may answer with fewer bytes than were asked for, down to one.
      byte[] more = more(head.length, HEAD - head.length);
      byte[] both = Arrays.copyOf(head, head.length + more.length);
      System.arraycopy(more, 0, both, head.length, more.length);
      head = both;
    }
    long length = Tlv.lengthOfFile(head, tag);
    if (length > cap) {
      throw new MalformedException("a file is longer than any sane one");
    }
    byte[] whole = new byte[Math.toIntExact(length)];
    int have = Math.min(head.length, whole.length);
    System.arraycopy(head, 0, whole, 0, have);
    int exchanges = SPARE_EXCHANGES + whole.length / LEAST_AT_ONCE;
    while (have < whole.length) {
      if (exchanges-- == 0) {
        throw new MalformedException("a file comes in too small pieces");
      }
      byte[] more = more(have, Math.min(manner.block(), whole.length - have));
      System.arraycopy(more, 0, whole, have, more.length);
      have += more.length;
    }
    return whole;
  }

  private byte[] more(int offset, int length) throws LinkException, MalformedException {
    try {
      return readAt(offset, length);
    } catch (Refused beyondTheEnd) {
      channel.stepDownIfTooLong(beyondTheEnd.status());
      throw new MalformedException("a file ends before its own length", beyondTheEnd);
    }
  }

  /** The beginning of the selected file: a whole block if the chip tolerates that. */
  private byte[] first() throws LinkException, MalformedException, Refused {
    if (manner.wholeBlocks()) {
      try {
        return readAt(0, manner.block());
      } catch (Refused tooMuch) {
        // Some chips refuse to be asked for more than a file holds; the session stays alive.
        int sw1 = tooMuch.status() >> 8;
        if (sw1 != 0x67 && sw1 != 0x6B && sw1 != 0x6C) {
          throw tooMuch;
        }
        manner = manner.exact();
      }
    }
    return readAt(0, HEAD);
  }

  private byte[] readAt(int offset, int length) throws LinkException, MalformedException, Refused {
    boolean far = offset > SHORT_OFFSETS;
    SecureChannel.Answer answer =
        channel.send(
            far
                ? new CommandAPDU(
                    0,
                    READ_BINARY_ODD,
                    0,
                    0,
                    new byte[] {
                      0x54, 3, (byte) (offset >> 16), (byte) (offset >> 8), (byte) offset
                    },
                    Math.min(length + 4, manner.block()))
                : new CommandAPDU(0, READ_BINARY, offset >> 8, offset & 0xFF, length));
    if (answer.status() != OK && answer.status() != END_OF_FILE) {
      throw new Refused(answer.status());
    }
    return checked(far ? Tlv.single(answer.data(), DISCRETIONARY).value() : answer.data(), length);
  }

  private static byte[] checked(byte[] data, int length) throws MalformedException {
    if (data.length == 0 || data.length > length) {
      throw new MalformedException("READ BINARY gave nothing, or more than was asked for");
    }
    return data;
  }
}
