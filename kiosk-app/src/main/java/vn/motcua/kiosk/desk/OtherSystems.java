package vn.motcua.kiosk.desk;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import vn.motcua.kiosk.citizen.CitizenNumber;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.source.Proof;
import vn.motcua.kiosk.source.SourceAnswer;
import vn.motcua.kiosk.source.SourceDossier;
import vn.motcua.kiosk.source.SourceFault;
import vn.motcua.kiosk.source.StageSource;
import vn.motcua.scanner.FaultException;

/**
 * The other systems that know of dossiers, in the order in which they are believed. What opens a
 * dossier of theirs is decided here and nowhere else (decision 0019): never the code alone.
 */
public final class OtherSystems {
  /** There are none. */
  public static final OtherSystems NONE = new OtherSystems(List.of(), Duration.ZERO);

  /** A shorter secret would be guessed in too few visits. */
  private static final int SHORTEST_SECRET = 4;

  private static final int SIX = 6;

  private final List<StageSource> sources;
  private final Duration pace;
  private final WrongTries tries = new WrongTries(System::nanoTime);

  /**
   * @param pace a refusal is given so long after the question, whatever became of it: not less than
   *     the longest time that asking takes, so that the time of a refusal tells nothing
   */
  public OtherSystems(List<StageSource> sources, Duration pace) {
    this.sources = List.copyOf(sources);
    this.pace = pace;
  }

  /** Whether there is any. */
  public boolean isEmpty() {
    return sources.isEmpty();
  }

  /**
   * What a code and a typed text open.
   *
   * @param opened the dossier, if the text proves the right to it
   * @param silent whether a system could not be asked: then nobody may say "no such dossier"
   */
  record Typed(Optional<SourceAnswer.Found> opened, boolean silent) {}

  /**
   * Asks all systems, whatever the first ones say: which of them knows a code must not be told by
   * who is asked.
   *
   * @param proven whose card this visit has proven: opens what is that citizen's own
   */
  Typed byTyped(DossierCode code, String text, Optional<CitizenNumber> proven)
      throws FaultException {
    Optional<SourceAnswer.Found> opened = Optional.empty();
    boolean silent = false;
    boolean mayTry = tries.mayTry(code);
    List<SourceAnswer> answers = askAll(code);
    for (int i = 0; i < sources.size(); i++) {
      StageSource source = sources.get(i);
      SourceAnswer answer = answers.get(i);
      silent |= answer instanceof SourceAnswer.Unreachable;
      Optional<SourceAnswer.Found> known = answer.known();
      boolean own =
          proven.isPresent()
              && known
                  .flatMap(found -> found.dossier().ownerNumber())
                  .filter(proven.get().value()::equals)
                  .isPresent();
      boolean fits = opens(source, known, text) & mayTry | own;
      if (fits && opened.isEmpty()) {
        opened = known;
      }
    }
    if (opened.isEmpty()) {
      tries.wrong(code);
    }
    return new Typed(opened, silent);
  }

  /**
   * All that is known of a proven citizen's own dossiers; of one code, what the first says. What is
   * known from before is asked for anew as long as the time for one question lasts.
   */
  List<SourceAnswer.Found> ofOwner(CitizenNumber number) throws FaultException {
    long end = System.nanoTime() + pace.toNanos();
    List<SourceAnswer.Found> all = new ArrayList<>();
    for (StageSource source : sources) {
      for (SourceAnswer.Found found : source.ofOwner(number)) {
        boolean told =
            all.stream().anyMatch(one -> one.dossier().code().equals(found.dossier().code()));
        boolean own = found.dossier().ownerNumber().filter(number.value()::equals).isPresent();
        if (own && !told) {
          boolean anew = source.isRemote() && System.nanoTime() - end < 0;
          all.add(anew ? again(source, found).orElse(found) : found);
        }
      }
    }
    return all;
  }

  /** The same dossier once more, as its source tells it now. */
  Optional<SourceAnswer.Found> again(SourceAnswer.Found before) throws FaultException {
    for (StageSource source : sources) {
      if (source.name().equals(before.source())) {
        return again(source, before);
      }
    }
    return Optional.empty();
  }

  /** A dossier that has another owner now was not proven to be this citizen's. */
  private static Optional<SourceAnswer.Found> again(StageSource source, SourceAnswer.Found before)
      throws FaultException {
    return source
        .ask(before.dossier().code())
        .known()
        .filter(now -> now.dossier().ownerNumber().equals(before.dossier().ownerNumber()));
  }

  /** All at the same time: the slowest alone is waited for. */
  private List<SourceAnswer> askAll(DossierCode code) throws FaultException {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<SourceAnswer>> asked =
          sources.stream().map(source -> threads.submit(() -> source.ask(code))).toList();
      List<SourceAnswer> answers = new ArrayList<>();
      for (Future<SourceAnswer> each : asked) {
        answers.add(each.get());
      }
      return answers;
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof FaultException fault) {
        throw fault;
      }
      throw new IllegalStateException(failed);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new FaultException(new SourceFault(SourceFault.Kind.TIMEOUT), "interrupted");
    }
  }

  /** When a refusal to a question that begins now may be given. */
  Runnable refusalAfter() {
    long end = System.nanoTime() + pace.toNanos();
    return () -> {
      long left = end - System.nanoTime();
      if (left > 0) {
        new CompletableFuture<Boolean>().completeOnTimeout(true, left, TimeUnit.NANOSECONDS).join();
      }
    };
  }

  /** Every proof is compared, found or not, so that all ways have the same length. */
  private static boolean opens(
      StageSource source, Optional<SourceAnswer.Found> found, String text) {
    boolean opens = false;
    String typed = plain(text);
    for (Proof proof : Proof.values()) {
      String right = found.map(known -> right(proof, known.dossier())).orElse("");
      boolean same =
          MessageDigest.isEqual(
              right.getBytes(StandardCharsets.UTF_8), typed.getBytes(StandardCharsets.UTF_8));
      opens |= same & source.proofs().contains(proof) & right.length() >= SHORTEST_SECRET;
    }
    return opens;
  }

  /** What has to be typed; empty if the system did not tell enough. */
  private static String right(Proof proof, SourceDossier dossier) {
    return switch (proof) {
      case SECRET -> plain(dossier.secret());
      case NUMBER6 -> last(dossier.ownerNumber().orElse(""));
      case PHONE6 -> last(dossier.ownerPhone());
    };
  }

  private static String last(String digits) {
    return digits.length() < SIX ? "" : digits.substring(digits.length() - SIX);
  }

  private static String plain(String text) {
    return text.replaceAll("[\\s.\\p{Pd}]+", "").toUpperCase(Locale.ROOT);
  }
}
