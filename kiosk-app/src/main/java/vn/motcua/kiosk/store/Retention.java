package vn.motcua.kiosk.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.scanner.FaultException;

/**
 * Erases what was kept long enough of ended dossiers, and leaves proof of it: what, when, under
 * which rule, and the hashes of what is gone. The dossier itself stays, with its code, stages and
 * times; so does the chain, and its audit finds all as it was written.
 */
public final class Retention {
  /** So many dossiers are erased in one transaction. */
  private static final int TOGETHER = 100;

  private final DossierStore store;
  private final RetentionRules rules;
  private final Clock clock;

  /**
   * @param clock local time of the centre
   */
  public Retention(DossierStore store, RetentionRules rules, Clock clock) {
    this.store = store;
    this.rules = rules;
    this.clock = clock;
  }

  /**
   * What is due of one dossier.
   *
   * @param code the dossier
   * @param ended when it ended
   * @param by under which rule
   */
  public record Due(
      DossierCode code, LocalDate ended, Map<RetentionRules.What, RetentionRules.Rule> by) {
    public Due {
      by = java.util.Collections.unmodifiableMap(new EnumMap<>(by));
    }
  }

  /**
   * What was done.
   *
   * @param dossiers of how many dossiers something was erased
   * @param items how many values and files
   */
  public record Done(int dossiers, int items) {}

  /** What a run would erase now; changes nothing. */
  public List<Due> plan() throws FaultException {
    LocalDate today = LocalDate.now(clock);
    List<Due> plan = new ArrayList<>();
    for (Ended ended : ended()) {
      Map<RetentionRules.What, RetentionRules.Rule> by = new EnumMap<>(RetentionRules.What.class);
      for (RetentionRules.What what : RetentionRules.What.values()) {
        rules
            .of(ended.procedure(), what)
            .filter(rule -> isOver(rule, ended.day(), today))
            .filter(rule -> ended.has(what))
            .ifPresent(rule -> by.put(what, rule));
      }
      if (!by.isEmpty()) {
        plan.add(new Due(ended.code(), ended.day(), by));
      }
    }
    return plan;
  }

  /**
   * Codes that rules name, but that no known procedure and no dossier has: mistyped, perhaps, and
   * then nothing is erased under them.
   *
   * @param known codes of the editions in force
   */
  public List<String> unknown(Set<String> known) throws FaultException {
    Set<String> codes = new TreeSet<>(known);
    codes.addAll(
        store.ask(connection ->
            Rows.list(connection, "SELECT DISTINCT code FROM procedure", row -> row.getString(1))));
    return rules.rules().stream()
        .map(RetentionRules.Rule::procedure)
        .filter(code -> !code.equals(RetentionRules.ALL) && !codes.contains(code))
        .distinct()
        .sorted()
        .toList();
  }

  private static boolean isOver(RetentionRules.Rule rule, LocalDate ended, LocalDate today) {
    return rule.months().filter(months -> today.isAfter(ended.plusMonths(months))).isPresent();
  }

  /**
   * Erases what is due, then removes the files and empties the log, so that nothing of it remains
   * in the data folder. Cut off at any moment, the next run finishes.
   *
   * @param who started it
   * @throws FaultException with {@link StoreFault.ReadOnly} or {@link StoreFault.Disk} if a file
   *     stays; the next run tries again
   */
  public Done run(String who) throws FaultException {
    List<Due> plan = plan();
    int items = 0;
    for (int from = 0; from < plan.size(); from += TOGETHER) {
      List<Due> some = plan.subList(from, Math.min(plan.size(), from + TOGETHER));
      items +=
          store.write(transaction -> {
            LocalDateTime now = LocalDateTime.now(clock).truncatedTo(ChronoUnit.MILLIS);
            Erasure erasure = new Erasure(transaction, rules.sha256(), who, now);
            int erased = 0;
            for (Due due : some) {
              erased += erasure.run(due);
            }
            return erased;
          });
    }
    removeFiles();
    store.emptyLog();
    return new Done(plan.size(), items);
  }

  /**
   * Files go after the transaction that says so; those of a run that was cut off go as well. That
   * they are gone is forced to the disk, or a power cut would bring them back.
   */
  private void removeFiles() throws FaultException {
    List<Blob> erased =
        store.ask(connection ->
            Rows.list(
                connection,
                "SELECT sha256, bytes FROM erased_blob JOIN blob USING (sha256)",
                row -> new Blob(row.getString(1), row.getLong(2))));
    Set<Path> folders = new TreeSet<>();
    for (Blob blob : erased) {
      Path file = store.blobs().path(blob);
      Path folder = Durable.folderOf(file);
      try {
        Files.deleteIfExists(file);
      } catch (IOException stays) {
        throw Durable.fault(stays, folder);
      }
      if (Files.isDirectory(folder)) {
        folders.add(folder);
      }
    }
    for (Path folder : folders) {
      try {
        Durable.force(folder);
      } catch (IOException trouble) {
        throw Durable.fault(trouble, folder);
      }
    }
  }

  private record Ended(
      DossierCode code, String procedure, LocalDate day, boolean people, int files, int removed) {
    boolean has(RetentionRules.What what) {
      return switch (what) {
        case PERSONAL -> people;
        case FILES -> files > 0;
        case REMOVED_PAGES -> removed > 0;
      };
    }
  }

  /**
   * Ended dossiers of which something is left; the day is that of their last event. One that ended
   * in an older system has a single event, that of its import: what counts is since when it is as
   * it is. If that system told no more than when it was received, its end is unknown, and the day
   * of the import counts: rather kept too long.
   */
  private List<Ended> ended() throws FaultException {
    return store.ask(connection ->
        Rows.list(
            connection,
            "SELECT code, procedure_code,"
                + " CASE WHEN since > received AND EXISTS"
                + " (SELECT 1 FROM imported WHERE imported.dossier = dossier.id)"
                + " AND NOT EXISTS (SELECT 1 FROM event WHERE event.dossier = dossier.id"
                + " AND number > 1) THEN since"
                + " ELSE (SELECT max(at) FROM event WHERE event.dossier = dossier.id) END,"
                + " EXISTS (SELECT 1 FROM party WHERE party.dossier = dossier.id"
                + " AND substr(sealed, 1, 1) <> x'00'),"
                + left("NOT IN")
                + ", "
                + left("IN")
                + " FROM dossier WHERE status IN (3, 7, 10) ORDER BY id",
            row ->
                new Ended(
                    new DossierCode(row.getString(1)),
                    row.getString(2),
                    Optional.ofNullable(row.getString(3))
                        .map(at -> LocalDateTime.parse(at).toLocalDate())
                        .orElse(LocalDate.MAX),
                    row.getBoolean(4),
                    row.getInt(5),
                    row.getInt(6))));
  }

  private static String left(String in) {
    return "(SELECT count(*) FROM dossier_file AS f WHERE f.dossier = dossier.id AND f.kind "
        + in
        + " ('REMOVED_PAGE') AND f.sha256 NOT IN (SELECT sha256 FROM erased_blob))";
  }
}
