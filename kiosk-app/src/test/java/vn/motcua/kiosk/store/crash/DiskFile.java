package vn.motcua.kiosk.store.crash;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * One file on a disk that can lose its power: what is surely on it, and what was written since, of
 * which any part may be.
 */
final class DiskFile implements DiskNode {
  /** What a disk writes as a whole. */
  static final int SECTOR = 512;

  /** What the system's cache writes at a time. */
  private static final int PAGE = 4096;

  private static final int TOGETHER = PAGE / SECTOR;

  /** A write, or a new length if there are no bytes. */
  private record Change(int at, byte[] bytes, boolean length) {
    int end() {
      return at + bytes.length;
    }
  }

  private Content sure = new Content();
  private final Content seen = new Content();
  private final List<Change> open = new ArrayList<>();
  private boolean failed;
  private int version;

  void write(long at, byte[] bytes) {
    int start = (int) at;
    seen.write(start, bytes, 0, bytes.length);
    if (failed) {
      // After a sync that failed the cache takes its pages for clean: what is written to such a
      // page takes the rest of it along, what is not touched again stays away.
      int from = start / PAGE * PAGE;
      int to = Math.min(seen.length(), (start + bytes.length + PAGE - 1) / PAGE * PAGE);
      open.add(new Change(from, seen.bytes(from, to), false));
    } else {
      open.add(new Change(start, bytes, false));
    }
  }

  void length(long bytes) {
    seen.length((int) bytes);
    open.add(new Change((int) bytes, new byte[0], true));
  }

  /** How much a sync that begins now covers. */
  int mark() {
    return open.size();
  }

  /** Gives how many changes are sure now that were not. */
  int synced(int mark) {
    List<Change> covered = open.subList(0, Math.min(mark, open.size()));
    int count = covered.size();
    for (Change change : covered) {
      if (change.length()) {
        sure.length(change.at());
      } else {
        sure.write(change.at(), change.bytes(), 0, change.bytes().length);
      }
    }
    covered.clear();
    version += count > 0 ? 1 : 0;
    return count;
  }

  /** The disk refused: some of it is there, the cache knows no more of the rest. */
  void syncFailed(RandomGenerator random) {
    sure = after(random, 0.5, false);
    open.clear();
    failed = true;
    version++;
  }

  /** Whether everything that was written is surely there. */
  boolean isClean() {
    return open.isEmpty() && sure.same(seen);
  }

  /** Grows with each change of what is surely there. */
  int version() {
    return version;
  }

  /** What the program itself would read. */
  Content seen() {
    return seen;
  }

  /** What is surely there. */
  Content sure() {
    return sure;
  }

  /**
   * What may be there after a power cut: each sector as it surely was or as any of the writes since
   * has left it, whatever became of the others; the file as long as it was at any moment since. It
   * was cut shorter as a whole or not at all: that is a change of the file's entry, which no file
   * system writes to the sectors; only then is what lay behind gone.
   *
   * @param kept how likely the last write of a sector is there, 0 to 1
   * @param pages whether whole pages share one fate, all but one of them
   */
  Content after(RandomGenerator random, double kept, boolean pages) {
    if (open.isEmpty()) {
      return sure;
    }
    List<Integer> lengths = new ArrayList<>(List.of(sure.length()));
    // What was cut before this change is cut, what would be cut from there on is not.
    List<Integer> cuts = new ArrayList<>();
    int longest = sure.length();
    for (Change change : open) {
      int before = lengths.getLast();
      int now = change.length() ? change.at() : Math.max(before, change.end());
      if (now < before) {
        cuts.add(lengths.size());
      }
      lengths.add(now);
      longest = Math.max(longest, now);
    }
    int made = 0;
    while (made < cuts.size() && random.nextDouble() < kept) {
      made++;
    }
    int first = made == 0 ? 0 : cuts.get(made - 1);
    int end = made == cuts.size() ? lengths.size() : cuts.get(made);
    List<Integer> possible = lengths.subList(first, end);
    int[] left = fates(longest, random, kept, pages);
    Content result = new Content(sure, longest);
    result.length(longest);
    if (random.nextInt(4) == 0) {
      // Room that was given to the file and never written may hold anything.
      byte[] stale = new byte[longest - sure.length()];
      random.nextBytes(stale);
      result.write(sure.length(), stale, 0, stale.length);
    }
    int number = 0;
    for (Change change : open) {
      number++;
      if (change.length()) {
        if (number < end) {
          result.clear(change.at(), longest);
        }
      } else {
        write(change, result, left);
      }
    }
    boolean last = random.nextDouble() < kept;
    result.length(last ? possible.getLast() : possible.get(random.nextInt(possible.size())));
    return result;
  }

  /** Those of its sectors that have writes left. */
  private static void write(Change change, Content result, int[] left) {
    int end = change.end();
    for (int sector = change.at() / SECTOR; sector * SECTOR < end; sector++) {
      if (left[sector]-- > 0) {
        int from = Math.max(change.at(), sector * SECTOR);
        int to = Math.min(end, (sector + 1) * SECTOR);
        result.write(from, change.bytes(), from - change.at(), to - change.at());
      }
    }
  }

  /** How many of the writes to each sector are there. */
  private int[] fates(int longest, RandomGenerator random, double kept, boolean pages) {
    int[] writes = new int[longest / SECTOR + 1];
    for (Change change : open) {
      int end = change.length() ? 0 : change.end();
      for (int sector = change.at() / SECTOR; sector * SECTOR < end; sector++) {
        writes[sector]++;
      }
    }
    int[] left = new int[writes.length];
    int torn = random.nextInt(writes.length) / TOGETHER;
    for (int sector = 0; sector < writes.length; sector++) {
      int leader = sector / TOGETHER * TOGETHER;
      if (pages && sector / TOGETHER != torn && sector != leader) {
        left[sector] = Math.min(writes[sector], left[leader]);
      } else if (random.nextDouble() < kept) {
        left[sector] = writes[sector];
      } else {
        left[sector] = random.nextInt(writes[sector] + 1);
      }
    }
    return left;
  }
}
