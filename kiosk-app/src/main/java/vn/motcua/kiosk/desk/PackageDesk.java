package vn.motcua.kiosk.desk;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.forms.receipt.SiteSigner;
import vn.motcua.kiosk.outgoing.OutgoingFault;
import vn.motcua.kiosk.outgoing.PackageAnswer;
import vn.motcua.kiosk.outgoing.PackageName;
import vn.motcua.kiosk.store.Blob;
import vn.motcua.kiosk.store.DataFolder;
import vn.motcua.kiosk.store.DossierStore;
import vn.motcua.kiosk.store.PackageContent;
import vn.motcua.kiosk.store.PackageRow;
import vn.motcua.kiosk.store.PackageRow.State;
import vn.motcua.kiosk.store.StoreFault;
import vn.motcua.scanner.Fault;
import vn.motcua.scanner.FaultException;

/**
 * Lets packages leave: one for every dossier that changed, written once, kept in the books until
 * its receiver says that it has the same bytes. All methods block.
 */
public final class PackageDesk {
  /** Links of the chain that are looked at in one transaction. */
  private static final int WINDOW = 2000;

  /** Packages that one call of {@link #pump} writes or clears away at most. */
  private static final int AT_ONCE = 100;

  private final DossierStore store;
  private final Optional<PackagePlace> place;
  private final PackageMaker maker;
  private final Clock clock;

  /** Answers that say nothing new any more; they may lie there for weeks. */
  private final Set<Path> settled = new HashSet<>();

  private final ReentrantLock oneAtATime = new ReentrantLock();
  private volatile Optional<Fault> trouble = Optional.empty();

  /**
   * @param place where to; empty = nothing leaves
   * @param program name and version of the program
   * @param agency the electronic id of the centre
   */
  public PackageDesk(
      DossierStore store,
      DataFolder folder,
      Optional<PackagePlace> place,
      SiteSigner signer,
      String program,
      String agency,
      Clock clock) {
    this.store = store;
    this.place = place;
    this.clock = clock;
    maker = new PackageMaker(store, folder, signer, program, agency);
  }

  /** Whether the settings let anything leave. */
  public boolean isOn() {
    return place.isPresent();
  }

  /** What keeps all packages from leaving, as last seen; empty if nothing does. */
  public Optional<Fault> trouble() {
    return trouble;
  }

  /** The newest packages. */
  public List<PackageRow> list() throws FaultException {
    return store.packages().newest();
  }

  /** How many packages there are in each state. */
  public Map<State, Long> counts() throws FaultException {
    return store.packages().counts();
  }

  /** Whether the file of a package lies in the folder. */
  public boolean isThere(PackageRow row) {
    return place.filter(known -> known.has(nameOf(row))).isPresent();
  }

  /**
   * A package of that dossier leaves once more, as a new version.
   *
   * @throws FaultException with {@link OutgoingFault.NoDossier}
   */
  public void again(DossierCode code) throws FaultException {
    if (store.find(code).isEmpty()) {
      throw new FaultException(new OutgoingFault.NoDossier());
    }
    LocalDateTime at = now();
    store.write(transaction -> {
      transaction.packages().again(code, at);
      return true;
    });
  }

  /**
   * Brings everything as far as it goes now. Trouble with the folder is remembered and told by
   * {@link #trouble}; the queue stays.
   *
   * @return whether there is more to do at once
   * @throws FaultException if the store itself cannot be written
   */
  public boolean pump() throws FaultException {
    if (place.isEmpty()) {
      return false;
    }
    oneAtATime.lock();
    try {
      boolean more = follow();
      try {
        place.get().check();
        answers(place.get());
        more |= write(place.get());
        clear(place.get());
        trouble = Optional.empty();
      } catch (FaultException waits) {
        trouble = Optional.of(waits.fault());
        return false;
      }
      return more;
    } finally {
      oneAtATime.unlock();
    }
  }

  private boolean follow() throws FaultException {
    LocalDateTime at = now();
    return store.packages().isBehind()
        && store.write(transaction -> transaction.packages().follow(WINDOW, at));
  }

  private boolean write(PackagePlace to) throws FaultException {
    List<PackageRow> open = store.packages().open(AT_ONCE);
    int done = 0;
    for (PackageRow row : open) {
      done += row.state() == State.WRITING ? finish(row, to) : begin(row, to);
    }
    return done == AT_ONCE;
  }

  /** 1 if it has left; 0 if it stays queued. */
  private int begin(PackageRow row, PackagePlace to) throws FaultException {
    PackageName name = nameOf(row);
    // In the writer's thread nobody changes the dossier between one question and the next.
    Optional<PackageContent> content =
        store.write(transaction -> transaction.packages().content(row));
    if (content.isEmpty()) {
      doubt(row, new OutgoingFault.Erased().code());
      return 0;
    }
    Blob file;
    try {
      file = to.write(name, out -> maker.make(row, name, content.get(), out));
    } catch (FaultException fault) {
      if (fault.fault() instanceof StoreFault.Damaged) {
        // One file of one dossier: the others need not wait.
        doubt(row, fault.fault().code());
        return 0;
      }
      throw fault;
    }
    store.write(transaction -> {
      transaction.packages().writing(row, file, content.get().upTo());
      return true;
    });
    release(row, to);
    return 1;
  }

  /** The program ended between the hash in the books and the file's name. */
  private int finish(PackageRow row, PackagePlace to) throws FaultException {
    PackageName name = nameOf(row);
    Blob file = row.file().orElseThrow();
    if (to.hasPart(name, file)) {
      release(row, to);
      return 1;
    }
    if (to.hasAnyPart(name)) {
      // Something else stands there: nothing had its name yet, so that nobody can have it.
      store.write(transaction -> {
        transaction.packages().lost(row);
        return true;
      });
      return 0;
    }
    // It was renamed; the receiver may have taken it away already.
    written(row);
    return 1;
  }

  private void release(PackageRow row, PackagePlace to) throws FaultException {
    to.release(nameOf(row));
    written(row);
  }

  private void written(PackageRow row) throws FaultException {
    LocalDateTime at = now();
    store.write(transaction -> {
      transaction.packages().written(row, at);
      return true;
    });
  }

  private void answers(PackagePlace from) throws FaultException {
    List<Path> files = from.answerFiles();
    settled.retainAll(files);
    for (Path file : files) {
      if (settled.contains(file)) {
        continue;
      }
      Optional<PackageName> name = PackageName.answered(PackagePlace.nameOf(file));
      Optional<PackageRow> row =
          name.isEmpty()
              ? Optional.empty()
              : store.packages().find(name.get().dossier(), name.get().version());
      if (row.isPresent()
          && (row.get().state() == State.WRITTEN || row.get().state() == State.REFUSED)) {
        answer(row.get(), PackagePlace.read(file));
      } else if (row.isPresent() && row.get().state() == State.ACKNOWLEDGED) {
        settled.add(file);
      }
    }
  }

  private void answer(PackageRow row, PackageAnswer answer) throws FaultException {
    LocalDateTime at = now();
    switch (answer) {
      case PackageAnswer.Taken taken when isSame(row, taken) ->
          store.write(transaction -> {
            transaction.packages().acknowledged(row, at);
            return true;
          });
      case PackageAnswer.Taken _ -> doubt(row, new OutgoingFault.OtherHash().code());
      case PackageAnswer.Refused refused -> {
        String code = new OutgoingFault.Refused().code();
        if (row.state() != State.REFUSED || !row.reason().equals(refused.reason())) {
          store.write(transaction -> {
            transaction.packages().refused(row, refused.reason(), code, at);
            return true;
          });
        }
      }
      case PackageAnswer.Unreadable _ -> doubt(row, new OutgoingFault.Answer().code());
    }
  }

  private static boolean isSame(PackageRow row, PackageAnswer.Taken taken) {
    return row.file().filter(file -> file.sha256().equals(taken.sha256())).isPresent();
  }

  private void clear(PackagePlace in) throws FaultException {
    LocalDateTime now = now();
    for (PackageRow row : store.packages().kept(now.minus(in.keep()), AT_ONCE)) {
      in.clear(nameOf(row));
      store.write(transaction -> {
        transaction.packages().removed(row, now);
        return true;
      });
    }
  }

  private void doubt(PackageRow row, String fault) throws FaultException {
    if (!row.fault().equals(fault)) {
      store.write(transaction -> {
        transaction.packages().doubt(row, fault);
        return true;
      });
    }
  }

  private static PackageName nameOf(PackageRow row) {
    return new PackageName(row.dossier(), row.version());
  }

  private LocalDateTime now() {
    return LocalDateTime.now(clock).truncatedTo(ChronoUnit.MILLIS);
  }
}
