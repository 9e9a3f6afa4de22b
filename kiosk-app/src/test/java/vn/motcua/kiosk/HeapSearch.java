package vn.motcua.kiosk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Looks for words in a file of any kind, in every way in which a program may have kept them:
 * Latin-1, UTF-8, UTF-16 of both byte orders, composed and decomposed.
 */
public final class HeapSearch {
  private static final List<Charset> CHARSETS =
      List.of(
          StandardCharsets.ISO_8859_1,
          StandardCharsets.UTF_8,
          StandardCharsets.UTF_16LE,
          StandardCharsets.UTF_16BE);

  private record Shape(String word, byte[] bytes) {}

  private HeapSearch() {}

  /** How often each of {@code words} stands in {@code file}, in any shape; none is left out. */
  public static Map<String, Integer> count(Path file, List<String> words) throws IOException {
    List<Shape> shapes = shapes(words);
    Map<String, Integer> found = new LinkedHashMap<>();
    words.forEach(word -> found.put(word, 0));
    int longest = shapes.stream().mapToInt(shape -> shape.bytes.length).max().orElseThrow();
    List<List<Shape>> byFirst = new ArrayList<>();
    for (int i = 0; i < 256; i++) {
      byFirst.add(new ArrayList<>());
    }
    shapes.forEach(shape -> byFirst.get(shape.bytes[0] & 0xff).add(shape));
    byte[] window = new byte[1 << 20];
    int kept = 0;
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      while (true) {
        int read = channel.read(ByteBuffer.wrap(window, kept, window.length - kept));
        int end = kept + Math.max(0, read);
        // The last bytes wait for those that follow, unless none do.
        int starts = read < 0 ? end : Math.max(0, end - longest + 1);
        for (int at = 0; at < starts; at++) {
          for (Shape shape : byFirst.get(window[at] & 0xff)) {
            int to = at + shape.bytes.length;
            if (to <= end && Arrays.equals(window, at, to, shape.bytes, 0, shape.bytes.length)) {
              found.merge(shape.word, 1, Integer::sum);
            }
          }
        }
        if (read < 0) {
          return found;
        }
        System.arraycopy(window, starts, window, 0, end - starts);
        kept = end - starts;
      }
    }
  }

  private static List<Shape> shapes(List<String> words) {
    List<Shape> shapes = new ArrayList<>();
    for (String word : words) {
      TreeSet<byte[]> different = new TreeSet<>(Arrays::compare);
      for (Normalizer.Form form :
          new Normalizer.Form[] {Normalizer.Form.NFC, Normalizer.Form.NFD}) {
        String text = Normalizer.normalize(word, form);
        for (Charset charset : CHARSETS) {
          if (charset.newEncoder().canEncode(text)) {
            different.add(text.getBytes(charset));
          }
        }
      }
      different.forEach(bytes -> shapes.add(new Shape(word, bytes)));
    }
    return shapes;
  }
}
