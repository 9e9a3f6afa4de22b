package vn.motcua.kiosk.paper.sign;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;

/**
 * Compares a document with its own earlier revision, value by value from the catalogue down, so
 * that it does not matter how a change was brought in: by new objects, by swapping references, by
 * another cross-reference table ("shadow attacks", NDSS 2021). What is not on the short list of
 * additions that signing needs is a change.
 */
final class RevisionDiff {
  private static final int MOST_CHANGES = 50;
  private static final int MOST_VALUES = 5_000_000;
  private static final COSName DSS = COSName.getPDFName("DSS");
  private static final COSName EXTENSIONS = COSName.getPDFName("Extensions");
  private static final COSName SIG_FLAGS = COSName.getPDFName("SigFlags");
  private static final Set<COSName> NEW_FORM =
      Set.of(COSName.FIELDS, SIG_FLAGS, COSName.DR, COSName.DA, COSName.TYPE);
  private static final Set<COSName> FILLED_BY_SIGNING =
      Set.of(COSName.V, COSName.AP, COSName.M, COSName.F, COSName.MK);

  private enum Role {
    PLAIN,
    CATALOG,
    FORM,
    FIELDS,
    ANNOTATIONS
  }

  private record Pair(
      @Nullable COSBase before,
      @Nullable COSBase after,
      String path,
      Role role,
      Change.Kind kind) {}

  /** Two values by identity. */
  private record Seen(COSBase before, COSBase after) {
    @Override
    @SuppressWarnings("ReferenceEquality")
    public boolean equals(@Nullable Object other) {
      return other instanceof Seen that && before == that.before && after == that.after;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(before) * 31 + System.identityHashCode(after);
    }
  }

  private final Map<COSObjectKey, Long> placesBefore;
  private final Map<COSObjectKey, Long> placesAfter;
  private final NewSignatures signatures;
  private final Deque<Pair> open = new ArrayDeque<>();
  private final Set<Seen> seen = new HashSet<>();
  private final Set<Change> changes = new LinkedHashSet<>();

  private RevisionDiff(PDDocument before, PDDocument after, NewSignatures signatures) {
    placesBefore = before.getDocument().getXrefTable();
    placesAfter = after.getDocument().getXrefTable();
    this.signatures = signatures;
  }

  /**
   * What is different, each place once.
   *
   * @param signatures those that were made after the earlier revision
   */
  static List<Change> between(PDDocument before, PDDocument after, NewSignatures signatures)
      throws IOException {
    RevisionDiff diff = new RevisionDiff(before, after, signatures);
    COSDictionary old = before.getDocument().getTrailer();
    COSDictionary now = after.getDocument().getTrailer();
    diff.open.add(
        new Pair(
            old.getItem(COSName.INFO),
            now.getItem(COSName.INFO),
            "Info",
            Role.PLAIN,
            Change.Kind.METADATA));
    diff.open.add(
        new Pair(
            old.getItem(COSName.ROOT),
            now.getItem(COSName.ROOT),
            "",
            Role.CATALOG,
            Change.Kind.CONTENT));
    diff.run();
    return List.copyOf(diff.changes);
  }

  private void run() throws IOException {
    int values = 0;
    while (!open.isEmpty() && changes.size() < MOST_CHANGES) {
      if (++values > MOST_VALUES) {
        changes.add(new Change(Change.Kind.CONTENT, "too much to compare"));
        return;
      }
      compare(open.pop());
    }
  }

  private void compare(Pair pair) throws IOException {
    boolean sameBytes = isSamePlace(pair.before(), pair.after());
    COSBase before = resolve(pair.before());
    COSBase after = resolve(pair.after());
    if (before == null || after == null) {
      if (before != null || after != null) {
        onlyOne(pair, after);
      }
      return;
    }
    if (before instanceof COSDictionary old && after instanceof COSDictionary now) {
      if (seen.add(new Seen(old, now))) {
        dictionaries(pair, old, now, sameBytes);
      }
    } else if (before instanceof COSArray old && after instanceof COSArray now) {
      if (seen.add(new Seen(old, now))) {
        arrays(pair, old, now);
      }
    } else if (!before.equals(after)) {
      changed(pair);
    }
  }

  private void onlyOne(Pair pair, @Nullable COSBase after) throws IOException {
    if (pair.role() == Role.FORM && after instanceof COSDictionary form) {
      if (NEW_FORM.containsAll(form.keySet())) {
        open.add(
            new Pair(
                new COSArray(),
                form.getItem(COSName.FIELDS),
                "AcroForm/Fields",
                Role.FIELDS,
                Change.Kind.FORM));
        return;
      }
    } else if (pair.role() == Role.ANNOTATIONS && after instanceof COSArray) {
      open.add(
          new Pair(new COSArray(), after, pair.path(), Role.ANNOTATIONS, Change.Kind.ANNOTATION));
      return;
    }
    changed(pair);
  }

  private void dictionaries(Pair pair, COSDictionary old, COSDictionary now, boolean sameBytes)
      throws IOException {
    if (old instanceof COSStream != now instanceof COSStream) {
      changed(pair);
      return;
    }
    Set<COSName> keys = new LinkedHashSet<>(old.keySet());
    keys.addAll(now.keySet());
    boolean page = COSName.PAGE.equals(old.getCOSName(COSName.TYPE));
    boolean signedNow = signatures.fills(old, now);
    if (signedNow) {
      changes.add(new Change(Change.Kind.SIGNATURE, pair.path()));
    }
    for (COSName key : keys) {
      COSBase before = old.getItem(key);
      COSBase after = now.getItem(key);
      String path = pair.path().isEmpty() ? key.getName() : pair.path() + "/" + key.getName();
      if (pair.role() == Role.CATALOG && (key.equals(DSS) || key.equals(EXTENSIONS))) {
        if (!isSamePlace(before, after)) {
          changes.add(new Change(Change.Kind.VALIDATION_DATA, path));
        }
      } else if (!isFilledBySigning(pair.role(), signedNow, key)) {
        open.add(
            new Pair(before, after, path, role(pair.role(), page, key), kind(pair, page, key)));
      }
    }
    if (old instanceof COSStream one
        && now instanceof COSStream other
        && !sameBytes
        && !isSame(one, other)) {
      changed(pair);
    }
  }

  private static boolean isFilledBySigning(Role parent, boolean signedNow, COSName key) {
    return (signedNow && FILLED_BY_SIGNING.contains(key))
        || (parent == Role.FORM && key.equals(SIG_FLAGS));
  }

  private static Role role(Role parent, boolean page, COSName key) {
    if (parent == Role.CATALOG && key.equals(COSName.ACRO_FORM)) {
      return Role.FORM;
    }
    if (parent == Role.FORM && key.equals(COSName.FIELDS)) {
      return Role.FIELDS;
    }
    return page && key.equals(COSName.ANNOTS) ? Role.ANNOTATIONS : Role.PLAIN;
  }

  private static Change.Kind kind(Pair parent, boolean page, COSName key) {
    if (parent.role() == Role.CATALOG) {
      if (key.equals(COSName.METADATA) || key.equals(COSName.VERSION)) {
        return Change.Kind.METADATA;
      }
      return key.equals(COSName.ACRO_FORM) ? Change.Kind.FORM : Change.Kind.CONTENT;
    }
    if (page) {
      return key.equals(COSName.ANNOTS) ? Change.Kind.ANNOTATION : Change.Kind.CONTENT;
    }
    return parent.kind();
  }

  private void arrays(Pair pair, COSArray old, COSArray now) {
    boolean grows = pair.role() == Role.FIELDS || pair.role() == Role.ANNOTATIONS;
    if (grows ? now.size() < old.size() : now.size() != old.size()) {
      changed(pair);
      return;
    }
    for (int i = 0; i < old.size(); i++) {
      open.add(new Pair(old.get(i), now.get(i), pair.path() + "/" + i, Role.PLAIN, pair.kind()));
    }
    for (int i = old.size(); i < now.size(); i++) {
      boolean signed = now.getObject(i) instanceof COSDictionary added && signatures.has(added);
      changes.add(new Change(signed ? Change.Kind.SIGNATURE : pair.kind(), pair.path() + "/" + i));
    }
  }

  private void changed(Pair pair) {
    changes.add(new Change(pair.kind(), pair.path()));
  }

  private static boolean isSame(COSStream one, COSStream other) throws IOException {
    try (InputStream first = one.createRawInputStream();
        InputStream second = other.createRawInputStream()) {
      byte[] left = new byte[1 << 16];
      byte[] right = new byte[1 << 16];
      while (true) {
        int read = first.readNBytes(left, 0, left.length);
        int also = second.readNBytes(right, 0, right.length);
        if (read != also || !Arrays.equals(left, 0, read, right, 0, also)) {
          return false;
        }
        if (read < left.length) {
          return true;
        }
      }
    }
  }

  /** Whether both are the same object at the same place of the file: the same bytes then. */
  private boolean isSamePlace(@Nullable COSBase before, @Nullable COSBase after) {
    if (before instanceof COSObject old && after instanceof COSObject now) {
      COSObjectKey key = old.getKey();
      Long place = key == null ? null : placesBefore.get(key);
      return key != null
          && place != null
          && place > 0
          && key.equals(now.getKey())
          && place.equals(placesAfter.get(key));
    }
    return before == null && after == null;
  }

  private static @Nullable COSBase resolve(@Nullable COSBase value) {
    COSBase found = value instanceof COSObject reference ? reference.getObject() : value;
    return found instanceof COSNull ? null : found;
  }
}
