package vn.motcua.scanner.chip.tr03105;

import java.util.Arrays;
import vn.motcua.scanner.chip.simulated.VirtualCard;

/** Somebody between terminal and chip while they run PACE (ICAO 9303-11 §4.4.4). */
final class Pace {
  /** What becomes of the value of a step's answer. */
  interface Change {
    /**
     * @param asked the value that the terminal sent in this step
     * @param value what the chip answers
     */
    byte[] of(byte[] asked, byte[] value);
  }

  private record Part(int tag, byte[] value) {
    static final Part NONE = new Part(0, new byte[0]);
  }

  private Pace() {}

  /** A chip that refuses to select its application before PACE, as the plan wants it. */
  static VirtualCard locked(VirtualCard card) {
    return Base.tampered(
        card,
        (command, answer) ->
            command[0] == 0 && command[1] == (byte) 0xA4 && command[2] == 4
                ? Bytes.status(0x6982)
                : answer);
  }

  /** 1 to 4 for GENERAL AUTHENTICATE, 0 for anything else. */
  static int step(byte[] command) {
    if (command[1] != (byte) 0x86 || (command[0] & 0x0C) != 0) {
      return 0;
    }
    return switch (asked(command).tag) {
      case 0x81 -> 2;
      case 0x83 -> 3;
      case 0x85 -> 4;
      default -> 1;
    };
  }

  private static Part asked(byte[] command) {
    int from = command[4] == 0 && command.length > 7 ? 7 : 5;
    return part(Arrays.copyOfRange(command, from, command.length));
  }

  /** The first object in 7C. */
  private static Part part(byte[] template) {
    byte[] inside = Bytes.inside(template);
    int at = inside.length == 0 || template[1] == 0 ? 0 : 1;
    if (at == 0) {
      return Part.NONE;
    }
    int first = inside[1] & 0xFF;
    int start = first <= 0x80 ? 2 : 2 + (first & 0x7F);
    int length = first;
    if (first > 0x80) {
      length = 0;
      for (int i = 2; i < start; i++) {
        length = length << 8 | inside[i] & 0xFF;
      }
    }
    return new Part(inside[0] & 0xFF, Arrays.copyOfRange(inside, start, start + length));
  }

  /** Another status instead of the answer of a step. */
  static VirtualCard refusing(VirtualCard card, int step, int status) {
    return Base.tampered(
        card, (command, answer) -> step(command) == step ? Bytes.status(status) : answer);
  }

  /** Another tag in the answer of a step. */
  static VirtualCard retagging(VirtualCard card, int step, int tag) {
    return changing(card, step, tag, (asked, value) -> value);
  }

  /** Another value in the answer of a step. */
  static VirtualCard changing(VirtualCard card, int step, Change change) {
    return changing(card, step, 0x7E + 2 * step, change);
  }

  private static VirtualCard changing(VirtualCard card, int step, int tag, Change change) {
    return Base.tampered(
        card,
        (command, answer) -> {
          if (step(command) != step || answer.length <= 4) {
            return answer;
          }
          byte[] value = part(Arrays.copyOf(answer, answer.length - 2)).value;
          byte[] changed = change.of(asked(command).value, value);
          return Bytes.join(Bytes.tlv(0x7C, Bytes.tlv(tag, changed)), Bytes.status(0x9000));
        });
  }
}
