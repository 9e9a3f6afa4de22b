package vn.motcua.kiosk.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.motcua.kiosk.citizen.Citizen;
import vn.motcua.kiosk.citizen.CitizenNumber;
import vn.motcua.kiosk.dossier.Dossier;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.dossier.LookupSecret;
import vn.motcua.kiosk.source.SourceAnswer;
import vn.motcua.kiosk.store.LedgerEntry;
import vn.motcua.scanner.FaultException;

/**
 * One citizen at one terminal. It holds what this citizen has opened and how many tries are left;
 * {@link #end()} forgets everything, and the next citizen has new tries: what slows down somebody
 * who comes back for them is the pace of the terminal. All methods block and belong on a background
 * thread.
 *
 * <p>What a session opens for the first time is written into the access ledger before it is shown;
 * if that cannot be written, nothing is shown. Looking again in the same session is the same
 * viewing.
 */
public final class LookupSession {
  /** Tries that a session has. */
  public static final int TRIES = 5;

  private static final Logger LOG = LoggerFactory.getLogger(LookupSession.class);

  private static final String CARD = "thẻ căn cước, tại máy của người dân";

  private static final String RECEIPT = "giấy hẹn, tại máy của người dân";

  /** Stands in for what cannot be a code or a secret, so that it takes the same way. */
  private static final DossierCode NO_CODE = new DossierCode("A00-000101-0000");

  private static final LookupSecret NO_SECRET = new LookupSecret("222222");

  /** Nothing longer is a proof. */
  private static final int LONGEST_PROOF = 64;

  private final LookupDesk desk;
  private final String terminal;
  private final Set<DossierCode> opened = new LinkedHashSet<>();
  private final Map<DossierCode, SourceAnswer.Found> openedElsewhere = new LinkedHashMap<>();
  private Optional<CitizenNumber> proven = Optional.empty();
  private int triesLeft = TRIES;
  private boolean ended;

  LookupSession(LookupDesk desk, String terminal) {
    this.desk = desk;
    this.terminal = terminal;
  }

  /**
   * Opens the one dossier with that code and that secret. What our own store does not open the
   * other systems are asked for, whether or not we have a dossier of that code.
   */
  public LookupAnswer byReceipt(DossierCode code, LookupSecret secret) {
    return receipt(code, secret, true, secret.value());
  }

  /** A receipt's text as typed; a text that cannot be a code or a secret costs a try as well. */
  public LookupAnswer byTyped(String code, String secret) {
    Optional<DossierCode> readCode = DossierCode.read(code);
    Optional<LookupSecret> readSecret = LookupSecret.read(secret);
    return receipt(
        readCode.orElse(NO_CODE),
        readSecret.orElse(NO_SECRET),
        readCode.isPresent() && readSecret.isPresent(),
        secret.length() > LONGEST_PROOF ? "" : secret);
  }

  /**
   * What a card opens by {@link ProofRules}: its owner's dossiers, {@link LookupAnswer.NeedsMore},
   * or nothing here; for a forged one staff are called quietly whatever the rules say.
   */
  public synchronized LookupAnswer byCard(Citizen citizen) {
    Proof proof = Proof.of(citizen);
    if (proof == Proof.CHIP_FORGED) {
      return forged();
    }
    return switch (desk.rules().opens(proof)) {
      case OWN -> ended ? needsMore(citizen) : own(citizen, CARD);
      case ONE, MORE_NEEDED -> needsMore(citizen);
      case COUNTER -> new LookupAnswer.AtCounter();
    };
  }

  private LookupAnswer needsMore(Citizen citizen) {
    return new LookupAnswer.NeedsMore(citizen, officerOpens());
  }

  private boolean officerOpens() {
    return desk.rules().opens(Proof.OFFICER) == ProofRules.Opens.OWN;
  }

  /** An officer has compared the card with the person: the citizen's own dossiers. */
  public synchronized LookupAnswer confirmedBy(String officer, Citizen citizen) {
    if (Proof.of(citizen) == Proof.CHIP_FORGED) {
      return forged();
    }
    if (desk.rules().opens(Proof.of(citizen)) == ProofRules.Opens.COUNTER || !officerOpens()) {
      return new LookupAnswer.AtCounter();
    }
    return ended
        ? needsMore(citizen)
        : own(citizen, "thẻ căn cước, " + officer + " đối chiếu người và thẻ");
  }

  /** A fresh view of a dossier that this session has already opened. */
  public synchronized Optional<DossierView> open(DossierCode code) {
    try {
      if (opened.contains(code)) {
        return desk.view(code);
      }
      SourceAnswer.Found before = openedElsewhere.get(code);
      if (before == null) {
        return Optional.empty();
      }
      return Optional.of(desk.view(desk.others().again(before).orElse(before)));
    } catch (FaultException trouble) {
      LOG.warn("a dossier could not be read again: {}", trouble.fault().code());
      return Optional.empty();
    }
  }

  /** Tries left, 0 to {@link #TRIES}. */
  public synchronized int triesLeft() {
    return triesLeft;
  }

  /** Forgets everything. */
  public synchronized void end() {
    opened.clear();
    openedElsewhere.clear();
    proven = Optional.empty();
    triesLeft = 0;
    ended = true;
  }

  private LookupAnswer receipt(
      DossierCode code, LookupSecret secret, boolean possible, String typed) {
    if (triesLeft() > 0) {
      // Outside the lock: whoever leaves meanwhile is forgotten at once.
      desk.pace().await(terminal);
    }
    return tried(code, secret, possible, typed);
  }

  private synchronized LookupAnswer tried(
      DossierCode code, LookupSecret secret, boolean possible, String typed) {
    if (desk.rules().opens(Proof.RECEIPT).compareTo(ProofRules.Opens.ONE) > 0) {
      return new LookupAnswer.AtCounter();
    }
    if (triesLeft == 0) {
      return new LookupAnswer.TriesUsedUp();
    }
    Runnable refusal = desk.others().refusalAfter();
    boolean silent;
    try {
      if (desk.store().opens(code, secret) && possible) {
        return show(List.of(code), RECEIPT);
      }
      OtherSystems.Typed elsewhere = desk.others().byTyped(code, typed, proven);
      silent = elsewhere.silent();
      // What is ours opens by our own secret alone, whatever shorter proof another system offers.
      boolean ours = !desk.others().isEmpty() && desk.store().find(code).isPresent();
      if (elsewhere.opened().isPresent() && !ours && !code.equals(NO_CODE)) {
        return new LookupAnswer.Opened(showOthers(List.of(elsewhere.opened().get()), RECEIPT));
      }
    } catch (FaultException trouble) {
      return new LookupAnswer.Failed(trouble.fault());
    }
    triesLeft--;
    desk.pace().wrong(terminal);
    refusal.run();
    if (triesLeft == 0) {
      return new LookupAnswer.TriesUsedUp();
    }
    return silent
        ? new LookupAnswer.RefusedUnasked(triesLeft)
        : new LookupAnswer.Refused(triesLeft);
  }

  /** What is ours is told by ourselves, whatever another system says of it. */
  private List<DossierView> showOthers(List<SourceAnswer.Found> found, String why)
      throws FaultException {
    List<DossierView> views = new ArrayList<>();
    for (SourceAnswer.Found one : found) {
      DossierCode code = one.dossier().code();
      if (!openedElsewhere.containsKey(code)) {
        desk.viewedOther(one, new LedgerEntry(desk.now(), "", desk.why(terminal, why), terminal));
      }
      openedElsewhere.put(code, one);
      views.add(desk.view(one));
    }
    return views;
  }

  private LookupAnswer own(Citizen citizen, String why) {
    try {
      List<DossierCode> codes =
          desk.store().ofCitizen(citizen.number().value()).stream().map(Dossier::code).toList();
      proven = Optional.of(citizen.number().value());
      List<SourceAnswer.Found> others = new ArrayList<>();
      for (SourceAnswer.Found found : desk.others().ofOwner(citizen.number().value())) {
        if (desk.store().find(found.dossier().code()).isEmpty()) {
          others.add(found);
        }
      }
      List<DossierView> views = new ArrayList<>(show(codes, why).dossiers());
      views.addAll(showOthers(others, why));
      return new LookupAnswer.Opened(views);
    } catch (FaultException trouble) {
      return new LookupAnswer.Failed(trouble.fault());
    }
  }

  private LookupAnswer.Opened show(List<DossierCode> codes, String why) throws FaultException {
    List<DossierCode> fresh = codes.stream().filter(code -> !opened.contains(code)).toList();
    if (!fresh.isEmpty()) {
      LedgerEntry entry = new LedgerEntry(desk.now(), "", desk.why(terminal, why), terminal);
      desk.store()
          .write(transaction -> {
            fresh.forEach(code -> transaction.viewed(code, entry));
            return true;
          });
    }
    List<DossierView> views = new ArrayList<>();
    for (DossierCode code : codes) {
      desk.view(code).ifPresent(views::add);
    }
    opened.addAll(codes);
    return new LookupAnswer.Opened(views);
  }

  private LookupAnswer forged() {
    desk.calls().forged(terminal);
    return new LookupAnswer.StaffCalled();
  }
}
