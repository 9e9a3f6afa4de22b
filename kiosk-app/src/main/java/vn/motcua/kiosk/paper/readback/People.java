package vn.motcua.kiosk.paper.readback;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who is meant on which page: whether two pages plainly speak of two people. */
final class People {
  /** A dossier has one of each: another one is a contradiction, never just somebody else. */
  private static final Set<String> ONE_A_DOSSIER = Set.of("applicant", "owner", "dossier");

  private static final List<String> KNOWN_BY = List.of("name", "number", "birth");

  private record Fact(String field, int page) {}

  private final Map<Fact, Proposal> facts = new HashMap<>();

  People(List<Proposal> proposals) {
    for (Proposal one : proposals) {
      facts.merge(
          new Fact(one.field(), one.page()),
          one,
          (known, other) -> other.confidence() > known.confidence() ? other : known);
    }
  }

  /**
   * Whether {@code role} (child, father, the holder of a card) is plainly not the same person on
   * both pages: at least two of name, number and birth date can be compared, and none is alike.
   */
  boolean areTwo(String role, int page, int other) {
    if (ONE_A_DOSSIER.contains(role)) {
      return false;
    }
    int compared = 0;
    for (String what : KNOWN_BY) {
      Optional<SameValue> here = fact(role, what, page);
      Optional<SameValue> there = fact(role, what, other);
      if (here.isPresent() && there.isPresent()) {
        boolean alike =
            what.equals("birth")
                ? !here.get().differs(there.get())
                : here.get().isNear(there.get());
        if (alike) {
          return false;
        }
        compared++;
      }
    }
    return compared >= 2;
  }

  private Optional<SameValue> fact(String role, String what, int page) {
    return Optional.ofNullable(facts.get(new Fact(role + "." + what, page))).map(SameValue::of);
  }
}
