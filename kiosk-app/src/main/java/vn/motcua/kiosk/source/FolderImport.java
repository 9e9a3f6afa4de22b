package vn.motcua.kiosk.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import vn.motcua.kiosk.source.SourceMemory.FileNote;
import vn.motcua.kiosk.table.TableFault;
import vn.motcua.kiosk.table.TableReader;
import vn.motcua.kiosk.table.TableRow;
import vn.motcua.scanner.Fault;
import vn.motcua.scanner.FaultException;

/**
 * Takes one file, in two passes over the same open file: the first reads all of it and decides
 * whether anything may be taken, the second takes the good rows in batches. Holds one batch of rows
 * at most. What was known before is only ever replaced by something newer.
 */
final class FolderImport {
  private static final int BATCH = 200;

  /**
   * What a file in the folder says is read anew after so long, so that it is not forgotten as long
   * as the file lies there: less than the shortest time for which answers are kept.
   */
  static final Duration FRESH = Duration.ofHours(12);

  private final String source;
  private final FolderMapping mapping;
  private final SourceMemory memory;
  private final Clock clock;

  FolderImport(String source, FolderMapping mapping, SourceMemory memory, Clock clock) {
    this.source = source;
    this.mapping = mapping;
    this.memory = memory;
    this.clock = clock;
  }

  /** What takes good rows one by one. */
  private interface Taker {
    void take(SourceAnswer.Found row) throws FaultException, IOException, RowReader.BadRow;
  }

  private record Pass(long good, ImportReport.Bad bad, boolean whole, String sha256) {}

  /** Takes it, or says why not; empty if exactly this content was dealt with before. */
  Optional<ImportReport> take(ReadyFiles.Ready ready) throws FaultException {
    String name = String.valueOf(ready.file().getFileName());
    LocalDateTime now = LocalDateTime.now(clock);
    if (ready.look().bytes() > mapping.mostBytes()) {
      FileNote note = note(name, "", ready, now, 0, 0, SourceFault.Kind.FILE_LARGE);
      return known(note) ? Optional.empty() : Optional.of(said(note, 0, new ImportReport.Bad()));
    }
    ImportReport.Bad none = new ImportReport.Bad();
    String sha256 = "";
    try (FileChannel channel = FileChannel.open(ready.file(), StandardOpenOption.READ)) {
      LocalDateTime asOf = asOf(name, ready, now);
      sha256 = hash(channel);
      FileNote same = note(name, sha256, ready, now, 0, 0, Optional.empty());
      boolean known = known(same);
      if (known && !isStale(same)) {
        return Optional.empty();
      }
      Contradictions twice = new Contradictions();
      Pass all = pass(channel, asOf, now, twice::see);
      Pass first = new Pass(all.good() - twice.count(), all.bad(), all.whole(), all.sha256());
      if (known) {
        second(channel, ready, asOf, now, twice);
        return Optional.empty();
      }
      Optional<Fault> refused = refused(first, ready, sha256);
      if (refused.isPresent()) {
        FileNote note = note(name, sha256, ready, now, first.good(), first.bad().count(), refused);
        return Optional.of(said(note, 0, first.bad()));
      }
      long newer = second(channel, ready, asOf, now, twice);
      FileNote note =
          note(name, sha256, ready, now, first.good(), first.bad().count(), Optional.empty());
      return Optional.of(said(note, newer, first.bad()));
    } catch (IOException trouble) {
      Optional<Fault> fault = Optional.of(new SourceFault(SourceFault.Kind.FILE_ACCESS));
      return Optional.of(
          new ImportReport(note(name, sha256, ready, now, 0, 0, fault), 0, none.first()));
    } catch (FaultException trouble) {
      if (trouble.fault().code().startsWith("STORE-")) {
        throw trouble;
      }
      FileNote note = note(name, sha256, ready, now, 0, 0, Optional.of(trouble.fault()));
      if (trouble.fault() instanceof TableFault) {
        none.add(1, String.valueOf(trouble.getMessage()));
      }
      return Optional.of(said(note, 0, none));
    }
  }

  private Optional<Fault> refused(Pass first, ReadyFiles.Ready ready, String sha256)
      throws FaultException, IOException {
    if (!first.whole() && mapping.whole() == FolderMapping.Whole.QUIET) {
      return fault(SourceFault.Kind.FILE_UNFINISHED);
    }
    if (!first.sha256().equals(sha256) || changed(ready)) {
      return fault(SourceFault.Kind.FILE_CHANGED);
    }
    // A name or a marker says that a file is whole, not that JSON ends where it should.
    if (!first.whole() && !mapping.csv()) {
      return Optional.of(new TableFault.Broken());
    }
    if (first.good() == 0) {
      return fault(SourceFault.Kind.FILE_NOTHING);
    }
    Optional<Long> before = mapping.full() ? memory.rowsOfLastFull(source) : Optional.empty();
    boolean shrunk =
        before.isPresent() && first.good() * 100 < before.get() * mapping.leastPercent();
    return shrunk ? fault(SourceFault.Kind.FILE_SHRUNK) : Optional.empty();
  }

  private long second(
      FileChannel channel,
      ReadyFiles.Ready ready,
      LocalDateTime asOf,
      LocalDateTime now,
      Contradictions twice)
      throws IOException, FaultException {
    List<SourceAnswer.Found> batch = new ArrayList<>();
    long[] newer = new long[1];
    pass(
        channel,
        asOf,
        now,
        row -> {
          twice.refuse(row);
          batch.add(row);
          if (batch.size() == BATCH) {
            newer[0] += put(batch, ready);
          }
        });
    return newer[0] + put(batch, ready);
  }

  private int put(List<SourceAnswer.Found> batch, ReadyFiles.Ready ready)
      throws IOException, FaultException {
    if (changed(ready)) {
      throw new FaultException(new SourceFault(SourceFault.Kind.FILE_CHANGED));
    }
    int newer = batch.isEmpty() ? 0 : memory.put(source, List.copyOf(batch));
    batch.clear();
    return newer;
  }

  private Pass pass(FileChannel channel, LocalDateTime asOf, LocalDateTime now, Taker taker)
      throws IOException, FaultException {
    channel.position(0);
    MessageDigest digest = digest();
    InputStream bytes =
        new DigestInputStream(new Unclosed(Channels.newInputStream(channel)), digest);
    ImportReport.Bad bad = new ImportReport.Bad();
    long good = 0;
    boolean whole;
    try (TableReader table = mapping.open(bytes)) {
      for (Optional<TableRow> next = table.next(); next.isPresent(); next = table.next()) {
        switch (next.get()) {
          case TableRow.Bad(long line, TableRow.Why why) -> bad.add(line, why.name());
          case TableRow.Read row -> {
            try {
              taker.take(found(row, asOf, now));
              good++;
            } catch (RowReader.BadRow field) {
              bad.add(row.line(), String.valueOf(field.getMessage()));
            }
          }
        }
      }
      whole = table.endsWhole();
    }
    bytes.transferTo(java.io.OutputStream.nullOutputStream());
    return new Pass(good, bad, whole, HexFormat.of().formatHex(digest.digest()));
  }

  private SourceAnswer.Found found(TableRow.Read row, LocalDateTime fileAsOf, LocalDateTime now)
      throws RowReader.BadRow {
    java.util.function.Function<SourceField, String> texts =
        field -> {
          String column = mapping.columns().get(field);
          return column == null ? "" : row.cell(column);
        };
    RowReader reader = mapping.reader();
    LocalDateTime asOf = reader.moment(texts, SourceField.AS_OF).orElse(fileAsOf);
    if (asOf.isAfter(now.plus(RowReader.AHEAD))) {
      throw new RowReader.BadRow(SourceField.AS_OF.word());
    }
    Optional<LocalDateTime> at = reader.moment(texts, SourceField.PROGRESS_AT);
    List<SourceDossier.Line> lines =
        at.isEmpty()
            ? List.of()
            : List.of(
                reader.line(
                    texts.apply(SourceField.HOLDER),
                    texts.apply(SourceField.PROGRESS_AT),
                    texts.apply(SourceField.PROGRESS),
                    texts.apply(SourceField.STATUS)));
    return new SourceAnswer.Found(source, asOf, reader.read(texts, lines, now));
  }

  /**
   * When a file was true: what its name says, else when it was written; never later than now. A
   * name that says no moment, or one to come, would be believed before all that is newer.
   */
  private LocalDateTime asOf(String name, ReadyFiles.Ready ready, LocalDateTime now)
      throws FaultException {
    Optional<Matcher> named =
        mapping.nameMoment().map(pattern -> pattern.matcher(name)).filter(Matcher::find);
    if (named.isPresent()) {
      LocalDateTime told =
          mapping
              .dates()
              .read(String.valueOf(named.get().group(1)))
              .filter(at -> !at.isAfter(now.plus(RowReader.AHEAD)))
              .orElseThrow(
                  () -> new FaultException(new SourceFault(SourceFault.Kind.FILE_NAME), name));
      return told.isAfter(now) ? now : told;
    }
    LocalDateTime written =
        LocalDateTime.ofInstant(ready.look().time().toInstant(), clock.getZone());
    return written.isAfter(now) ? now : written;
  }

  /** Whether it was taken so long ago that what it says might be forgotten. */
  private boolean isStale(FileNote note) throws FaultException {
    return memory
        .file(source, note.name())
        .filter(before -> before.fault().isEmpty())
        .filter(before -> !before.at().isAfter(note.at().minus(FRESH)))
        .isPresent();
  }

  private boolean known(FileNote note) throws FaultException {
    return memory
        .file(source, note.name())
        .filter(before -> before.bytes() == note.bytes())
        .filter(before -> before.sha256().equals(note.sha256()))
        .isPresent();
  }

  private ImportReport said(FileNote note, long newer, ImportReport.Bad bad) throws FaultException {
    // What may become right by itself is looked at again.
    if (!note.fault().equals(new SourceFault(SourceFault.Kind.FILE_CHANGED).code())
        && !note.fault().equals(new SourceFault(SourceFault.Kind.FILE_NAME).code())) {
      memory.remember(source, note);
    }
    return new ImportReport(note, newer, bad.first());
  }

  private FileNote note(
      String name,
      String sha256,
      ReadyFiles.Ready ready,
      LocalDateTime now,
      long rows,
      long refused,
      SourceFault.Kind kind) {
    return note(name, sha256, ready, now, rows, refused, fault(kind));
  }

  private FileNote note(
      String name,
      String sha256,
      ReadyFiles.Ready ready,
      LocalDateTime now,
      long rows,
      long refused,
      Optional<Fault> fault) {
    return new FileNote(
        name,
        sha256,
        ready.look().bytes(),
        now,
        rows,
        refused,
        fault.map(Fault::code).orElse(""),
        mapping.full());
  }

  private static boolean changed(ReadyFiles.Ready ready) {
    try {
      return !ReadyFiles.Look.at(ready.file()).equals(ready.look());
    } catch (IOException gone) {
      return true;
    }
  }

  private static Optional<Fault> fault(SourceFault.Kind kind) {
    return Optional.of(new SourceFault(kind));
  }

  private String hash(FileChannel channel) throws IOException {
    channel.position(0);
    MessageDigest digest = digest();
    new DigestInputStream(new Unclosed(Channels.newInputStream(channel)), digest)
        .transferTo(java.io.OutputStream.nullOutputStream());
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Of the mapping and the file: whoever mends the mapping wants the file looked at anew. */
  private MessageDigest digest() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(mapping.fingerprint().getBytes(StandardCharsets.UTF_8));
      return digest;
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  /** Leaves the file open for the next pass, and is never asked for more than it has. */
  private static final class Unclosed extends java.io.FilterInputStream {
    Unclosed(InputStream in) {
      super(in);
    }

    @Override
    public void close() {
      // Whoever opened the file closes it.
    }
  }
}
