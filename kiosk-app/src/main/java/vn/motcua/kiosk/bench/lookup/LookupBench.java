package vn.motcua.kiosk.bench.lookup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import vn.motcua.kiosk.bench.BenchFault;
import vn.motcua.kiosk.bench.Figures;
import vn.motcua.kiosk.citizen.CitizenNumber;
import vn.motcua.kiosk.cli.StoreBench;
import vn.motcua.kiosk.dossier.Dossier;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.dossier.SearchText;
import vn.motcua.kiosk.store.DossierStore;
import vn.motcua.kiosk.store.LedgerEntry;
import vn.motcua.kiosk.store.bare.BareStatements;
import vn.motcua.kiosk.store.seal.MasterKey;
import vn.motcua.kiosk.store.seal.SearchTokens;
import vn.motcua.scanner.FaultException;

/**
 * How quickly a dossier is found by code, by citizen and by name, beside bare statements on the
 * same file, in turn; what the ledger of views costs; and how many dossiers are written a second,
 * together and one by one.
 */
public final class LookupBench implements StoreBench {
  private static final int DOSSIERS = 10_000_000;
  private static final int WARM = 20_000;
  private static final int ASKED = 10_000;
  private static final int NAMES = 2_000;
  private static final int MOST = 20;
  private static final double RATIO = 1.5;
  private static final double MILLISECOND = 1000;

  /** One lookup; gives how many dossiers it found. */
  private interface Lookup {
    int of(int which) throws FaultException, IOException;
  }

  @Override
  public String name() {
    return "lookup";
  }

  @Override
  public Result run(Order order) throws FaultException {
    long count = order.dossiers().orElse(DOSSIERS);
    Map<String, Object> figures = new LinkedHashMap<>();
    List<Goal> goals = new ArrayList<>();
    try (FilledStore filled = FilledStore.open(order)) {
      long seed = filled.seed();
      figures.put("dossiers", count);
      figures.put("seed", seed);
      DossierStore store = filled.store();
      ManyDossiers many = new ManyDossiers(seed);
      long begin = System.nanoTime();
      long written = filled.fill(many, count);
      if (written > 0) {
        figures.put("written a second, 2000 together", (long) (written / seconds(begin)));
      }
      Path data = filled.data();
      figures.put("bytes a dossier", Files.size(data.resolve("motcua.db")) / count);
      lookups(store, many, data, count, seed, figures, goals);
      views(store, count, seed, figures);
      new WriteRates(store, many, filled.firstMissing()).measure(figures);
      return new Result(figures, goals);
    } catch (IOException e) {
      throw new FaultException(new BenchFault.CannotMeasure(), e);
    }
  }

  private static void lookups(
      DossierStore store,
      ManyDossiers many,
      Path data,
      long count,
      long seed,
      Map<String, Object> figures,
      List<Goal> goals)
      throws FaultException, IOException {
    SplittableRandom random = new SplittableRandom(seed);
    long[] asked = random.longs(ASKED, 0, count).toArray();
    MasterKey master = new MasterKey(Files.readAllBytes(data.resolve("keys/lookup.key")));
    SearchTokens tokens = new SearchTokens(master);
    try (BareStatements bare = BareStatements.open(data.resolve("motcua.db"), MOST)) {
      List<DossierCode> codes = new ArrayList<>();
      List<CitizenNumber> citizens = new ArrayList<>();
      List<byte[]> macs = new ArrayList<>();
      List<String> names = new ArrayList<>();
      List<Long> hashes = new ArrayList<>();
      for (long number : asked) {
        Dossier dossier = many.dossier(number).dossier();
        codes.add(dossier.code());
        citizens.add(new CitizenNumber(dossier.owner().number().orElseThrow()));
        macs.add(bare.mac(dossier.code().value()));
        names.add(dossier.owner().name());
        hashes.add(tokens.name(SearchText.words(dossier.owner().name())));
      }
      compare(
          "by code",
          ASKED,
          i -> store.find(codes.get(i)).isPresent() ? 1 : 0,
          i -> bare.code(codes.get(i).value()),
          figures,
          goals);
      compare(
          "by citizen",
          ASKED,
          i -> store.ofCitizen(citizens.get(i)).size(),
          i -> bare.citizen(macs.get(i)),
          figures,
          goals);
      compare(
          "by name",
          NAMES,
          i -> store.named(names.get(i), MOST).size(),
          i -> bare.name(hashes.get(i)),
          figures,
          goals);
    }
  }

  private static void compare(
      String what,
      int times,
      Lookup ours,
      Lookup bare,
      Map<String, Object> figures,
      List<Goal> goals)
      throws FaultException, IOException {
    for (int i = 0; i < WARM; i++) {
      int which = i % times;
      if (ours.of(which) != bare.of(which)) {
        throw new FaultException(new BenchFault.CannotMeasure(), what + " finds something else");
      }
    }
    List<Double> our = new ArrayList<>();
    List<Double> their = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      // In turn, and each first every second time: the other finds the pages in memory.
      if (i % 2 == 0) {
        our.add(micros(ours, i));
        their.add(micros(bare, i));
      } else {
        their.add(micros(bare, i));
        our.add(micros(ours, i));
      }
    }
    double p50 = Figures.median(our);
    double bare50 = Figures.median(their);
    double p99 = Figures.percentile(our, 99);
    figures.put(what + ", p50, microseconds", Figures.rounded(p50));
    figures.put(what + ", p99, microseconds", Figures.rounded(p99));
    figures.put(what + ", bare p50, microseconds", Figures.rounded(bare50));
    figures.put(what + ", bare p99, microseconds", Figures.rounded(Figures.percentile(their, 99)));
    goals.add(new Goal(what + ", ratio of p50", Figures.rounded(p50 / bare50), RATIO));
    goals.add(new Goal(what + ", p99, microseconds", Figures.rounded(p99), MILLISECOND));
  }

  private static void views(DossierStore store, long count, long seed, Map<String, Object> figures)
      throws FaultException {
    SplittableRandom random = new SplittableRandom(seed + 1);
    List<Double> times = new ArrayList<>();
    LedgerEntry entry = new LedgerEntry(LocalDateTime.of(2026, 11, 26, 8, 0), "", "đo", "1");
    for (int i = 0; i < 2_000; i++) {
      DossierCode code = ManyDossiers.code(random.nextLong(count));
      long begin = System.nanoTime();
      store.write(transaction -> {
        transaction.viewed(code, entry);
        return true;
      });
      times.add((System.nanoTime() - begin) / 1e3);
    }
    figures.put("a view written down, p50, microseconds", Figures.rounded(Figures.median(times)));
    figures.put(
        "a view written down, p99, microseconds", Figures.rounded(Figures.percentile(times, 99)));
  }

  private static double micros(Lookup lookup, int which) throws FaultException, IOException {
    long begin = System.nanoTime();
    int found = lookup.of(which);
    double micros = (System.nanoTime() - begin) / 1e3;
    if (found == 0) {
      throw new FaultException(new BenchFault.CannotMeasure(), "a dossier was not found");
    }
    return micros;
  }

  private static double seconds(long begin) {
    return (System.nanoTime() - begin) / 1e9;
  }
}
