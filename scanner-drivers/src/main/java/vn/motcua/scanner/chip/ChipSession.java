package vn.motcua.scanner.chip;

import static vn.motcua.scanner.chip.DataGroup.FACE;
import static vn.motcua.scanner.chip.DataGroup.NATIONAL;
import static vn.motcua.scanner.chip.DataGroup.SECURITY_OPTIONS;
import static vn.motcua.scanner.chip.DataGroup.SIGNATURE_KEY;
import static vn.motcua.scanner.chip.DataGroup.ZONE;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.bouncycastle.cert.X509CertificateHolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.chip.TrustReason.Kind;

/**
 * One session with a card, from power-up to the verdict: open, read, prove, verify. It either goes
 * on or stops with a named fault; a broken link ends it as {@link LinkException}, and whoever runs
 * it decides about another session.
 */
final class ChipSession {
  private static final Logger LOG = LoggerFactory.getLogger(ChipSession.class);

  private static final int EF_COM = 0x011E;
  private static final int EF_SOD = 0x011D;

  /** What may be there if the chip says nothing of it. */
  private static final Set<Integer> ANY = Set.of(NATIONAL.number(), FACE.number());

  /**
   * What a reading is about.
   *
   * @param keys what may open the chip
   * @param purpose what is read and kept
   */
  record Order(KeyRing keys, ReadPurpose purpose) {}

  private final CardSlot slot;
  private final Order order;
  private final PassiveAuthentication authentication;
  private final Clock clock;
  private final Attempt attempt;
  private final Cancellation cancellation;
  private final ChipDoor door;
  private final Map<Integer, byte[]> groups = new TreeMap<>();
  private final List<TrustReason> notes = new ArrayList<>();

  ChipSession(
      CardSlot slot,
      Order order,
      TrustStore trust,
      Clock clock,
      Attempt attempt,
      Cancellation cancellation) {
    this.slot = slot;
    this.order = order;
    this.authentication = new PassiveAuthentication(trust, clock);
    this.clock = clock;
    this.attempt = attempt;
    this.cancellation = cancellation;
    this.door = new ChipDoor(order.keys());
  }

  /** Reads the card. */
  ChipRecord read() throws LinkException, Stop {
    try {
      attempt.steps().begin(ChipStep.OPEN);
      Set<ChipDoor.Try> tried = new HashSet<>();
      List<ChipDoor.Try> tries;
      do {
        // Each way gets a freshly reset card: a failed PACE may leave a chip in any state.
        try (Powered power = connect()) {
          tries = new ArrayList<>(door.tries(power));
          tries.removeAll(tried);
          if (tries.isEmpty()) {
            break;
          }
          ChipDoor.Try one = tries.removeFirst();
          tried.add(one);
          if (door.open(power, one) == ChipDoor.Opened.YES) {
            ChipRecord record = readOpened(power, one.way());
            attempt.goOnWith(power.files().manner());
            return record;
          }
        }
      } while (tries.stream().anyMatch(door::hasKeyFor));
      KeyRing keys = order.keys();
      throw new Stop(
          keys.refusal()
              .orElseGet(() ->
                  keys.mrz().isEmpty() ? new ChipFault.NeedsMrz() : new ChipFault.Nonsense()));
    } catch (MalformedException | ChipFiles.Refused wrong) {
      LOG.info("the chip broke a rule: {}", wrong.getMessage());
      throw new Stop(new ChipFault.Nonsense(), wrong);
    } finally {
      // Fields that the purpose does not need stood in these bytes.
      groups.values().forEach(bytes -> Arrays.fill(bytes, (byte) 0));
    }
  }

  private Powered connect() throws LinkException {
    if (cancellation.isCancelled()) {
      throw new LinkException(LinkException.Why.CANCELLED);
    }
    CardConnection connection = slot.connect();
    Manner manner = attempt.manner(slot.name(), HexFormat.of().formatHex(connection.atr()));
    return new Powered(connection, manner, attempt.counter(), cancellation);
  }

  private ChipRecord readOpened(Powered power, Attempt.Way way)
      throws LinkException, MalformedException, ChipFiles.Refused {
    attempt.steps().begin(ChipStep.READ);
    byte[] dg1 =
        power
            .files()
            .read(ZONE.id(), ZONE.tag(), ZONE.cap())
            .orElseThrow(() -> new MalformedException("no DG1"));
    groups.put(ZONE.number(), dg1);
    MrzReading zone = new MrzParser(clock).parse(dg1);
    SecurityObject sod = securityObject(power.files());
    if (sod instanceof SecurityObject.Signed signed) {
      authentication.begin(signed);
    }
    Set<Integer> offered = offered(power.files(), sod);

    attempt.steps().begin(ChipStep.PROVE);
    ChipProof proof =
        sod instanceof SecurityObject.Signed ? prove(power, offered) : ChipProof.NOT_OFFERED;

    attempt.steps().begin(ChipStep.READ);
    if (zone.mrz().isVietnamese() && offered.contains(NATIONAL.number())) {
      group(power.files(), NATIONAL);
    }
    if (sod instanceof SecurityObject.Signed signed) {
      compareListing(power.files(), signed);
    }
    Optional<FaceImage> face = face(power.files(), offered);
    attempt.steps().begin(ChipStep.VERIFY);
    return verified(zone, sod, proof, face, way);
  }

  private ChipRecord verified(
      MrzReading zone,
      SecurityObject sod,
      ChipProof proof,
      Optional<FaceImage> face,
      Attempt.Way way) {
    Optional<NationalData> national = national(order.purpose());
    Mrz mrz = withNumber(zone.mrz(), national);
    Optional<String> can = way == Attempt.Way.PACE_CAN ? order.keys().can() : Optional.empty();
    List<TrustReason> all = new ArrayList<>(CrossCheck.of(zone.with(mrz), national, can, clock));
    all.addAll(notes);
    if (way == Attempt.Way.PLAIN) {
      all.add(TrustReason.of(Kind.NO_ACCESS_CONTROL));
    }
    TrustVerdict verdict =
        authentication.judge(
            new PassiveAuthentication.Case(sod, groups, proof, issued(sod), mrz, all));
    Link.Counter counter = attempt.counter();
    return new ChipRecord(
        mrz,
        national,
        // Nobody should look at a face that somebody put there.
        verdict instanceof TrustVerdict.Forged ? Optional.empty() : face,
        verdict,
        signer(sod),
        new ReadCost(
            counter.apdus(),
            counter.bytes(),
            attempt.steps().total(),
            attempt.steps().milliseconds(),
            way.label()));
  }

  /** EF.SOD. One that cannot be read proves nothing, but the data may still be of use. */
  private SecurityObject securityObject(ChipFiles files) throws LinkException {
    try {
      return optional(files, EF_SOD, 0x77, 65_536)
          .map(SecurityObject::parse)
          .orElse(SecurityObject.MISSING);
    } catch (MalformedException wrong) {
      LOG.info("EF.SOD breaks a rule: {}", wrong.getMessage());
      return SecurityObject.UNREADABLE;
    }
  }

  /** The data groups that the chip says it has: by EF.SOD, without one by EF.COM. */
  private Set<Integer> offered(ChipFiles files, SecurityObject sod) throws LinkException {
    if (sod instanceof SecurityObject.Signed signed) {
      return signed.hashes().keySet();
    }
    return listing(files).map(GroupList::groups).orElse(ANY);
  }

  private void compareListing(ChipFiles files, SecurityObject.Signed sod) throws LinkException {
    listing(files).ifPresent(list -> notes.addAll(list.against(sod)));
  }

  private Optional<GroupList> listing(ChipFiles files) throws LinkException {
    try {
      Optional<byte[]> com = optional(files, EF_COM, 0x60, 1024);
      if (com.isPresent()) {
        return Optional.of(GroupList.parse(com.get()));
      }
      notes.add(TrustReason.of(Kind.NO_COM));
    } catch (MalformedException wrong) {
      LOG.info("EF.COM breaks a rule: {}", wrong.getMessage());
      notes.add(TrustReason.of(Kind.COM_UNREADABLE));
    }
    return Optional.empty();
  }

  /**
   * Asks for the proof that costs the chip least and says most: chip authentication if it has a key
   * for it, else active authentication. One that is refused leaves a session of no further use.
   */
  private ChipProof prove(Powered power, Set<Integer> offered)
      throws LinkException, MalformedException {
    ChipProof before = attempt.keyAgreement();
    if (before == ChipProof.WRONG) {
      // Still read, so that the verdict rests on signed data; it cannot get better any more.
      groupIf(power.files(), offered, SECURITY_OPTIONS);
      return before;
    }
    if (before == null) {
      Optional<byte[]> options = groupIf(power.files(), offered, SECURITY_OPTIONS);
      ChipProof proof =
          options.isPresent()
              ? ChipAuthentication.ask(options.get(), power)
              : ChipProof.NOT_OFFERED;
      if (proof == ChipProof.REFUSED) {
        attempt.keyAgreement(proof);
        throw new LinkException(LinkException.Why.AGAIN);
      }
      if (proof == ChipProof.PROVEN) {
        return proof;
      }
      noteIfBroken(proof, SECURITY_OPTIONS);
    }
    ChipProof signature = attempt.signature();
    if (signature == null) {
      Optional<byte[]> key = groupIf(power.files(), offered, SIGNATURE_KEY);
      signature =
          key.isPresent()
              ? ActiveAuthentication.ask(key.get(), power.files())
              : ChipProof.NOT_OFFERED;
      if (signature == ChipProof.REFUSED) {
        attempt.signature(signature);
        throw new LinkException(LinkException.Why.AGAIN);
      }
      noteIfBroken(signature, SIGNATURE_KEY);
    }
    boolean none = signature == ChipProof.NOT_OFFERED || signature == ChipProof.BROKEN;
    return none && before != null ? before : signature;
  }

  /** A key that the issuer signed and that nobody can use is no key that the chip lacks. */
  private void noteIfBroken(ChipProof proof, DataGroup group) {
    if (proof == ChipProof.BROKEN) {
      notes.add(new TrustReason(Kind.BROKEN, group.number()));
    }
  }

  private Optional<byte[]> groupIf(ChipFiles files, Set<Integer> offered, DataGroup group)
      throws LinkException, MalformedException {
    return offered.contains(group.number()) ? group(files, group) : Optional.empty();
  }

  /** A data group that should be there; without it the reading goes on, and says so. */
  private Optional<byte[]> group(ChipFiles files, DataGroup group)
      throws LinkException, MalformedException {
    Optional<byte[]> file = optional(files, group.id(), group.tag(), group.cap());
    file.ifPresentOrElse(
        bytes -> groups.put(group.number(), bytes),
        () -> notes.add(new TrustReason(Kind.NOT_GIVEN, group.number())));
    return file;
  }

  /** A file that a chip may lack or keep to itself without being broken. */
  private static Optional<byte[]> optional(ChipFiles files, int id, int tag, int cap)
      throws LinkException, MalformedException {
    try {
      return files.read(id, tag, cap);
    } catch (ChipFiles.Refused kept) {
      LOG.info("file {} is kept: {}", Integer.toHexString(id), kept.getMessage());
      return Optional.empty();
    }
  }

  private Optional<FaceImage> face(ChipFiles files, Set<Integer> offered)
      throws LinkException, MalformedException {
    if (!order.purpose().face() || !offered.contains(FACE.number())) {
      return Optional.empty();
    }
    attempt.steps().begin(ChipStep.FACE);
    Optional<byte[]> file = group(files, FACE);
    if (file.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Dg2Parser().parse(file.get()));
    } catch (MalformedException wrong) {
      LOG.info("DG2 breaks a rule: {}", wrong.getMessage());
      notes.add(new TrustReason(Kind.UNREADABLE, FACE.number()));
      return Optional.empty();
    }
  }

  /** DG13 as far as {@code what} needs it. What breaks its rules counts as not there. */
  private Optional<NationalData> national(ReadPurpose what) {
    byte[] file = groups.get(NATIONAL.number());
    if (file == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Dg13Parser(what).parse(file));
    } catch (MalformedException wrong) {
      LOG.info("DG13 breaks a rule: {}", wrong.getMessage());
      notes.add(new TrustReason(Kind.UNREADABLE, NATIONAL.number()));
      return Optional.empty();
    }
  }

  /** The day on which the card was issued, for a signature that does not tell its time. */
  private Optional<Instant> issued(SecurityObject sod) {
    if (sod instanceof SecurityObject.Signed signed && signed.signed().isPresent()) {
      return Optional.empty();
    }
    return national(new ReadPurpose("issued", Set.of(11), false))
        .flatMap(NationalData::issued)
        .map(day -> day.atStartOfDay(ZoneId.systemDefault()).toInstant());
  }

  private static Optional<byte[]> signer(SecurityObject sod) {
    if (!(sod instanceof SecurityObject.Signed signed)) {
      return Optional.empty();
    }
    try {
      Optional<X509CertificateHolder> certificate = signed.certificate();
      return certificate.isEmpty() ? Optional.empty() : Optional.of(certificate.get().getEncoded());
    } catch (IOException unencodable) {
      return Optional.empty();
    }
  }

  /** A zone without the number, as another layout of the card might have it, takes it from DG13. */
  private static Mrz withNumber(Mrz mrz, Optional<NationalData> national) {
    Optional<String> number = national.flatMap(NationalData::number);
    if (!mrz.citizenNumber().isEmpty() || number.isEmpty()) {
      return mrz;
    }
    return mrz.withCitizenNumber(number.get());
  }
}
