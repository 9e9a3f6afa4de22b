package vn.motcua.kiosk.source;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Rows of one file that say different things of one dossier at one time: nobody knows which is
 * right, so that none is taken. Remembers hashes of the first 200,000 rows and no text.
 */
final class Contradictions {
  private static final int MOST = 200_000;
  private static final long FNV_BASIS = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private record Said(LocalDateTime asOf, int row) {}

  private final Map<Long, Said> seen = new HashMap<>();
  private final Set<Long> doubtful = new HashSet<>();

  /**
   * Looks at a row.
   *
   * @throws RowReader.BadRow if a row before said something else
   */
  void see(SourceAnswer.Found row) throws RowReader.BadRow {
    long code = hash(row);
    Said said = new Said(row.asOf(), row.dossier().hashCode());
    Said before = seen.get(code);
    if (before == null) {
      if (seen.size() < MOST) {
        seen.put(code, said);
      }
    } else if (before.asOf().equals(said.asOf())) {
      if (before.row() != said.row()) {
        doubtful.add(code);
        throw contradicts();
      }
    } else if (said.asOf().isAfter(before.asOf())) {
      seen.put(code, said);
    }
  }

  /**
   * @throws RowReader.BadRow if that row's dossier is doubtful
   */
  void refuse(SourceAnswer.Found row) throws RowReader.BadRow {
    if (!doubtful.isEmpty() && doubtful.contains(hash(row))) {
      throw contradicts();
    }
  }

  /** How many dossiers are doubtful. */
  int count() {
    return doubtful.size();
  }

  private static RowReader.BadRow contradicts() {
    return new RowReader.BadRow("CONTRADICTS");
  }

  /** FNV-1a: texts of many rows would need too much room. */
  private static long hash(SourceAnswer.Found row) {
    long hash = FNV_BASIS;
    for (byte b : row.dossier().code().value().getBytes(StandardCharsets.US_ASCII)) {
      hash = (hash ^ b) * FNV_PRIME;
    }
    return hash;
  }
}
