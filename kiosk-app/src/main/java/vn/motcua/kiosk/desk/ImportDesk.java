package vn.motcua.kiosk.desk;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.kiosk.dossier.Dossier;
import vn.motcua.kiosk.dossier.LookupSecret;
import vn.motcua.kiosk.oldsystem.OldDossier;
import vn.motcua.kiosk.oldsystem.Refusal;
import vn.motcua.kiosk.oldsystem.RowReader.Outcome;
import vn.motcua.kiosk.oldsystem.RowResult;
import vn.motcua.kiosk.oldsystem.RowResult.What;
import vn.motcua.kiosk.store.DossierStore;
import vn.motcua.kiosk.store.ImportOrigin;
import vn.motcua.kiosk.store.NewDossier;
import vn.motcua.kiosk.store.Transaction;
import vn.motcua.scanner.FaultException;

/**
 * Brings dossiers of an older system, some rows a transaction: each dossier is there whole, or not.
 * What is there already is never changed, so that an import that was cut off is simply run again. A
 * dry run does the same in transactions that are undone. For one file; not for several threads.
 */
public final class ImportDesk {
  /** Undoes a transaction of a dry run. */
  private static final class Undo extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Undo() {
      super("dry run", null, false, false);
    }
  }

  /** What a code said before in the same file, kept short: a hash of each field. */
  private record Seen(int[] fields, int all) {}

  private final DossierStore store;
  private final ImportedDossiers made;
  private final String file;
  private final boolean dry;
  private final String agency;
  private final Clock clock;
  private final RandomGenerator random;
  private final Map<String, Seen> seen = new HashMap<>();

  /**
   * @param centre hands the results out
   * @param who brings them, for the history
   * @param file SHA-256 of the file
   * @param dry whether nothing is to stay
   * @param random where secrets come from that open nothing but are there
   */
  public ImportDesk(
      DossierStore store,
      Centre centre,
      String who,
      String file,
      boolean dry,
      Clock clock,
      RandomGenerator random) {
    this.store = store;
    this.file = file;
    this.dry = dry;
    agency = centre.agency();
    this.clock = clock;
    this.random = random;
    made = new ImportedDossiers(centre, who, file);
  }

  /** Takes some rows, in their order, and says what became of each. */
  public List<RowResult> take(List<Outcome> rows) throws FaultException {
    LocalDateTime now = LocalDateTime.now(clock).truncatedTo(ChronoUnit.MILLIS);
    // A transaction may be run a second time: what was seen counts once it is written.
    Map<String, Seen> news = new HashMap<>();
    List<RowResult> results = new ArrayList<>();
    try {
      store.write(transaction -> {
        news.clear();
        results.clear();
        for (Outcome row : rows) {
          results.add(take(transaction, row, now, news));
        }
        if (dry) {
          throw new Undo();
        }
        return true;
      });
    } catch (IllegalStateException undone) {
      if (!(undone.getCause() instanceof Undo)) {
        throw undone;
      }
    }
    seen.putAll(news);
    return List.copyOf(results);
  }

  private RowResult take(
      Transaction transaction, Outcome row, LocalDateTime now, Map<String, Seen> news) {
    return switch (row) {
      case Outcome.Refused refused ->
          new RowResult(
              refused.line(),
              refused.code(),
              What.REFUSED,
              refused.refusal().why().name(),
              refused.refusal().column().isEmpty()
                  ? List.of()
                  : List.of(refused.refusal().column()));
      case Outcome.Understood understood -> take(transaction, understood.dossier(), now, news);
    };
  }

  private RowResult take(
      Transaction transaction, OldDossier old, LocalDateTime now, Map<String, Seen> news) {
    String code = old.code().value();
    Dossier dossier = made.dossier(old);
    Map<String, String> fields = OldDossier.fields(dossier);
    String row = old.canonical();
    @Nullable Seen before = news.getOrDefault(code, seen.get(code));
    if (before != null) {
      return before.all() == row.hashCode() && Arrays.equals(before.fields(), hashes(fields))
          ? result(old, What.SAME, List.of())
          : conflict(old, differing(fields, before.fields()));
    }
    // Numbers of our own days to come are given out here and nowhere else.
    if (old.code().agency().equals(agency) && old.code().day().isAfter(now.toLocalDate())) {
      return new RowResult(
          old.line(), code, What.REFUSED, Refusal.Why.ORDER.name(), List.of("code"));
    }
    Seen own = new Seen(hashes(fields), row.hashCode());
    Optional<Dossier> there = transaction.find(old.code());
    if (there.isPresent()) {
      if (transaction.imports().knows(old.code(), row)) {
        return remember(result(old, What.SAME, List.of()), own, news);
      }
      Map<String, String> kept = OldDossier.fields(there.get());
      List<String> differ = differing(fields, hashes(kept));
      return remember(
          differ.isEmpty() ? result(old, What.SAME, List.of()) : conflict(old, differ), own, news);
    }
    if (transaction.imports().isGranted(old.code())) {
      return new RowResult(
          old.line(), code, What.REFUSED, Refusal.Why.SERIAL.name(), List.of("code"));
    }
    transaction
        .imports()
        .insert(
            new NewDossier(
                dossier,
                made.event(old, dossier, now),
                LookupSecret.random(random),
                List.of(),
                Optional.empty()),
            new ImportOrigin(file, old.line(), row, rest(old)));
    return remember(result(old, What.TAKEN, old.warnings()), own, news);
  }

  private static RowResult remember(RowResult result, Seen own, Map<String, Seen> news) {
    news.put(result.code(), own);
    return result;
  }

  private static RowResult result(OldDossier old, What what, List<String> fields) {
    return new RowResult(old.line(), old.code().value(), what, "", fields);
  }

  /** Rows that differ in nothing that is compared differ in their notes or in unknown columns. */
  private static RowResult conflict(OldDossier old, List<String> fields) {
    return result(old, What.CONFLICT, fields.isEmpty() ? List.of("notes") : fields);
  }

  private static String rest(OldDossier old) {
    return JsonMapper.shared().writeValueAsString(new TreeMap<>(old.rest()));
  }

  private static int[] hashes(Map<String, String> fields) {
    return fields.values().stream().mapToInt(String::hashCode).toArray();
  }

  private static List<String> differing(Map<String, String> fields, int[] others) {
    int[] own = hashes(fields);
    if (Arrays.equals(own, others)) {
      return List.of();
    }
    List<String> names = new ArrayList<>(fields.keySet());
    List<String> differ = new ArrayList<>();
    for (int i = 0; i < own.length; i++) {
      if (own[i] != others[i]) {
        differ.add(names.get(i));
      }
    }
    return differ;
  }
}
