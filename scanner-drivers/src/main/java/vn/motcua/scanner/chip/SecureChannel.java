package vn.motcua.scanner.chip;

import java.util.List;
import net.sf.scuba.smartcards.CardServiceException;
import net.sf.scuba.smartcards.CommandAPDU;
import net.sf.scuba.smartcards.ResponseAPDU;
import org.jmrtd.protocol.SecureMessagingWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Exchanges with a chip: in plain text until a session key is set, then by secure messaging only
 * (ICAO 9303-11 §9.8): from then on an answer without its checksum is never taken for data.
 */
final class SecureChannel {
  static final int OK = 0x9000;
  static final int END_OF_FILE = 0x6282;

  private static final int WRONG_LENGTH = 0x6700;
  private static final int SHORT_APDU = 256;

  /**
   * What came back.
   *
   * @param checked whether a good checksum covers it
   */
  record Answer(int status, byte[] data, boolean checked) {}

  private final Link link;
  private final int block;
  private @Nullable SecureMessagingWrapper wrapper;
  private boolean proving;

  /**
   * @param block how many bytes one command may ask for
   */
  SecureChannel(Link link, int block) {
    this.link = link;
    this.block = block;
  }

  /** From here on everything is protected with these keys. */
  void secure(SecureMessagingWrapper keys) {
    // Keys after keys come from chip authentication: the next answer shows whether the chip has
    // them too (ICAO 9303-11 §6.2.4.1, last step).
    proving = wrapper != null;
    wrapper = keys;
  }

  /** Whether this answer ended secure messaging (ICAO 9303-11 §9.8.8): nothing can follow. */
  boolean ended(Answer answer) {
    return wrapper != null && !answer.checked();
  }

  /** A chip, or a reader in between, that knows short APDUs only: begin again with those. */
  void stepDownIfTooLong(int status) throws LinkException {
    if (status == WRONG_LENGTH && block > SHORT_APDU) {
      throw new LinkException(LinkException.Why.FAILED);
    }
  }

  /** One exchange. A status that says no is an answer like any other. */
  Answer send(CommandAPDU plain) throws LinkException, MalformedException {
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
        if (proving) {
          throw new LinkException(LinkException.Why.UNPROVEN);
        }
        if (status == OK || status == END_OF_FILE) {
          throw new MalformedException("success without a checksum");
        }
        stepDownIfTooLong(status);
        return new Answer(status, new byte[0], false);
      }
      Answer opened = opened(keys, answer);
      proving = false;
      return opened;
    } catch (CardServiceException | RuntimeException wrong) {
      link.throwIfBroken();
      throw new MalformedException("an answer breaks secure messaging", wrong);
    }
  }

  private Answer opened(SecureMessagingWrapper keys, ResponseAPDU answer)
      throws LinkException, MalformedException {
    try {
      mustBeProtected(answer);
      ResponseAPDU opened = keys.unwrap(answer);
      return new Answer(opened.getSW(), opened.getData(), true);
    } catch (MalformedException | RuntimeException wrong) {
      if (proving) {
        throw new LinkException(LinkException.Why.UNPROVEN, wrong);
      }
      throw wrong;
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
