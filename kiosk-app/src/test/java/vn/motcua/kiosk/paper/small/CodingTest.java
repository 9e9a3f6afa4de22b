package vn.motcua.kiosk.paper.small;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bytedeco.leptonica.global.leptonica.pixGetPixel;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.BitSet;
import java.util.Random;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.FilterFactory;
import org.bytedeco.leptonica.PIX;
import org.junit.jupiter.api.Test;

/** Streams are read by another decoder. */
class CodingTest {
  @Test
  void anotherDecoderReadsTheSameBits() throws IOException {
    Random random = new Random(4);
    Bits bits = new Bits(131, 70);
    BitSet expected = new BitSet();
    for (int i = 0; i < 900; i++) {
      int x = random.nextInt(131);
      int y = random.nextInt(70);
      bits.set(x, y);
      expected.set(y * 131 + x);
    }

    MaskLayer mask = Coding.mask(bits, 0xAA1122);

    assertThat(mask.rgb()).isEqualTo(0xAA1122);
    assertThat(decoded(mask)).isEqualTo(expected);
  }

  @Test
  void aGreySheetBecomesAGreyJpeg() {
    int[] rgb = new int[64 * 64];
    java.util.Arrays.fill(rgb, 0x808080);
    byte[] jpeg = Coding.jpeg(new Sheet(64, 64, rgb, true), 75);
    int at = 2;
    while ((jpeg[at + 1] & 0xFF) != 0xC0) {
      at += 2 + ((jpeg[at + 2] & 0xFF) << 8 | jpeg[at + 3] & 0xFF);
    }
    assertThat(jpeg[at + 9]).as("components").isEqualTo((byte) 1);
  }

  /** The pixels that paint: those that the decoder makes 0. */
  static BitSet decoded(MaskLayer mask) throws IOException {
    COSDictionary how = new COSDictionary();
    how.setInt(COSName.K, -1);
    how.setInt(COSName.COLUMNS, mask.width());
    how.setInt(COSName.ROWS, mask.height());
    try (COSStream stream = new COSStream()) {
      stream.setItem(COSName.DECODE_PARMS, how);
      stream.setItem(COSName.FILTER, COSName.CCITTFAX_DECODE);
      stream.setInt(COSName.HEIGHT, mask.height());
      java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
      try (InputStream in = new ByteArrayInputStream(mask.bytes())) {
        FilterFactory.INSTANCE.getFilter(COSName.CCITTFAX_DECODE).decode(in, out, stream, 0);
      }
      byte[] bytes = out.toByteArray();
      int stride = (mask.width() + 7) / 8;
      BitSet bits = new BitSet();
      for (int y = 0; y < mask.height(); y++) {
        for (int x = 0; x < mask.width(); x++) {
          bits.set(y * mask.width() + x, (bytes[y * stride + x / 8] >> (7 - x % 8) & 1) == 0);
        }
      }
      return bits;
    }
  }

  static BitSet bits(PIX pix) {
    BitSet bits = new BitSet();
    int[] value = new int[1];
    for (int y = 0; y < pix.h(); y++) {
      for (int x = 0; x < pix.w(); x++) {
        pixGetPixel(pix, x, y, value);
        bits.set(y * pix.w() + x, value[0] == 1);
      }
    }
    return bits;
  }
}
