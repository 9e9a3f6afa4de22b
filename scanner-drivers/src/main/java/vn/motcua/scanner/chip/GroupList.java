package vn.motcua.scanner.chip;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jmrtd.lds.LDSFileUtil;
import vn.motcua.scanner.chip.TrustReason.Kind;

/**
 * EF.COM: the data groups that the chip says it has (ICAO 9303-10 §4.6.1). Nobody signs it, so it
 * only serves to be held against EF.SOD.
 *
 * @param groups their numbers
 */
record GroupList(Set<Integer> groups) {
  private static final int FILE = 0x60;
  private static final int TAGS = 0x5C;

  /** Reads the file. */
  static GroupList parse(byte[] file) throws MalformedException {
    Set<Integer> groups = new TreeSet<>();
    for (Tlv child : Tlv.single(file, FILE).children()) {
      if (child.tag() == TAGS) {
        for (byte tag : child.value()) {
          number(tag & 0xFF).ifPresent(groups::add);
        }
        return new GroupList(Set.copyOf(groups));
      }
    }
    throw new MalformedException("EF.COM lists nothing");
  }

  private static Optional<Integer> number(int tag) {
    try {
      return Optional.of(LDSFileUtil.lookupDataGroupNumberByTag(tag));
    } catch (RuntimeException unknown) {
      return Optional.empty();
    }
  }

  /** Where it differs from what is signed, each with the number of the data group. */
  List<TrustReason> against(SecurityObject.Signed sod) {
    Set<Integer> signed = new TreeSet<>(sod.hashes().keySet());
    List<TrustReason> found = new ArrayList<>();
    for (int group : new TreeSet<>(groups)) {
      if (!signed.contains(group)) {
        found.add(new TrustReason(Kind.LISTED_NOT_SIGNED, group));
      }
    }
    for (int group : signed) {
      if (!groups.contains(group)) {
        found.add(new TrustReason(Kind.NOT_LISTED, group));
      }
    }
    return found;
  }
}
