package vn.motcua.kiosk.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.motcua.kiosk.dossier.ProcedureCatalogue;
import vn.motcua.kiosk.store.Catalogues;
import vn.motcua.kiosk.store.DataFolder;
import vn.motcua.kiosk.store.DossierStore;
import vn.motcua.kiosk.store.Retention;
import vn.motcua.kiosk.store.RetentionRules;
import vn.motcua.kiosk.store.StoreFault;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.FaultSentences;

/** {@code retention}: what was kept long enough; erases it only with {@code --run}. */
@Command(
    name = "retention",
    description = "Tells what was kept long enough; erases it with --run, and leaves proof.")
final class RetentionCommand extends DataCommand {
  private static final int TOLD = 1000;

  private final Clock clock;

  @Option(
      names = "--rules",
      paramLabel = "FILE",
      description = "the rules of the centre; without them everything is kept")
  private @Nullable Path rules;

  @Option(names = "--run", description = "erases; without it nothing is changed")
  private boolean run;

  RetentionCommand(PrintStream out, FaultSentences sentences, Tools tools, Clock clock) {
    super(out, sentences, tools);
    this.clock = clock;
  }

  @Override
  Reply work() throws FaultException {
    RetentionRules known = rules == null ? RetentionRules.shipped() : RetentionRules.read(rules);
    if (!DataFolder.isUsed(data())) {
      throw new FaultException(new StoreFault.None());
    }
    try (DataFolder folder = DataFolder.open(data());
        DossierStore store = DossierStore.open(folder, clock)) {
      Retention retention = new Retention(store, known, clock);
      List<Retention.Due> plan = retention.plan();
      Map<String, Object> json = Reply.object();
      json.put("rules", known.version());
      json.put("rulesSha256", known.sha256());
      json.put("unconfirmed", known.rules().stream().filter(rule -> !rule.confirmed()).count());
      List<String> unknown = retention.unknown(procedures());
      json.put("unknownProcedures", unknown);
      json.put("due", plan.size());
      json.put("dossiers", plan.stream().limit(TOLD).map(RetentionCommand::json).toList());
      StringBuilder text = new StringBuilder();
      unknown.forEach(
          code -> text.append("warning: no procedure has the code ").append(code).append('\n'));
      plan.stream().limit(TOLD).forEach(due -> text.append(text(due)).append('\n'));
      if (run) {
        Retention.Done done = retention.run(TrustCommand.user());
        json.put("erasedDossiers", done.dossiers());
        json.put("erasedItems", done.items());
        text.append("erased: ").append(done.items()).append(" values and files of ");
        text.append(done.dossiers()).append(" dossiers");
      } else {
        text.append(plan.size()).append(" dossiers are due; nothing was changed (--run erases)");
      }
      return new Reply(json, text.toString());
    }
  }

  /** The codes of every edition: the program's own and those of the folder. */
  private Set<String> procedures() throws FaultException {
    Set<String> codes = new TreeSet<>();
    for (ProcedureCatalogue edition : Catalogues.with(data().resolve("procedures"))) {
      edition.all().forEach(procedure -> codes.add(procedure.code()));
    }
    return codes;
  }

  private static Map<String, Object> json(Retention.Due due) {
    Map<String, Object> one = Reply.object();
    one.put("code", due.code().value());
    one.put("ended", due.ended().toString());
    Map<String, String> by = new TreeMap<>();
    due.by().forEach((what, rule) -> by.put(what.name(), rule.id()));
    one.put("by", by);
    return one;
  }

  private static String text(Retention.Due due) {
    List<String> by = new ArrayList<>();
    due.by().forEach((what, rule) -> by.add(what + " (" + rule.id() + ": " + rule.source() + ")"));
    return due.code() + "  " + due.ended() + "  " + String.join(", ", by);
  }
}
