package vn.motcua.scanner.chip.simulated;

/**
 * What a card answers before secure messaging.
 *
 * @param data may be empty
 * @param status two bytes, see {@link Sw}
 */
record CardReply(byte[] data, int status) {
  static CardReply of(int status) {
    return new CardReply(new byte[0], status);
  }

  static CardReply ok(byte[] data) {
    return new CardReply(data, Sw.OK);
  }

  /** As it goes out without secure messaging. */
  byte[] plain() {
    return Der.join(data, new byte[] {(byte) (status >> 8), (byte) status});
  }
}
