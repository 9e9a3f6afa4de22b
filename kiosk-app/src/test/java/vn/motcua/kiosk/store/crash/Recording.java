package vn.motcua.kiosk.store.crash;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything that a program did to the files below a folder, and everything it said, in the order
 * in which it happened: what {@code recorder.c} wrote down.
 *
 * @param entries one for each call
 */
record Recording(List<Entry> entries) {
  /** What a call did. */
  enum Kind {
    /** A process began. */
    BEGIN('B'),
    /** Opened: a = descriptor, b = 1 it was made, 2 it was cut to nothing; name. */
    OPEN('O'),
    /** Closed: a = descriptor. */
    CLOSE('X'),
    /** Written: a = descriptor, b = where; bytes. */
    WRITE('W'),
    /** Made longer or shorter: a = descriptor, b = bytes. */
    SIZE('T'),
    /** A sync began: a = descriptor, b = its number. */
    SYNC('S'),
    /** A sync ended: a = its number, b = 0 if it succeeded. */
    SYNCED('E'),
    /** Renamed: name, and the new one in bytes. */
    RENAME('R'),
    /** Removed: name. */
    REMOVE('U'),
    /** A folder was made: name. */
    FOLDER('M'),
    /** Mapped into memory to be written: a = descriptor. */
    MAPPED('m'),
    /** Said on the standard output: bytes. */
    SAID('A'),
    /** Something that a replay does not understand: name. */
    STRANGE('?');

    private final char letter;

    Kind(char letter) {
      this.letter = letter;
    }

    static Kind of(char letter) {
      for (Kind kind : values()) {
        if (kind.letter == letter) {
          return kind;
        }
      }
      throw new IllegalArgumentException("no such entry: " + letter);
    }
  }

  /** One call; what its parts mean stands at its {@link Kind}. */
  record Entry(Kind kind, long a, long b, String name, byte[] bytes) {
    String text() {
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }

  static Recording read(Path file) throws IOException {
    ByteBuffer all = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.nativeOrder());
    List<Entry> entries = new ArrayList<>();
    while (all.hasRemaining()) {
      Kind kind = Kind.of((char) all.get());
      long a = all.getLong();
      long b = all.getLong();
      byte[] name = new byte[all.getInt()];
      byte[] bytes = new byte[all.getInt()];
      all.get(name).get(bytes);
      entries.add(new Entry(kind, a, b, new String(name, StandardCharsets.UTF_8), bytes));
    }
    return new Recording(entries);
  }

  /** How many entries of that kind there are. */
  int count(Kind kind) {
    return (int) entries.stream().filter(entry -> entry.kind() == kind).count();
  }

  /** The lines that were said before entry {@code end}. */
  List<String> said(int end) {
    StringBuilder text = new StringBuilder();
    for (Entry entry : entries.subList(0, end)) {
      if (entry.kind() == Kind.SAID) {
        text.append(entry.text());
      }
    }
    return text.toString().lines().toList();
  }
}
