package vn.motcua.scanner.chip;

import java.io.IOException;
import java.io.Serial;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import net.sf.scuba.smartcards.CardServiceException;
import org.bouncycastle.cert.X509CertificateHolder;
import org.jmrtd.BACKey;
import org.jmrtd.PACEKeySpec;
import org.jmrtd.PassportService;
import org.jmrtd.lds.LDSFileUtil;
import org.jmrtd.lds.PACEInfo;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.motcua.scanner.Cancellation;

/**
 * One attempt at reading a card, from power-up to the verdict: open, read, verify. It either goes
 * on or stops with a named fault; a broken link ends it as {@link LinkException} and whoever runs
 * it decides about another attempt.
 */
final class ChipSession {
  private static final Logger LOG = LoggerFactory.getLogger(ChipSession.class);
  private static final DateTimeFormatter SIX = DateTimeFormatter.ofPattern("uuMMdd");

  private static final int EF_CARD_ACCESS = 0x011C;
  private static final int EF_COM = 0x011E;
  private static final int EF_SOD = 0x011D;
  private static final int DG1 = 1;
  private static final int DG13 = 13;
  private static final int DG14 = 14;

  /** It stopped with something that a person can mend. */
  static final class Stop extends Exception {
    @Serial private static final long serialVersionUID = 1L;
    private final transient ChipFault fault;

    Stop(ChipFault fault, @Nullable Throwable cause) {
      super(fault.code(), cause);
      this.fault = fault;
    }

    ChipFault fault() {
      return fault;
    }
  }

  /** A way to open a chip. */
  private enum Way {
    PACE_CAN("PACE-CAN"),
    PACE_MRZ("PACE-MRZ"),
    BAC("BAC");

    private final String label;

    Way(String label) {
      this.label = label;
    }
  }

  /** How an attempt to open ended. */
  private enum Opened {
    YES,
    WRONG_KEY,
    UNSUPPORTED
  }

  private final CardSlot slot;
  private final AccessKeys keys;
  private final ReadPurpose purpose;
  private final TrustStore trust;
  private final Clock clock;
  private final int block;
  private final Link.Counter counter;
  private final Consumer<ChipStep> progress;
  private final Cancellation cancellation;

  ChipSession(
      CardSlot slot,
      AccessKeys keys,
      ReadPurpose purpose,
      TrustStore trust,
      Clock clock,
      int block,
      Link.Counter counter,
      Consumer<ChipStep> progress,
      Cancellation cancellation) {
    this.slot = slot;
    this.keys = keys;
    this.purpose = purpose;
    this.trust = trust;
    this.clock = clock;
    this.block = block;
    this.counter = counter;
    this.progress = progress;
    this.cancellation = cancellation;
  }

  /**
   * Reads the card.
   *
   * @param begin {@link System#nanoTime()} when the reading began
   */
  ChipRecord read(long begin) throws LinkException, Stop {
    try {
      progress.accept(ChipStep.OPEN);
      boolean refused = false;
      int next = 0;
      List<Way> ways;
      do {
        // Each way gets a freshly reset card: a failed PACE may leave a chip in any state.
        try (Power power = new Power(connect())) {
          Optional<CardAccess> access = cardAccess(power);
          ways = ways(access);
          if (ways.isEmpty()) {
            throw cannotOpen(power);
          }
          Way way = ways.get(next++);
          Opened opened = open(power, way, access);
          LOG.debug("opening by {}: {}", way.label, opened);
          if (opened == Opened.YES) {
            return readOpened(power, way, begin);
          }
          refused |= opened == Opened.WRONG_KEY;
        }
      } while (next < ways.size());
      throw new Stop(
          refused
              ? new ChipFault.WrongKey()
              : keys.mrz().isEmpty() ? new ChipFault.NeedsMrz() : new ChipFault.Nonsense(),
          null);
    } catch (MalformedException wrong) {
      LOG.info("the chip broke a rule: {}", wrong.getMessage());
      throw new Stop(new ChipFault.Nonsense(), wrong);
    } catch (ChipFiles.Refused refused) {
      LOG.info("the chip refused: {}", refused.getMessage());
      throw new Stop(new ChipFault.Nonsense(), refused);
    }
  }

  /** A powered card and the layers above it. */
  private final class Power implements AutoCloseable {
    private final Link link;
    private final ChipFiles files;
    private final PassportService protocols;

    Power(CardConnection connection) {
      link = new Link(connection, counter, cancellation);
      files = new ChipFiles(link, block);
      int answer =
          block > PassportService.NORMAL_MAX_TRANCEIVE_LENGTH
              ? PassportService.EXTENDED_MAX_TRANCEIVE_LENGTH
              : PassportService.NORMAL_MAX_TRANCEIVE_LENGTH;
      protocols =
          new PassportService(
              link, PassportService.NORMAL_MAX_TRANCEIVE_LENGTH, answer, block, false, true);
      link.open();
    }

    @Override
    public void close() {
      link.close();
    }
  }

  private CardConnection connect() throws LinkException {
    if (cancellation.isCancelled()) {
      throw new LinkException(LinkException.Why.CANCELLED);
    }
    return slot.connect();
  }

  /** EF.CardAccess, selected directly: citizen cards answer 6D00 to a SELECT of the master file. */
  private static Optional<CardAccess> cardAccess(Power power)
      throws LinkException, MalformedException {
    try {
      Optional<byte[]> file = power.files.read(EF_CARD_ACCESS, 0x31, 2048);
      if (file.isEmpty()) {
        power.files.selectMasterFile();
        file = power.files.read(EF_CARD_ACCESS, 0x31, 2048);
      }
      return file.isEmpty() ? Optional.empty() : Optional.of(CardAccess.parse(file.get()));
    } catch (ChipFiles.Refused none) {
      return Optional.empty();
    }
  }

  private List<Way> ways(Optional<CardAccess> access) {
    List<Way> ways = new ArrayList<>();
    boolean pace = access.isPresent() && !access.get().offers().isEmpty();
    if (pace && keys.can().isPresent()) {
      ways.add(Way.PACE_CAN);
    }
    if (pace && keys.mrz().isPresent()) {
      ways.add(Way.PACE_MRZ);
    }
    if (keys.mrz().isPresent()) {
      ways.add(Way.BAC);
    }
    return ways;
  }

  /** No way fits: either it is no identity card at all, or one that wants more than the CAN. */
  private static Stop cannotOpen(Power power) throws LinkException, MalformedException {
    return selectOrStop(power).orElseGet(() -> new Stop(new ChipFault.NeedsMrz(), null));
  }

  private static Optional<Stop> selectOrStop(Power power) throws LinkException, MalformedException {
    try {
      power.files.selectApplication();
      return Optional.empty();
    } catch (ChipFiles.Refused no) {
      return Optional.of(new Stop(new ChipFault.NotIdentityCard(), no));
    }
  }

  private Opened open(Power power, Way way, Optional<CardAccess> access)
      throws LinkException, MalformedException, Stop {
    return switch (way) {
      case PACE_CAN -> pace(power, canKey(), access.orElseThrow());
      case PACE_MRZ -> pace(power, mrzPaceKey(), access.orElseThrow());
      case BAC -> bac(power);
    };
  }

  private Opened pace(Power power, PACEKeySpec key, CardAccess access)
      throws LinkException, MalformedException, Stop {
    CardAccess.Offer offer = access.offers().getFirst();
    try {
      power.protocols.doPACE(
          key,
          offer.oid(),
          PACEInfo.toParameterSpec(offer.parameterId()),
          BigInteger.valueOf(offer.parameterId()));
    } catch (CardServiceException | RuntimeException failed) {
      return paceFailure(power.link, failed);
    }
    power.files.secure(power.protocols.getWrapper());
    Optional<Stop> none = selectOrStop(power);
    if (none.isPresent()) {
      throw none.get();
    }
    return Opened.YES;
  }

  /**
   * A wrong password shows only in the last step, where the chip refuses our token (ICAO 9303-11
   * §4.4.3.4); a refusal before that says that it does not do PACE this way.
   */
  private static Opened paceFailure(Link link, Exception failed)
      throws LinkException, MalformedException {
    link.throwIfBroken();
    int sw1 = link.lastStatus() >> 8;
    boolean iso = sw1 >= 0x62 && sw1 <= 0x6F;
    byte[] command = link.lastCommand();
    boolean lastStep = command.length > 7 && command[1] == (byte) 0x86 && command[7] == (byte) 0x85;
    if (iso) {
      return lastStep ? Opened.WRONG_KEY : Opened.UNSUPPORTED;
    }
    throw new MalformedException("PACE got an answer that fits no rule", failed);
  }

  private Opened bac(Power power) throws LinkException, MalformedException, Stop {
    Optional<Stop> none = selectOrStop(power);
    if (none.isPresent()) {
      throw none.get();
    }
    try {
      power.protocols.doBAC(bacKey());
    } catch (CardServiceException | RuntimeException failed) {
      power.link.throwIfBroken();
      int sw1 = power.link.lastStatus() >> 8;
      byte[] command = power.link.lastCommand();
      boolean authenticating = command.length > 1 && command[1] == (byte) 0x82;
      if (sw1 >= 0x62 && sw1 <= 0x6F) {
        return authenticating ? Opened.WRONG_KEY : Opened.UNSUPPORTED;
      }
      throw new MalformedException("BAC got an answer that fits no rule", failed);
    }
    power.files.secure(power.protocols.getWrapper());
    return Opened.YES;
  }

  private PACEKeySpec canKey() {
    return PACEKeySpec.createCANKey(keys.can().orElseThrow());
  }

  private PACEKeySpec mrzPaceKey() {
    try {
      return PACEKeySpec.createMRZKey(bacKey());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("SHA-1 is missing", e);
    }
  }

  private BACKey bacKey() {
    AccessKeys.MrzKey key = keys.mrz().orElseThrow();
    return new BACKey(key.documentNumber(), SIX.format(key.birth()), SIX.format(key.expiry()));
  }

  private ChipRecord readOpened(Power power, Way way, long begin)
      throws LinkException, MalformedException, ChipFiles.Refused, Stop {
    progress.accept(ChipStep.READ);
    SecurityObject sod = securityObject(power);
    byte[] dg1 =
        power
            .files
            .read(0x0100 + DG1, 0x61, 1024)
            .orElseThrow(() -> new MalformedException("no DG1"));
    Optional<byte[]> dg13 =
        listed(power, sod, DG13) ? optional(power, 0x0100 + DG13, 0x6D, 16_384) : Optional.empty();

    Optional<byte[]> dg14 =
        sod instanceof SecurityObject.Signed && listed(power, sod, DG14)
            ? optional(power, 0x0100 + DG14, 0x6E, 8192)
            : Optional.empty();
    // Last, since a chip that fails it says nothing any more.
    ChipProof proof =
        dg14.isPresent()
            ? ChipAuthentication.ask(
                dg14.get(), 0x0100 + DG1, power.protocols, power.files, power.link)
            : ChipProof.NOT_OFFERED;

    MrzReading zone = new MrzParser(clock).parse(dg1);
    Optional<NationalData> national = Optional.empty();
    if (dg13.isPresent()) {
      national = Optional.of(new Dg13Parser(purpose).parse(dg13.get()));
    }
    Mrz mrz = withNumber(zone.mrz(), national);
    progress.accept(ChipStep.VERIFY);
    Map<Integer, byte[]> groups = new TreeMap<>();
    groups.put(DG1, dg1);
    dg13.ifPresent(bytes -> groups.put(DG13, bytes));
    dg14.ifPresent(bytes -> groups.put(DG14, bytes));
    TrustVerdict verdict =
        new PassiveAuthentication(trust, clock)
            .judge(
                new PassiveAuthentication.Case(
                    sod,
                    groups,
                    proof,
                    Optional.empty(),
                    mrz.issuingState(),
                    CrossCheck.of(
                        zone,
                        national,
                        way == Way.PACE_CAN ? keys.can() : Optional.empty(),
                        clock)));
    // Fields that the purpose does not need stood in these bytes.
    groups.values().forEach(bytes -> Arrays.fill(bytes, (byte) 0));
    long milliseconds = (System.nanoTime() - begin) / 1_000_000;
    return new ChipRecord(
        mrz,
        national,
        Optional.empty(),
        verdict,
        signer(sod),
        new ReadCost(counter.apdus(), counter.bytes(), milliseconds, Map.of(), way.label));
  }

  private static Optional<byte[]> signer(SecurityObject sod) {
    if (!(sod instanceof SecurityObject.Signed signed)) {
      return Optional.empty();
    }
    try {
      Optional<X509CertificateHolder> certificate = signed.certificate();
      return certificate.isEmpty() ? Optional.empty() : Optional.of(certificate.get().getEncoded());
    } catch (IOException malformed) {
      return Optional.empty();
    }
  }

  /** EF.SOD. One that cannot be read proves nothing, but the data may still be of use. */
  private static SecurityObject securityObject(Power power) throws LinkException {
    try {
      return optional(power, EF_SOD, 0x77, 65_536)
          .map(SecurityObject::parse)
          .orElse(SecurityObject.MISSING);
    } catch (MalformedException wrong) {
      LOG.info("EF.SOD breaks a rule: {}", wrong.getMessage());
      return SecurityObject.UNREADABLE;
    }
  }

  /** Whether the chip says that it has this data group: by EF.SOD, without one by EF.COM. */
  private static boolean listed(Power power, SecurityObject sod, int group)
      throws LinkException, MalformedException {
    if (sod instanceof SecurityObject.Signed signed) {
      return signed.hashes().containsKey(group);
    }
    Optional<byte[]> com = optional(power, EF_COM, 0x60, 1024);
    if (com.isEmpty()) {
      return true;
    }
    int tag = LDSFileUtil.lookupTagByDataGroupNumber(group);
    for (Tlv child : Tlv.single(com.get(), 0x60).children()) {
      if (child.tag() == 0x5C) {
        for (byte listed : child.value()) {
          if ((listed & 0xFF) == tag) {
            return true;
          }
        }
        return false;
      }
    }
    return true;
  }

  /** A file that a chip may lack or keep to itself without being broken. */
  private static Optional<byte[]> optional(Power power, int id, int tag, int cap)
      throws LinkException, MalformedException {
    try {
      return power.files.read(id, tag, cap);
    } catch (ChipFiles.Refused kept) {
      LOG.info("file {} is kept: {}", Integer.toHexString(id), kept.getMessage());
      return Optional.empty();
    }
  }

  private static Mrz withNumber(Mrz mrz, Optional<NationalData> national) throws Stop {
    if (!mrz.citizenNumber().isEmpty()) {
      return mrz;
    }
    String number =
        national
            .flatMap(NationalData::number)
            .orElseThrow(() -> new Stop(new ChipFault.NotIdentityCard(), null));
    return new Mrz(
        mrz.documentCode(),
        mrz.issuingState(),
        number,
        mrz.documentNumber(),
        mrz.surname(),
        mrz.givenNames(),
        mrz.birth(),
        mrz.sex(),
        mrz.expiry(),
        mrz.nationality());
  }
}
