package vn.motcua.kiosk.paper.readback;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.motcua.kiosk.dossier.DossierCode;

/**
 * What the proposals of one page say of each other: the same value twice makes both sure, different
 * ones make both doubtful, and a citizen number must fit birth date and sex.
 */
final class CrossChecks {
  /** A number that fails a check is never more likely right than wrong. */
  private static final double FAILED = 0.4;

  /** Something else was read too: a person must look. */
  private static final double CONTESTED = 0.75;

  private CrossChecks() {}

  /** The proposals with their confidence put right, and what contradicts. */
  static List<Conflict> apply(List<Proposal> proposals) {
    mergeEqual(proposals);
    codeAndDay(proposals);
    List<Conflict> conflicts = new ArrayList<>(numbers(proposals));
    conflicts.addAll(contested(proposals));
    return conflicts;
  }

  private static void mergeEqual(List<Proposal> proposals) {
    Map<String, Proposal> first = new LinkedHashMap<>();
    for (Proposal proposal : proposals) {
      String key = proposal.field() + "\n" + comparable(proposal);
      Proposal known = first.get(key);
      if (known == null) {
        first.put(key, proposal);
      } else {
        first.put(key, twice(known, proposal));
      }
    }
    proposals.clear();
    proposals.addAll(first.values());
  }

  /** A zone has no marks: the same name with marks counts as equal, and is the one to keep. */
  private static String comparable(Proposal proposal) {
    return proposal.kind() == ValueKind.NAME ? Plain.of(proposal.value()) : proposal.value();
  }

  private static Proposal twice(Proposal one, Proposal other) {
    boolean sameText = one.value().equalsIgnoreCase(other.value());
    Proposal better = one.confidence() >= other.confidence() ? one : other;
    Proposal worse = better.equals(one) ? other : one;
    double doubt = (1 - one.confidence()) * (1 - other.confidence());
    // Marks are not in the zone: it proves the letters only.
    double most =
        sameText
            ? 0.995
            : Math.max(better.confidence(), Math.min(0.93, better.confidence() + 0.03));
    boolean bothFailed = better.confidence() < 0.5;
    double sure = bothFailed ? better.confidence() : Math.min(most, 1 - Math.max(0.005, doubt));
    return with(
        better,
        Math.max(better.confidence(), sure),
        worse.confidence() >= 0.3 ? Reason.READ_TWICE : null);
  }

  /** The day of reception stands in the code (TT 03/2025/TT-VPCP Điều 13). */
  private static void codeAndDay(List<Proposal> proposals) {
    Optional<Proposal> code = best(proposals, "dossier.code");
    Optional<Proposal> day = best(proposals, "dossier.received");
    if (code.isEmpty() || day.isEmpty()) {
      return;
    }
    boolean same =
        DossierCode.strict(code.get().value())
            .filter(known -> known.day().toString().equals(day.get().value()))
            .isPresent();
    for (Proposal one : List.of(code.get(), day.get())) {
      double sure =
          same
              ? Math.max(one.confidence(), Math.min(0.97, one.confidence() + 0.02))
              : Math.min(0.8, one.confidence());
      proposals.set(
          proposals.indexOf(one), with(one, sure, same ? Reason.READ_TWICE : Reason.OTHERS_READ));
    }
  }

  private static List<Conflict> numbers(List<Proposal> proposals) {
    List<Conflict> conflicts = new ArrayList<>();
    for (int i = 0; i < proposals.size(); i++) {
      Proposal number = proposals.get(i);
      if (number.kind() != ValueKind.NUMBER
          || number.value().length() != 12
          || !number.field().endsWith(".number")) {
        continue;
      }
      String owner = number.field().substring(0, number.field().length() - "number".length());
      Optional<Proposal> birth = best(proposals, owner + "birth");
      Optional<Proposal> sex = best(proposals, owner + "sex");
      if (birth.isEmpty() && sex.isEmpty()) {
        continue;
      }
      boolean fits =
          NumberStructure.fits(
              number.value(),
              birth.map(Proposal::value),
              sex.map(proposal -> proposal.value().equals("Nữ")));
      boolean failed = number.confidence() < 0.5;
      if (fits && birth.isPresent() && !failed) {
        double doubt = (1 - number.confidence()) * 0.5;
        proposals.set(i, with(number, Math.min(0.98, 1 - doubt), Reason.AGREES_WITH_BIRTH));
        raise(proposals, birth.get());
      } else if (!fits) {
        proposals.set(
            i, with(number, Math.min(FAILED, number.confidence()), Reason.CONTRADICTS_BIRTH));
        List<Proposal> both = new ArrayList<>();
        both.add(proposals.get(i));
        birth.ifPresent(proposal -> both.add(doubt(proposals, proposal)));
        sex.ifPresent(proposal -> both.add(doubt(proposals, proposal)));
        both.sort(Comparator.comparingDouble(Proposal::confidence).reversed());
        conflicts.add(new Conflict(Reason.CONTRADICTS_BIRTH, both));
      }
    }
    return conflicts;
  }

  private static void raise(List<Proposal> proposals, Proposal birth) {
    int at = proposals.indexOf(birth);
    double sure = 1 - (1 - birth.confidence()) * 0.7;
    proposals.set(
        at,
        with(birth, Math.max(birth.confidence(), Math.min(0.98, sure)), Reason.AGREES_WITH_BIRTH));
  }

  /** The number may be right and the date wrong; proved by check digits it stays. */
  private static Proposal doubt(List<Proposal> proposals, Proposal other) {
    if (other.why().contains(Reason.CHECK_DIGITS_AGREE)) {
      return other;
    }
    int at = proposals.indexOf(other);
    Proposal less = with(other, Math.min(0.85, other.confidence()), Reason.CONTRADICTS_BIRTH);
    proposals.set(at, less);
    return less;
  }

  private static List<Conflict> contested(List<Proposal> proposals) {
    Map<String, List<Proposal>> fields = new LinkedHashMap<>();
    proposals.forEach(
        one -> fields.computeIfAbsent(one.field(), name -> new ArrayList<>()).add(one));
    List<Conflict> conflicts = new ArrayList<>();
    fields.values().stream()
        .filter(same -> same.size() > 1)
        .forEach(same -> {
          List<Proposal> lowered = new ArrayList<>();
          for (Proposal one : same) {
            boolean proved = one.why().contains(Reason.CHECK_DIGITS_AGREE);
            Proposal less =
                with(
                    one,
                    proved ? one.confidence() : Math.min(CONTESTED, one.confidence()),
                    Reason.OTHERS_READ);
            proposals.set(proposals.indexOf(one), less);
            lowered.add(less);
          }
          lowered.sort(Comparator.comparingDouble(Proposal::confidence).reversed());
          conflicts.add(new Conflict(Reason.OTHERS_READ, lowered));
        });
    return conflicts;
  }

  private static Optional<Proposal> best(List<Proposal> proposals, String field) {
    return proposals.stream()
        .filter(proposal -> proposal.field().equals(field))
        .max(Comparator.comparingDouble(Proposal::confidence));
  }

  static Proposal with(
      Proposal old, double confidence, @org.jspecify.annotations.Nullable Reason reason) {
    List<Reason> why = new ArrayList<>(old.why());
    if (reason != null && !why.contains(reason)) {
      why.add(reason);
    }
    return new Proposal(
        old.field(), old.label(), old.kind(), old.value(), confidence, why, old.page(), old.box());
  }
}
