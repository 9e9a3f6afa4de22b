package vn.motcua.kiosk.store.crash;

import java.util.Map;
import java.util.TreeMap;

/**
 * One folder on a disk that can lose its power.
 *
 * @param seen its names as the program sees them
 * @param sure its names that are surely on the disk
 */
record DiskFolder(Map<String, DiskNode> seen, Map<String, DiskNode> sure) implements DiskNode {
  DiskFolder() {
    this(new TreeMap<>(), new TreeMap<>());
  }

  /** Two folders are the same only if they are one. */
  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
