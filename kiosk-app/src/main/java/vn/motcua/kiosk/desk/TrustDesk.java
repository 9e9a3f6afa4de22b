package vn.motcua.kiosk.desk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.chip.EnrolledAnchor;
import vn.motcua.scanner.chip.EnrolledAnchors;
import vn.motcua.scanner.chip.EnrolledStore;
import vn.motcua.scanner.chip.TrustFault;
import vn.motcua.scanner.chip.TrustReport;
import vn.motcua.scanner.chip.TrustStore;

/**
 * Where a technician sees and changes whom this machine trusts to sign cards. Every change leaves a
 * line in the folder's log. A program that is running takes changes up when it is started again.
 */
public final class TrustDesk {
  private final Path folder;
  private final Clock clock;

  /**
   * @param folder the trust folder; need not exist before something is changed
   * @param clock local time of the centre
   */
  public TrustDesk(Path folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /** Where what is trusted is kept. */
  public Path folder() {
    return folder;
  }

  /** Today, as it is written down with what is learnt. */
  public LocalDate today() {
    return LocalDate.now(clock);
  }

  /**
   * Everything that is trusted here.
   *
   * @throws FaultException TRUST-STORE-DAMAGED if part of it cannot be read
   */
  public TrustStore store() throws FaultException {
    return official(List.of()).with(learnt());
  }

  /**
   * What was installed, without what was learnt: cards that are to teach something are read with
   * this.
   */
  public TrustStore official() throws FaultException {
    return official(List.of());
  }

  private TrustStore official(List<Path> more) throws FaultException {
    try {
      return TrustStore.load(folder, more);
    } catch (IOException e) {
      throw new FaultException(new TrustFault.StoreDamaged(), e);
    }
  }

  /** What was learnt here, also what was revoked. */
  public EnrolledAnchors learnt() throws FaultException {
    return new EnrolledStore(folder).read();
  }

  /**
   * Copies files with certificates, master lists or revocation lists into the folder. A file of
   * which nothing is usable is not copied.
   *
   * @param who for the log
   * @return what was found in each file
   * @throws FaultException TRUST-INSTALL-NOTHING if none of them is usable
   */
  public List<TrustReport.Line> install(List<Path> files, String who) throws FaultException {
    try (TrustLog log = TrustLog.open(folder, clock)) {
      TrustReport report = official(files).with(learnt()).report();
      List<TrustReport.Line> lines = new ArrayList<>();
      boolean any = false;
      for (Path file : files) {
        List<TrustReport.Line> found = report.of(file);
        lines.addAll(found);
        if (found.stream().anyMatch(TrustReport.Line::used)) {
          log.append("INSTALL", who, copy(file));
          any = true;
        }
      }
      if (!any) {
        throw new FaultException(new TrustDeskFault.NothingToInstall(), lines.toString());
      }
      return lines;
    }
  }

  /** Under its own name, unless another file has it; answers name and fingerprint. */
  private String copy(Path file) throws FaultException {
    try {
      Path beside = folder.resolve("." + ProcessHandle.current().pid() + ".new");
      Files.copy(file, beside, StandardCopyOption.REPLACE_EXISTING);
      String sum = EnrolledStore.fingerprint(beside);
      String name = String.valueOf(file.getFileName());
      Path target = folder.resolve(name);
      boolean ours = name.equals(EnrolledStore.FILE) || name.equals(TrustLog.FILE);
      boolean taken = Files.exists(target) && Files.mismatch(beside, target) != -1;
      if (name.startsWith(".") || ours || taken) {
        name = sum.substring(0, 8) + "-" + name.replaceFirst("^[.]+", "");
      }
      Files.move(
          beside,
          folder.resolve(name),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
      return name + " sha256 " + sum;
    } catch (IOException e) {
      throw new FaultException(new TrustFault.StoreUnwritable(), e);
    }
  }

  /** Keeps what was learnt from cards just now. */
  public void keep(EnrolledAnchors learnt) throws FaultException {
    try (TrustLog log = TrustLog.open(folder, clock)) {
      new EnrolledStore(folder).write(learnt().learnt(learnt));
      for (EnrolledAnchor anchor : learnt.anchors()) {
        log.append(
            "ENROL",
            anchor.technician(),
            anchor.id()
                + " "
                + anchor.kind()
                + ", witness "
                + anchor.witness()
                + ", cards "
                + anchor.cards().size());
      }
    }
  }

  /**
   * Makes something that was learnt count no longer.
   *
   * @return what was revoked
   * @throws FaultException TRUST-UNKNOWN-ID if nothing of this id was learnt
   */
  public EnrolledAnchor revoke(String id, String why, String by) throws FaultException {
    try (TrustLog log = TrustLog.open(folder, clock)) {
      EnrolledAnchors before = learnt();
      if (before.find(id).isEmpty()) {
        throw new FaultException(new TrustDeskFault.UnknownId());
      }
      EnrolledAnchors after = before.revoked(id, new EnrolledAnchor.Revocation(today(), by, why));
      new EnrolledStore(folder).write(after);
      log.append("REVOKE", by, id + " " + why);
      return after.find(id).orElseThrow();
    }
  }

  /**
   * Writes what was learnt into one file for another machine, without the hashes of the cards.
   *
   * @param who for the log
   * @return the file's SHA-256, to be read out to whoever takes it in
   */
  public String export(Path out, String who) throws FaultException {
    EnrolledAnchors learnt = learnt().withoutCards();
    try (TrustLog log = TrustLog.open(folder, clock)) {
      EnrolledStore.write(out.toAbsolutePath(), learnt);
      String fingerprint = EnrolledStore.fingerprint(out);
      log.append("EXPORT", who, learnt.anchors().size() + " anchors, sha256 " + fingerprint);
      return fingerprint;
    }
  }

  /**
   * Takes in what another machine learnt.
   *
   * @param fingerprint what was read out, with or without blanks; empty if somebody vouches for the
   *     file otherwise
   * @param by who takes it in
   * @return what the file holds
   * @throws FaultException TRUST-FINGERPRINT if the file is another one; nothing is taken then
   */
  public EnrolledAnchors take(Path file, Optional<String> fingerprint, String by)
      throws FaultException {
    try (TrustLog log = TrustLog.open(folder, clock)) {
      String is = EnrolledStore.fingerprint(file);
      if (fingerprint.isPresent()
          && !fingerprint.get().replaceAll("[\\s:-]", "").toLowerCase(Locale.ROOT).equals(is)) {
        throw new FaultException(new TrustDeskFault.OtherFingerprint(), is);
      }
      EnrolledAnchors other = EnrolledStore.read(file);
      EnrolledAnchors now = learnt().imported(other);
      new EnrolledStore(folder).write(now);
      log.append("IMPORT", by, other.anchors().size() + " anchors, sha256 " + is);
      return now.of(other);
    }
  }
}
