package vn.motcua.kiosk.store.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/**
 * A disk below one folder, to which a {@link Recording} is done again call by call, and from which
 * the power can be taken at any moment. What it promises, and nothing beyond:
 *
 * <ul>
 *   <li>What was written to a file before a sync of that file began is there once it has ended. Of
 *       what was written since, each sector of 512 bytes is there or not, on its own, in any order,
 *       in any of the versions it had; so is the file's length; room never written holds zeros or
 *       rubbish.
 *   <li>Names (made, renamed, removed) are there once their folder was synced, a name that was
 *       renamed also when the other folder was. Syncing a file does not save its name. Names of one
 *       folder come in their order; between folders in that order too, or in none.
 *   <li>A rename is there as a whole or not.
 * </ul>
 */
final class Disk {
  /** How much of what is not sure survives a power cut. */
  enum Fate {
    NOTHING,
    ALL,
    SECTORS,
    MOST_SECTORS,
    FEW_SECTORS,
    PAGES
  }

  /** One change of names. A rename takes from one folder and adds to another. */
  private record Naming(DiskFolder from, String gone, DiskFolder to, String made, DiskNode node) {
    boolean touches(DiskFolder folder) {
      return (!gone.isEmpty() && from == folder) || (!made.isEmpty() && to == folder);
    }

    void apply(Map<DiskFolder, Map<String, DiskNode>> names) {
      if (!gone.isEmpty()) {
        names.computeIfAbsent(from, folder -> new TreeMap<>(folder.sure())).remove(gone);
      }
      if (!made.isEmpty()) {
        names.computeIfAbsent(to, folder -> new TreeMap<>(folder.sure())).put(made, node);
      }
    }
  }

  private record Opened(DiskNode node, String name) {}

  private record Sync(DiskNode node, String name, int mark) {}

  private final Path root;
  private final Predicate<String> skipped;
  private final DiskFolder top = new DiskFolder();
  private final Map<Long, Opened> descriptors = new HashMap<>();
  private final Map<Long, Sync> syncs = new HashMap<>();
  private final List<Naming> open = new ArrayList<>();
  private final Map<DiskFile, Path> pool = new IdentityHashMap<>();
  private final Map<DiskFile, Integer> pooled = new IdentityHashMap<>();
  private final Random failures = new Random(1);

  /**
   * @param root the folder that was recorded
   * @param skipped syncs of these files and folders count for nothing: a program that left them out
   */
  Disk(Path root, Predicate<String> skipped) {
    this.root = root;
    this.skipped = skipped;
  }

  void apply(Recording.Entry entry) {
    switch (entry.kind()) {
      case BEGIN -> {
        descriptors.clear();
        syncs.clear();
      }
      case OPEN -> opened(entry);
      case CLOSE -> descriptors.remove(entry.a());
      case WRITE -> file(entry.a()).write(entry.b(), entry.bytes());
      case SIZE -> file(entry.a()).length(entry.b());
      case SYNC -> sync(entry);
      case SYNCED -> synced(entry);
      case RENAME -> rename(entry.name(), entry.text());
      case REMOVE -> {
        DiskFolder folder = folder(entry.name());
        folder.seen().remove(last(entry.name()));
        open.add(new Naming(folder, last(entry.name()), folder, "", new DiskFolder()));
      }
      case FOLDER -> name(entry.name(), new DiskFolder());
      case MAPPED -> {
        String name = opened(entry.a()).name();
        if (!isIndex(name)) {
          throw new IllegalStateException("written past the record: " + name);
        }
      }
      case SAID -> {
        // Nothing on the disk.
      }
      case STRANGE -> throw new IllegalStateException("not understood: " + entry.name());
    }
  }

  private void opened(Recording.Entry entry) {
    DiskNode node;
    if ((entry.b() & 1) != 0) {
      node = new DiskFile();
      name(entry.name(), node);
    } else if (entry.name().equals(root.toString())) {
      node = top;
    } else {
      DiskNode there = folder(entry.name()).seen().get(last(entry.name()));
      if (there == null) {
        throw new IllegalStateException("never made: " + entry.name());
      }
      node = there;
      if ((entry.b() & 2) != 0 && node instanceof DiskFile file) {
        file.length(0);
      }
    }
    descriptors.put(entry.a(), new Opened(node, entry.name()));
  }

  private void sync(Recording.Entry entry) {
    Opened at = opened(entry.a());
    int mark = at.node() instanceof DiskFile file ? file.mark() : open.size();
    syncs.put(entry.b(), new Sync(at.node(), at.name(), mark));
  }

  private void synced(Recording.Entry entry) {
    Sync sync = syncs.remove(entry.a());
    if (sync == null || skipped.test(sync.name())) {
      return;
    }
    if (entry.b() != 0) {
      if (sync.node() instanceof DiskFile file) {
        file.syncFailed(failures);
      }
      return;
    }
    switch (sync.node()) {
      case DiskFile file -> shift(file, file.synced(sync.mark()));
      case DiskFolder folder -> synced(folder, sync.mark());
    }
  }

  /** Its names, and what went before in the folders they came from. */
  private void synced(DiskFolder folder, int mark) {
    Set<DiskFolder> folders = new HashSet<>(Set.of(folder));
    boolean[] sure = new boolean[open.size()];
    for (int i = Math.min(mark, open.size()) - 1; i >= 0; i--) {
      Naming naming = open.get(i);
      if (folders.stream().anyMatch(naming::touches)) {
        sure[i] = true;
        folders.add(naming.from());
        folders.add(naming.to());
      }
    }
    int i = 0;
    Map<DiskFolder, Map<String, DiskNode>> names = new HashMap<>();
    for (Iterator<Naming> each = open.iterator(); each.hasNext(); i++) {
      Naming naming = each.next();
      if (sure[i]) {
        naming.apply(names);
        each.remove();
      }
    }
    names.forEach((where, now) -> {
      where.sure().clear();
      where.sure().putAll(now);
    });
    syncs.replaceAll((number, sync) ->
        sync.node() instanceof DiskFolder
            ? new Sync(sync.node(), sync.name(), sync.mark() - count(sure, sync.mark()))
            : sync);
  }

  /** Syncs that are still under way count from the start of what is open. */
  private static int count(boolean[] gone, int before) {
    int count = 0;
    for (int i = 0; i < Math.min(before, gone.length); i++) {
      count += gone[i] ? 1 : 0;
    }
    return count;
  }

  private void shift(DiskNode node, int gone) {
    syncs.replaceAll((number, sync) ->
        sync.node() == node ? new Sync(node, sync.name(), Math.max(0, sync.mark() - gone)) : sync);
  }

  private void rename(String from, String to) {
    DiskFolder old = folder(from);
    DiskNode node = old.seen().remove(last(from));
    if (node == null) {
      throw new IllegalStateException("never made: " + from);
    }
    DiskFolder now = folder(to);
    now.seen().put(last(to), node);
    open.add(new Naming(old, last(from), now, last(to), node));
  }

  private void name(String name, DiskNode node) {
    DiskFolder folder = folder(name);
    folder.seen().put(last(name), node);
    open.add(new Naming(folder, "", folder, last(name), node));
  }

  private Opened opened(long descriptor) {
    Opened known = descriptors.get(descriptor);
    if (known == null) {
      throw new IllegalStateException("never opened: " + descriptor);
    }
    return known;
  }

  private DiskFile file(long descriptor) {
    if (opened(descriptor).node() instanceof DiskFile file) {
      return file;
    }
    throw new IllegalStateException("a folder is written");
  }

  private DiskFolder folder(String name) {
    DiskFolder at = top;
    Path relative = root.relativize(Path.of(name));
    for (int i = 0; i < relative.getNameCount() - 1; i++) {
      if (!(at.seen().get(relative.getName(i).toString()) instanceof DiskFolder next)) {
        throw new IllegalStateException("never made: " + name);
      }
      at = next;
    }
    return at;
  }

  private static String last(String name) {
    return name.substring(name.lastIndexOf('/') + 1);
  }

  /** The index of SQLite's log lives in memory only: it is made anew whenever a store is opened. */
  private static boolean isIndex(String name) {
    return name.endsWith("-shm");
  }

  /**
   * Puts into {@code target} what may be found after a power cut now.
   *
   * @param shared where files that are surely there and never change are kept once for all cuts
   */
  void cut(Path target, Path shared, Fate fate, RandomGenerator random) throws IOException {
    Map<DiskFolder, Map<String, DiskNode>> names = new HashMap<>();
    survivors(fate, random).forEach(naming -> naming.apply(names));
    write(top, target, shared, fate, random, names);
  }

  private List<Naming> survivors(Fate fate, RandomGenerator random) {
    return switch (fate) {
      case NOTHING -> List.of();
      case ALL -> open;
      default ->
          random.nextBoolean()
              ? open.subList(0, random.nextInt(open.size() + 1))
              : eachOnItsOwn(random);
    };
  }

  /** A folder's names up to some moment, whatever became of other folders'. */
  private List<Naming> eachOnItsOwn(RandomGenerator random) {
    List<Naming> there = new ArrayList<>();
    Set<DiskFolder> ended = new HashSet<>();
    double ends = random.nextDouble();
    for (Naming naming : open) {
      boolean cut = ended.contains(naming.from()) || ended.contains(naming.to());
      if (cut || random.nextDouble() < ends) {
        ended.add(naming.from());
        ended.add(naming.to());
      } else {
        there.add(naming);
      }
    }
    return there;
  }

  private void write(
      DiskFolder folder,
      Path target,
      Path shared,
      Fate fate,
      RandomGenerator random,
      Map<DiskFolder, Map<String, DiskNode>> names)
      throws IOException {
    Files.createDirectory(target);
    for (Map.Entry<String, DiskNode> each : names.getOrDefault(folder, folder.sure()).entrySet()) {
      Path at = target.resolve(each.getKey());
      switch (each.getValue()) {
        case DiskFolder inner -> write(inner, at, shared, fate, random, names);
        case DiskFile file -> write(file, at, shared, fate, random);
      }
    }
  }

  private void write(DiskFile file, Path at, Path shared, Fate fate, RandomGenerator random)
      throws IOException {
    String name = at.toString();
    if (isIndex(name)) {
      if (random.nextBoolean()) {
        byte[] rubbish = new byte[32768];
        random.nextBytes(rubbish);
        Files.write(at, rubbish);
      }
      return;
    }
    boolean blob = last(name).length() == 64;
    if (blob && file.isClean()) {
      Files.createLink(at, shared(file, shared));
      return;
    }
    Files.write(
        at,
        (switch (fate) {
              case NOTHING -> file.sure();
              case ALL -> file.seen();
              case SECTORS -> file.after(random, 0.5, false);
              case MOST_SECTORS -> file.after(random, 0.95, false);
              case FEW_SECTORS -> file.after(random, 0.05, false);
              case PAGES -> file.after(random, 0.5, true);
            })
            .bytes());
  }

  private Path shared(DiskFile file, Path shared) throws IOException {
    Path kept = pool.get(file);
    if (kept == null || !Integer.valueOf(file.version()).equals(pooled.get(file))) {
      kept = Files.createTempFile(shared, "kept", "");
      Files.write(kept, file.sure().bytes());
      pool.put(file, kept);
      pooled.put(file, file.version());
    }
    return kept;
  }
}
