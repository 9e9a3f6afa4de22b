package vn.motcua.scanner.paper.sane;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes and reads the basic types of SANE's network protocol (SANE standard 1.06 §5.1): big-endian
 * 32-bit words, strings with their length and a final NUL, arrays with their length. Every length
 * that the peer claims is held against a cap before a byte is reserved for it.
 */
final class SaneWire {
  /** No string of any backend comes near this. */
  static final int MAX_STRING = 64 * 1024;

  /** Gamma tables have 65,536 entries at most. */
  static final int MAX_WORDS = 70_000;

  /** No backend has more options, values or devices than this. */
  static final int MAX_ITEMS = 4_096;

  private final InputStream in;
  private final OutputStream out;
  private final ByteArrayOutputStream request = new ByteArrayOutputStream(256);

  SaneWire(InputStream in, OutputStream out) {
    this.in = in;
    this.out = out;
  }

  SaneWire putWord(int word) {
    request.write(word >>> 24);
    request.write(word >>> 16);
    request.write(word >>> 8);
    request.write(word);
    return this;
  }

  SaneWire putBytes(byte[] bytes) {
    putWord(bytes.length);
    request.write(bytes, 0, bytes.length);
    return this;
  }

  SaneWire putString(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    putWord(bytes.length + 1);
    request.write(bytes, 0, bytes.length);
    request.write(0);
    return this;
  }

  /** Sends what was put since the last time. */
  void send() throws IOException {
    byte[] bytes = request.toByteArray();
    request.reset();
    out.write(bytes);
    out.flush();
  }

  int word() throws IOException {
    byte[] four = exactly(4);
    return (four[0] & 0xff) << 24
        | (four[1] & 0xff) << 16
        | (four[2] & 0xff) << 8
        | (four[3] & 0xff);
  }

  SaneStatus status() throws IOException {
    return SaneStatus.of(word());
  }

  /** Reads a length and holds it against {@code cap}. */
  int length(int cap) throws IOException {
    int length = word();
    if (length < 0 || length > cap) {
      throw new SaneProtocolException(
          "length " + Integer.toUnsignedString(length) + " where at most " + cap + " is allowed");
    }
    return length;
  }

  /** Reads a string; the null string is given as the empty one. */
  String string() throws IOException {
    byte[] bytes = exactly(length(MAX_STRING));
    return text(bytes);
  }

  /** The text before the first NUL. */
  static String text(byte[] bytes) {
    int end = 0;
    while (end < bytes.length && bytes[end] != 0) {
      end++;
    }
    return new String(bytes, 0, end, StandardCharsets.UTF_8);
  }

  byte[] bytes(int cap) throws IOException {
    return exactly(length(cap));
  }

  int[] words() throws IOException {
    int[] words = new int[length(MAX_WORDS)];
    for (int i = 0; i < words.length; i++) {
      words[i] = word();
    }
    return words;
  }

  /** Reads an array of strings without the empty ones: the last is the null string by rule. */
  List<String> strings() throws IOException {
    int count = length(MAX_ITEMS);
    List<String> strings = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String text = string();
      if (!text.isEmpty()) {
        strings.add(text);
      }
    }
    return strings;
  }

  /** Reads the mark before a pointer's target; true if there is a target. */
  boolean present() throws IOException {
    return word() == 0;
  }

  private byte[] exactly(int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("the daemon closed the connection");
    }
    return bytes;
  }
}
