package vn.motcua.kiosk.desk;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vn.motcua.kiosk.store.Durable;
import vn.motcua.scanner.FaultException;

/**
 * What happened to a pile, line by line, each forced to the disk before the call returns. A cut at
 * any byte costs the last line at the most; a spoilt line in the middle costs that line.
 */
final class BatchJournal {
  static final String FILE = "journal";

  /** 2000 pages with long paper names stay far below it. */
  private static final long MAX_BYTES = 8 * 1024 * 1024;

  private final Path file;
  private long length;

  private BatchJournal(Path file, long length) {
    this.file = file;
    this.length = length;
  }

  /**
   * What a journal says.
   *
   * @param entries the lines that are whole, in order
   * @param whole false if some line was torn or spoilt, or there is no journal
   */
  record Content(List<JournalEntry> entries, boolean whole) {}

  /** Reads the journal of a pile; changes nothing. */
  static Content read(Path folder) {
    byte[] bytes;
    try {
      Path file = folder.resolve(FILE);
      if (Files.size(file) > MAX_BYTES) {
        return new Content(List.of(), false);
      }
      bytes = Files.readAllBytes(file);
    } catch (NoSuchFileException none) {
      return new Content(List.of(), false);
    } catch (IOException unreadable) {
      return new Content(List.of(), false); // the pages are found from their files
    }
    List<JournalEntry> entries = new ArrayList<>();
    boolean whole = true;
    int from = 0;
    for (int at = 0; at < bytes.length; at++) {
      if (bytes[at] == '\n') {
        Optional<JournalEntry> entry = JournalEntry.read(Arrays.copyOfRange(bytes, from, at));
        entry.ifPresent(entries::add);
        whole &= entry.isPresent();
        from = at + 1;
      }
    }
    return new Content(entries, whole && from == bytes.length);
  }

  /** A journal that says {@code entries} and nothing else: for a new pile or a repaired one. */
  static BatchJournal write(Path folder, List<JournalEntry> entries) throws FaultException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    entries.forEach(entry -> bytes.writeBytes(entry.line()));
    Path file = folder.resolve(FILE);
    Durable.write(file, bytes.toByteArray());
    return new BatchJournal(file, bytes.size());
  }

  /** Goes on with a journal that is whole. */
  static BatchJournal goOn(Path folder) throws FaultException {
    Path file = folder.resolve(FILE);
    try {
      return new BatchJournal(file, Files.size(file));
    } catch (IOException trouble) {
      throw Durable.fault(trouble, folder);
    }
  }

  /** As {@link #append(List)}, one line. */
  void append(JournalEntry entry) throws FaultException {
    append(List.of(entry));
  }

  /**
   * Adds lines; when this returns they are on the disk.
   *
   * @throws FaultException STORE-FULL, STORE-READ-ONLY, STORE-DISK, BATCH-LONG; then the journal is
   *     as before
   */
  void append(List<JournalEntry> entries) throws FaultException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    entries.forEach(entry -> bytes.writeBytes(entry.line()));
    if (length + bytes.size() > MAX_BYTES) {
      throw new FaultException(new BatchFault.TooLong()); // or it would not be read again
    }
    ByteBuffer lines = ByteBuffer.wrap(bytes.toByteArray());
    // Opened anew each time: an interrupted thread closes its channel, and the next must not care.
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      // Whatever an append that failed may have left behind goes first.
      channel.truncate(length);
      long at = length;
      while (lines.hasRemaining()) {
        at += channel.write(lines, at);
      }
      channel.force(true);
      length = at;
    } catch (IOException trouble) {
      throw Durable.fault(trouble, file.resolveSibling("."));
    }
  }
}
