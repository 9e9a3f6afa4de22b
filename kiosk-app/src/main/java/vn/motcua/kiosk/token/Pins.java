package vn.motcua.kiosk.token;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** PINs as they stand in files. */
public final class Pins {
  private Pins() {}

  /** The first line, without its end; {@code bytes} are wiped. The caller wipes the answer. */
  public static char[] firstLine(byte[] bytes) {
    CharBuffer text = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(bytes));
    Arrays.fill(bytes, (byte) 0);
    int end = 0;
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    char[] line = new char[end];
    text.get(line);
    if (text.hasArray()) {
      Arrays.fill(text.array(), '\0');
    }
    return line;
  }
}
