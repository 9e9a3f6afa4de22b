package vn.motcua.kiosk.paper;

import java.nio.file.Path;
import java.util.List;
import vn.motcua.kiosk.paper.page.BadPage;

/**
 * A pile of pages that became a file.
 *
 * @param file the PDF/A-2b
 * @param pages its pages
 * @param milliseconds it took
 * @param skipped the bad pages that were left out, by their numbers in the pile; empty unless that
 *     was asked for
 * @param texts what was read, a text a page
 * @param unread pages of the file, from 1, that took too long to read and have no text
 * @param notes what a person should know, a note a page of the file
 * @param origins where the pages of the pile came from, by the numbers that notes and bad pages
 *     have, from 1; empty for a part of a divided pile, whose numbers are the whole pile's
 */
public record Digitised(
    Path file,
    int pages,
    long milliseconds,
    List<BadPage> skipped,
    List<String> texts,
    List<Integer> unread,
    List<PageNote> notes,
    List<PageOrigin> origins) {
  public Digitised {
    skipped = List.copyOf(skipped);
    texts = List.copyOf(texts);
    unread = List.copyOf(unread);
    notes = List.copyOf(notes);
    origins = List.copyOf(origins);
  }

  /** The text of all pages, parted by form feeds. */
  public String text() {
    return String.join("\f", texts);
  }
}
