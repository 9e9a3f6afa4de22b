package vn.motcua.kiosk.paper.sign;

import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.apache.pdfbox.io.RandomAccessInputStream;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadView;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;

/**
 * The bytes that a signature covers: from the first byte of the file, with one gap, which holds the
 * signature itself and nothing else (ISO 32000-1 §12.8.1). Anything else is no signature over a
 * document but a trick with one.
 *
 * @param gap where the gap begins: the place of {@code <}
 * @param after where the gap ends: behind {@code >}
 * @param end how many bytes of the file are covered, counted with the gap
 * @param contents the signature's bytes with their padding
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record SignedRange(long gap, long after, long end, byte[] contents) {
  private static final int LARGEST = 4 << 20;

  /** Empty if the range is not what it has to be. */
  static Optional<SignedRange> of(PDSignature signature, RandomAccessRead file) throws IOException {
    int[] range = signature.getByteRange();
    byte[] contents = signature.getContents();
    if (range.length != 4 || contents == null || range[0] != 0) {
      return Optional.empty();
    }
    long gap = range[1];
    long after = range[2];
    long end = after + range[3];
    long length = file.length();
    if (gap <= 0 || after <= gap + 2 || range[3] <= 0 || end > length || after - gap > LARGEST) {
      return Optional.empty();
    }
    byte[] between = new byte[(int) (after - gap)];
    file.seek(gap);
    file.readFully(between);
    if (between[0] != '<' || between[between.length - 1] != '>') {
      return Optional.empty();
    }
    try {
      String hex =
          new String(between, 1, between.length - 2, java.nio.charset.StandardCharsets.US_ASCII);
      if (!Arrays.equals(HexFormat.of().parseHex(hex), contents)) {
        return Optional.empty();
      }
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    return Optional.of(new SignedRange(gap, after, end, contents));
  }

  /** The covered bytes. */
  InputStream stream(RandomAccessRead file) {
    return new SequenceInputStream(
        new RandomAccessInputStream(new RandomAccessReadView(file, 0, gap)),
        new RandomAccessInputStream(new RandomAccessReadView(file, after, end - after)));
  }

  /** Whether nothing but the end of a line stands behind the covered bytes. */
  boolean isWhole(RandomAccessRead file) throws IOException {
    long rest = file.length() - end;
    if (rest > 4) {
      return false;
    }
    file.seek(end);
    for (long i = 0; i < rest; i++) {
      int next = file.read();
      if (next != '\n' && next != '\r' && next != ' ') {
        return false;
      }
    }
    return true;
  }
}
