package vn.motcua.kiosk.bench;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.sf.scuba.smartcards.CardServiceException;
import vn.motcua.kiosk.cli.Bench;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.chip.AccessKeys;
import vn.motcua.scanner.chip.ChipOutcome;
import vn.motcua.scanner.chip.ChipReader;
import vn.motcua.scanner.chip.ReadPurpose;
import vn.motcua.scanner.chip.Trust;
import vn.motcua.scanner.chip.TrustStore;
import vn.motcua.scanner.chip.simulated.ActiveKey;
import vn.motcua.scanner.chip.simulated.CardBuilder;
import vn.motcua.scanner.chip.simulated.ChipKey;
import vn.motcua.scanner.chip.simulated.FaceFile;
import vn.motcua.scanner.chip.simulated.RadioSlot;
import vn.motcua.scanner.chip.simulated.SimulatedCardProfile;
import vn.motcua.scanner.chip.simulated.SimulatedCitizens;
import vn.motcua.scanner.chip.simulated.SimulatedFace;
import vn.motcua.scanner.chip.simulated.SimulatedIssuer;

/**
 * What reading and verifying a card costs through a reader with 12 ms for each APDU and 19 µs for
 * each byte, beside a plain read of the same files by JMRTD with its defaults, in turn; medians.
 * APDUs are counted on the card's side and held against the least that the standard allows.
 */
public final class ChipBench implements Bench {
  private static final int ROUNDS = 21;
  private static final int WARM_UP = 10;
  private static final int FACE_BYTES = 32_000;

  /** The largest block that the reader asks for; what it took is never larger. */
  private static final int BLOCK = 8000;

  private static final int CARD_ACCESS_PACE_AND_SELECT = 1 + 5 + 1;
  private static final int CHIP_AUTHENTICATION = 2;

  /** What is read, how fast it should be, and by how much faster than the peer. */
  private record Errand(
      String name, ReadPurpose purpose, List<Integer> files, double seconds, double times) {}

  private static final List<Errand> ERRANDS =
      List.of(
          new Errand(
              "lookup", ReadPurpose.LOOKUP, List.of(0x011D, 0x0101, 0x010D, 0x010E), 0.45, 1.5),
          new Errand(
              "intake", ReadPurpose.INTAKE, List.of(0x011D, 0x0101, 0x010D, 0x010E), 0.45, 1.5),
          new Errand(
              "intake+face",
              ReadPurpose.INTAKE.withFace(),
              List.of(0x011D, 0x0101, 0x010D, 0x010E, 0x0102),
              1.1,
              2.8));

  @Override
  public String name() {
    return "chip";
  }

  @Override
  public Result run() throws FaultException, InterruptedException {
    SimulatedCardProfile citizen = SimulatedCitizens.a();
    SimulatedIssuer issuer = SimulatedIssuer.create();
    CardBuilder builder =
        citizen
            .builder(issuer)
            .group(2, FaceFile.dg2(new SimulatedFace(citizen.number()).jpeg(FACE_BYTES)))
            .fingerprints()
            .chipKeys(ChipKey.create())
            .activeKey(ActiveKey.rsa(2048, "SHA-256"));
    Map<Integer, byte[]> files = builder.files();
    RadioSlot slot = new RadioSlot("bench", builder.build());
    ChipReader reader = new ChipReader(trusting(issuer), Clock.systemUTC());
    PlainJmrtd plain = new PlainJmrtd(slot, citizen.can());
    Map<String, Object> figures = new LinkedHashMap<>();
    List<Goal> goals = new ArrayList<>();
    figures.put("rounds", ROUNDS);
    figures.put("milliseconds per APDU", RadioSlot.USUAL_MICROS_PER_COMMAND / 1000.0);
    figures.put("microseconds per byte", RadioSlot.USUAL_MICROS_PER_BYTE);
    for (Errand errand : ERRANDS) {
      measure(errand, slot, reader, plain, AccessKeys.can(citizen.can()), files, figures, goals);
    }
    return new Result(figures, goals);
  }

  private static TrustStore trusting(SimulatedIssuer issuer) throws FaultException {
    try {
      return TrustStore.of(List.of(issuer.anchor()));
    } catch (IOException e) {
      throw new FaultException(new BenchFault.CannotMeasure(), e);
    }
  }

  private static void measure(
      Errand errand,
      RadioSlot slot,
      ChipReader reader,
      PlainJmrtd plain,
      AccessKeys keys,
      Map<Integer, byte[]> files,
      Map<String, Object> figures,
      List<Goal> goals)
      throws FaultException {
    List<Double> ours = new ArrayList<>();
    List<Double> theirs = new ArrayList<>();
    RadioSlot.Traffic ourTraffic = slot.traffic();
    RadioSlot.Traffic theirTraffic = slot.traffic();
    for (int i = -WARM_UP; i < ROUNDS; i++) {
      slot.forget();
      double our = ours(reader, slot, keys, errand.purpose);
      ourTraffic = slot.traffic();
      slot.forget();
      double their = theirs(plain, errand.files);
      theirTraffic = slot.traffic();
      if (i >= 0) {
        ours.add(our);
        theirs.add(their);
      }
    }
    double our = Figures.median(ours);
    double their = Figures.median(theirs);
    long least = least(errand, files);
    String name = errand.name + " ";
    figures.put(name + "milliseconds", Figures.rounded(our));
    figures.put(name + "APDUs", ourTraffic.commands());
    figures.put(name + "least APDUs", least);
    figures.put(name + "bytes", ourTraffic.bytes());
    figures.put(name + "milliseconds of plain JMRTD", Figures.rounded(their));
    figures.put(name + "APDUs of plain JMRTD", theirTraffic.commands());
    figures.put(name + "bytes of plain JMRTD", theirTraffic.bytes());
    figures.put(name + "times faster", Figures.rounded(their / our));
    goals.add(new Goal(name + "seconds", Figures.rounded(our / 1000), errand.seconds));
    goals.add(
        new Goal(
            name + "share of plain JMRTD's time",
            Figures.rounded(our / their),
            Figures.rounded(1 / errand.times)));
    goals.add(
        new Goal(
            name + "APDUs for each of the least",
            Figures.rounded((double) ourTraffic.commands() / least),
            1.1));
  }

  /**
   * EF.COM, which is read too, is not counted: the formula asks only for what the purpose needs.
   */
  private static long least(Errand errand, Map<Integer, byte[]> files) {
    long blocks = 0;
    for (int file : errand.files) {
      blocks += Math.ceilDiv(files.getOrDefault(file, new byte[0]).length, BLOCK);
    }
    return CARD_ACCESS_PACE_AND_SELECT + blocks + CHIP_AUTHENTICATION;
  }

  private static double ours(
      ChipReader reader, RadioSlot slot, AccessKeys keys, ReadPurpose purpose)
      throws FaultException {
    long begin = System.nanoTime();
    ChipOutcome outcome = reader.read(slot, keys, purpose, step -> {}, new Cancellation());
    double milliseconds = (System.nanoTime() - begin) / 1e6;
    boolean whole =
        outcome instanceof ChipOutcome.Read(var card)
            && card.trust().trust() == Trust.VERIFIED
            && card.face().isPresent() == purpose.face();
    if (!whole) {
      throw new FaultException(new BenchFault.CannotMeasure(), outcome.toString());
    }
    return milliseconds;
  }

  private static double theirs(PlainJmrtd plain, List<Integer> files) throws FaultException {
    long begin = System.nanoTime();
    try {
      plain.read(files.stream().map(Integer::shortValue).toList());
    } catch (CardServiceException | IOException e) {
      throw new FaultException(new BenchFault.CannotMeasure(), e);
    }
    return (System.nanoTime() - begin) / 1e6;
  }
}
