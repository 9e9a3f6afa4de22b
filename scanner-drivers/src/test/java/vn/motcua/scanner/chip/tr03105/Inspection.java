package vn.motcua.scanner.chip.tr03105;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.chip.AccessKeys;
import vn.motcua.scanner.chip.ChipOutcome;
import vn.motcua.scanner.chip.ChipReader;
import vn.motcua.scanner.chip.ReadPurpose;
import vn.motcua.scanner.chip.ReaderWorker;
import vn.motcua.scanner.chip.Trust;
import vn.motcua.scanner.chip.TrustReason;
import vn.motcua.scanner.chip.TrustStore;
import vn.motcua.scanner.chip.TrustVerdict;
import vn.motcua.scanner.chip.simulated.SimulatedCard;
import vn.motcua.scanner.chip.simulated.SimulatedIssuer;
import vn.motcua.scanner.chip.simulated.SimulatedReaders;
import vn.motcua.scanner.chip.simulated.VirtualCard;

/**
 * One card on one reader.
 *
 * @param trust whom the reader trusts
 * @param keys what opens the card
 * @param check of what the card saw
 */
record Inspection(
    VirtualCard card, TrustStore trust, AccessKeys keys, ReadPurpose purpose, Check check) {
  /**
   * What else must be true afterwards.
   *
   * @param otherwise said if it is not
   */
  record Check(BooleanSupplier holds, String otherwise) {
    static final Check NONE = new Check(() -> true, "");
  }

  private static final ReaderWorker.Limits LIMITS =
      new ReaderWorker.Limits(
          Duration.ofMillis(20), Duration.ofSeconds(30), Duration.ofSeconds(90));

  /** A good card that costs little: nothing but EF.SOD protects it. */
  private static final class Next {
    static final SimulatedCard CARD =
        Base.A.unsigned()
            .issuer(SimulatedIssuer.shared())
            .noPace()
            .noBac()
            .open()
            .chipKeys()
            .build();
  }

  /**
   * How it ended.
   *
   * @param text outcome, and where it is none of the good ones the first reason; or a fault's code
   * @param successful in the sense of the plan
   */
  record Result(String text, boolean successful) {}

  /** By BAC, with the simulated issuer as an anchor. */
  static Inspection of(VirtualCard card) {
    return new Inspection(card, trusting(), Base.BAC, ReadPurpose.INTAKE, Check.NONE);
  }

  Inspection with(AccessKeys others) {
    return new Inspection(card, trust, others, purpose, check);
  }

  Inspection trusting(TrustStore other) {
    return new Inspection(card, other, keys, purpose, check);
  }

  Inspection withFace() {
    return new Inspection(card, trust, keys, purpose.withFace(), check);
  }

  Inspection afterwards(BooleanSupplier holds, String otherwise) {
    return new Inspection(card, trust, keys, purpose, new Check(holds, otherwise));
  }

  /** The simulated issuer's anchor and others. */
  static TrustStore trusting(byte[]... anchors) {
    List<byte[]> all = new ArrayList<>(Arrays.asList(anchors));
    all.add(SimulatedIssuer.shared().anchor());
    try {
      return TrustStore.of(all);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Reads the card, and then a good one on the same reader, which must be read. */
  Result run() {
    try (SimulatedReaders readers =
        new SimulatedReaders(new ChipReader(trust, Clock.systemUTC()), LIMITS)) {
      readers.insert(card);
      Result result = result(read(readers));
      if (!check.holds.getAsBoolean()) {
        throw new AssertionError(check.otherwise);
      }
      readers.remove();
      readers.insert(Next.CARD);
      if (!(read(readers) instanceof ChipOutcome.Read)) {
        throw new AssertionError("the next card cannot be read");
      }
      return result;
    }
  }

  private ChipOutcome read(SimulatedReaders readers) {
    return readers.read(SimulatedReaders.NAME, keys, purpose, step -> {}, new Cancellation());
  }

  private Result result(ChipOutcome outcome) {
    return switch (outcome) {
      case ChipOutcome.Read(var card) -> {
        if (purpose.face() && card.face().isEmpty() && successful(card.trust())) {
          throw new AssertionError("no face, and nobody says why");
        }
        if (card.trust().trust() == Trust.FORGED && card.face().isPresent()) {
          throw new AssertionError("a face that somebody put there is shown");
        }
        yield new Result(text(card.trust()), successful(card.trust()));
      }
      case ChipOutcome.Stopped(var fault) -> new Result(fault.code(), false);
      case ChipOutcome.Cancelled() -> throw new AssertionError("nobody cancelled it");
    };
  }

  private static boolean successful(TrustVerdict verdict) {
    boolean good =
        verdict.trust() == Trust.VERIFIED
            || (verdict.trust() == Trust.ISSUER_VERIFIED
                && verdict.has(TrustReason.Kind.NO_CHIP_PROOF));
    return good && !verdict.has(TrustReason.Kind.UNREADABLE);
  }

  private static String text(TrustVerdict verdict) {
    if (successful(verdict)) {
      return verdict.trust().name();
    }
    String reason =
        verdict.reasons().stream()
            .filter(r -> r.kind().weight() != TrustReason.Weight.NOTE || r.group() != 0)
            .filter(r -> !r.is(TrustReason.Kind.NO_CHIP_PROOF))
            .findFirst()
            .map(TrustReason::code)
            .orElse("no reason");
    return verdict.trust() + ": " + reason;
  }
}
