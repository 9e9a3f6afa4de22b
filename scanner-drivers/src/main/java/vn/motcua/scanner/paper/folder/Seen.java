package vn.motcua.scanner.paper.folder;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.motcua.scanner.Fault;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.paper.file.FileFault;
import vn.motcua.scanner.paper.file.FilePages;
import vn.motcua.scanner.paper.file.PageFile;

/** A file in the folder and since when it has been as it is. */
final class Seen {
  /** What it is good for. */
  enum State {
    /** It changed lately, or was not looked at long enough. */
    CHANGING,
    /** Whole and at rest. */
    READY,
    /** At rest, not whole; perhaps the rest still comes. */
    BROKEN,
    /** It will not get any better. */
    REFUSED
  }

  private final Path file;
  private final boolean pages;
  private final long size;
  private final FileTime time;
  private final @Nullable Object key;
  private final long since;
  private State state = State.CHANGING;
  private Optional<Fault> fault = Optional.empty();

  /**
   * @param pages whether it counts as a file of pages, and not only as a sign of work
   * @param now nanoseconds
   */
  Seen(Path file, boolean pages, BasicFileAttributes attributes, long now) {
    this.file = file;
    this.pages = pages;
    this.size = attributes.size();
    this.time = attributes.lastModifiedTime();
    this.key = attributes.fileKey();
    this.since = now;
  }

  Path file() {
    return file;
  }

  String name() {
    return String.valueOf(file.getFileName());
  }

  boolean pages() {
    return pages;
  }

  State state() {
    return state;
  }

  /** Why it is broken or refused. */
  Optional<Fault> fault() {
    return fault;
  }

  /** Nanoseconds that it has been as it is. */
  long age(long now) {
    return now - since;
  }

  /** Whether it is still the same file with the same bytes, as far as a look from outside tells. */
  boolean same(BasicFileAttributes now) {
    return now.isRegularFile()
        && now.size() == size
        && now.lastModifiedTime().equals(time)
        && Objects.equals(now.fileKey(), key);
  }

  /** Opens it and judges. */
  void judge() {
    fault = Optional.empty();
    try (PageFile opened = FilePages.open(file)) {
      state = opened.pages() > 0 ? State.READY : State.BROKEN;
    } catch (FaultException e) {
      fault = Optional.of(e.fault());
      state = e.fault() instanceof FileFault.Unreadable ? State.BROKEN : State.REFUSED;
    } catch (IOException e) {
      // The writer keeps it to itself, or we may not read it.
      fault = Optional.of(new FileFault.Unreadable(name()));
      state = State.BROKEN;
    }
  }

  /** It changed while it was judged: from the beginning. */
  void unsettle() {
    state = State.CHANGING;
  }
}
