package vn.motcua.scanner.paper.file;

/** How many channels a JPEG of the usual kinds has (ITU-T T.81 §B.2.2). */
final class JpegChannels {
  private static final int SOF0 = 0xc0;
  private static final int SOF2 = 0xc2;
  private static final int SOS = 0xda;

  private JpegChannels() {}

  /** 1, 3 or 4; 0 if it is not baseline or progressive with eight bits, or broken. */
  static int of(byte[] jpeg) {
    int at = 2;
    while (at + 10 <= jpeg.length && (jpeg[at] & 0xff) == 0xff) {
      int marker = jpeg[at + 1] & 0xff;
      if (marker == 0xff) {
        at++;
        continue;
      }
      if (marker >= SOF0 && marker <= SOF2) {
        return jpeg[at + 4] == 8 ? jpeg[at + 9] : 0;
      }
      int length = (jpeg[at + 2] & 0xff) << 8 | (jpeg[at + 3] & 0xff);
      if (marker == SOS || length < 2) {
        return 0;
      }
      at += 2 + length;
    }
    return 0;
  }
}
