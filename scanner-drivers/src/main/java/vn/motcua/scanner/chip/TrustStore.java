package vn.motcua.scanner.chip;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.motcua.scanner.chip.TrustReason.Kind;
import vn.motcua.scanner.chip.TrustReport.Line;
import vn.motcua.scanner.chip.TrustReport.What;

/**
 * Whom this machine trusts to sign cards: country signing certificates (CSCA) that a technician
 * installed, and below them issuers that were learnt here. A document signer is trusted only if the
 * <em>key</em> of one of them signed it: names prove nothing. Immutable, safe for several threads.
 */
public final class TrustStore {
  private static final Logger LOG = LoggerFactory.getLogger(TrustStore.class);

  private final Supplier<Installed> installed;
  private final EnrolledKeys enrolled;

  private TrustStore(Supplier<Installed> installed, EnrolledKeys enrolled) {
    this.installed = installed;
    this.enrolled = enrolled;
  }

  /** What a technician installed. */
  private record Installed(CscaIndex anchors, Revocations revocations, TrustFolder folder) {
    static final Installed NOTHING =
        new Installed(CscaIndex.EMPTY, Revocations.NONE, new TrustFolder());

    static Installed of(List<Path> files) {
      TrustFolder folder = new TrustFolder();
      files.forEach(folder::add);
      CscaIndex anchors = new CscaIndex(folder.anchors());
      LOG.info("{} trust anchors for chips", anchors.size());
      return new Installed(
          anchors,
          new Revocations(folder.lists().stream().map(TrustFolder.Found::list).toList()),
          folder);
    }
  }

  /** No anchor at all: nothing can be better than {@link Trust#SIGNED_UNKNOWN_ISSUER}. */
  public static TrustStore empty() {
    return new TrustStore(() -> Installed.NOTHING, EnrolledKeys.NONE);
  }

  /**
   * Anchors given as DER.
   *
   * @throws IOException if one is no certificate of a certification authority
   */
  public static TrustStore of(List<byte[]> certificates) throws IOException {
    List<Csca> anchors = new ArrayList<>();
    for (byte[] der : certificates) {
      anchors.add(Csca.of(der));
    }
    Installed given = new Installed(new CscaIndex(anchors), Revocations.NONE, new TrustFolder());
    return new TrustStore(() -> given, EnrolledKeys.NONE);
  }

  /**
   * What a folder and the folders in it hold: CSCA certificates and revocation lists (DER or PEM),
   * master lists (ICAO 9303-12 §8), and any of these in an LDIF file of the ICAO's directory. What
   * cannot be used is passed over; {@link #report} says why. A folder that does not exist holds
   * none. Issuers that were learnt here are not read: see {@link EnrolledStore} and {@link #with}.
   *
   * <p>The files are decoded on another thread, so that hundreds of certificates do not hold up the
   * start of a program; whoever asks for something before that is done waits for it.
   *
   * @throws IOException if the folder exists and cannot be listed
   */
  public static TrustStore load(Path directory) throws IOException {
    return load(directory, List.of());
  }

  /**
   * The same with some more files, as if they stood in that folder.
   *
   * @throws IOException if the folder exists and cannot be listed
   */
  public static TrustStore load(Path directory, List<Path> more) throws IOException {
    List<Path> files = new ArrayList<>(TrustFolder.files(directory));
    files.addAll(more);
    if (files.isEmpty()) {
      return empty();
    }
    CompletableFuture<Installed> coming =
        CompletableFuture.supplyAsync(
            () -> Installed.of(files), task -> Thread.ofVirtual().name("trust").start(task));
    return new TrustStore(coming::join, EnrolledKeys.NONE);
  }

  /**
   * The same official anchors, and issuers that were learnt here, instead of any from before. They
   * are asked only about signers whom no official anchor's key signed.
   */
  public TrustStore with(EnrolledAnchors learnt) {
    return new TrustStore(installed, EnrolledKeys.of(learnt));
  }

  /** The official anchors, by name. */
  public List<Anchor.Official> anchors() {
    return installed.get().anchors.all().stream()
        .map(anchor -> new Anchor.Official(anchor.subject().toString(), anchor.id()))
        .sorted(Comparator.comparing(Anchor.Official::subject))
        .toList();
  }

  /** How many official anchors there are. */
  public int size() {
    return installed.get().anchors.size();
  }

  /** Whether there is nobody whom it trusts. */
  public boolean isEmpty() {
    return size() == 0 && enrolled.isEmpty();
  }

  /** What was found in the folder, and what is not used and why. */
  public TrustReport report() {
    List<Line> lines = new ArrayList<>(installed.get().folder.lines());
    for (TrustFolder.Found found : installed.get().folder.lists()) {
      List<IssuerKey> keys = keysOf(found.list().issuer());
      String refused =
          keys.isEmpty()
              ? "a revocation list of nobody whom we trust"
              : found.list().signedByAny(keys) ? "" : "a revocation list whose signature is wrong";
      if (!refused.isEmpty()) {
        LOG.warn("{} is not used: {}", found.file().getFileName(), refused);
      }
      lines.add(
          new Line(
              found.file(), found.part(), What.REVOCATION_LIST, found.list().size(), 0, refused));
    }
    return new TrustReport(lines);
  }

  private List<IssuerKey> keysOf(org.bouncycastle.asn1.x500.X500Name issuer) {
    List<IssuerKey> keys = new ArrayList<>();
    installed.get().anchors.named(issuer).forEach(anchor -> keys.add(anchor.key()));
    keys.addAll(enrolled.keysOf(issuer));
    return keys;
  }

  /**
   * Who vouches for a document signer.
   *
   * @param signer its certificate
   * @param signed when it signed the card; equal to {@code now} if nobody says
   * @param state issuing state of the card's machine readable zone
   * @param now the time by the machine's clock
   * @param documentCode one or two letters of the zone; empty if not known
   */
  IssuerCheck check(
      X509CertificateHolder signer,
      Instant signed,
      String state,
      Instant now,
      String documentCode) {
    if (isEmpty()) {
      return new IssuerCheck.Untrusted(Kind.NO_ANCHOR);
    }
    Occasion occasion = new Occasion(signer, signed, state, now, documentCode);
    List<Csca> official = installed.get().anchors.vouchingFor(signer);
    // An official anchor's word is the last one, also where it speaks against the signer.
    return official.isEmpty() ? learnt(occasion) : official(official, occasion);
  }

  /** What is to be judged. */
  private record Occasion(
      X509CertificateHolder signer,
      Instant signed,
      String state,
      Instant now,
      String documentCode) {}

  private IssuerCheck official(List<Csca> vouching, Occasion o) {
    Csca first = vouching.getFirst();
    if (IssuingState.contradicts(o.state, first.subject())
        || IssuingState.differ(first.subject(), o.signer.getSubject())) {
      return new IssuerCheck.Untrusted(Kind.ISSUER_OF_ANOTHER_STATE);
    }
    // A key that was revoked under one certificate is not to be trusted under another either.
    if (vouching.stream().anyMatch(this::revoked)) {
      return new IssuerCheck.Untrusted(Kind.ANCHOR_REVOKED);
    }
    Optional<Csca> valid = vouching.stream().filter(a -> a.validOn(o.signed)).findFirst();
    if (valid.isEmpty()) {
      return new IssuerCheck.Untrusted(Kind.ANCHOR_EXPIRED);
    }
    Csca anchor = valid.get();
    return signer(
        o, new Anchor.Official(anchor.subject().toString(), anchor.id()), new ArrayList<>());
  }

  private boolean revoked(Csca anchor) {
    X509CertificateHolder certificate = anchor.certificate();
    return installed
        .get()
        .revocations
        .of(certificate.getIssuer(), keysOf(certificate.getIssuer()))
        .revoke(certificate.getSerialNumber());
  }

  private IssuerCheck learnt(Occasion o) {
    Optional<EnrolledKeys.Entry> found = enrolled.vouchingFor(o.signer);
    if (found.isEmpty()) {
      return new IssuerCheck.Untrusted(Kind.ISSUER_UNKNOWN);
    }
    EnrolledAnchor anchor = found.get().anchor();
    if (!anchor.state().equals(o.state)
        || IssuingState.differ(o.signer.getIssuer(), o.signer.getSubject())) {
      return new IssuerCheck.Untrusted(Kind.ISSUER_OF_ANOTHER_STATE);
    }
    List<TrustReason> notes = new ArrayList<>();
    notes.add(TrustReason.of(Kind.ANCHOR_ENROLLED));
    return signer(o, new Anchor.Enrolled(anchor.id(), anchor.enrolled()), notes);
  }

  /** The anchor is good: may this signer sign, might it then, has it been revoked? */
  private IssuerCheck signer(Occasion o, Anchor anchor, List<TrustReason> notes) {
    Optional<Kind> objection = SignerRules.objection(o.signer, o.signed, o.now, o.documentCode);
    if (objection.isPresent()) {
      return new IssuerCheck.Untrusted(objection.get());
    }
    Revocations.Usable lists =
        installed.get().revocations.of(o.signer.getIssuer(), keysOf(o.signer.getIssuer()));
    if (lists.revoke(o.signer.getSerialNumber())) {
      return new IssuerCheck.Untrusted(Kind.SIGNER_REVOKED);
    }
    if (!o.signer.isValidOn(java.util.Date.from(o.now))) {
      notes.add(TrustReason.of(Kind.SIGNER_EXPIRED_SINCE));
    }
    if (lists.outOfDate(o.now)) {
      notes.add(TrustReason.of(Kind.CRL_OUT_OF_DATE));
    }
    return new IssuerCheck.Trusted(anchor, List.copyOf(notes));
  }
}
