package vn.motcua.kiosk.paper.readback;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the proposals of several pages say of each other: the same value for a field makes both
 * surer, as on front and back of a card; another one makes both doubtful, and the conflict is
 * named. Papers that are plainly of two people say nothing of each other, and what a paper says of
 * itself (its own number and days) nothing of the next paper.
 */
final class AcrossPages {
  /** Something else stands on another page: a person must look. */
  private static final double CONTESTED = 0.75;

  /** What is more likely wrong than right neither helps nor contests. */
  private static final double HEARD = 0.5;

  private static final Set<String> OF_THE_PAPER = Set.of("card", "certificate", "date");

  private final People people;
  private final List<Proposal> proposals;
  private final Map<Pair, Boolean> two = new HashMap<>();
  private final List<Conflict> conflicts = new ArrayList<>();

  private record Pair(String role, int page, int other) {}

  private AcrossPages(List<Proposal> proposals) {
    this.proposals = new ArrayList<>(proposals);
    this.people = new People(proposals);
  }

  /**
   * @param proposals of all pages, each weighed on its own page
   * @param conflicts what contradicts is added
   * @return the same in the same order, with their confidence put right
   */
  static List<Proposal> weigh(List<Proposal> proposals, List<Conflict> conflicts) {
    AcrossPages across = new AcrossPages(proposals);
    Map<String, List<Integer>> fields = new LinkedHashMap<>();
    for (int i = 0; i < proposals.size(); i++) {
      if (proposals.get(i).confidence() >= HEARD) {
        fields.computeIfAbsent(proposals.get(i).field(), field -> new ArrayList<>()).add(i);
      }
    }
    fields.forEach(across::weigh);
    conflicts.addAll(across.conflicts);
    return across.proposals;
  }

  private void weigh(String field, List<Integer> at) {
    String role = field.contains(".") ? field.substring(0, field.indexOf('.')) : "";
    List<Proposal> own = at.stream().map(proposals::get).toList();
    List<SameValue> values = own.stream().map(SameValue::of).toList();
    List<List<Integer>> against = new ArrayList<>();
    for (int i = 0; i < own.size(); i++) {
      Proposal one = own.get(i);
      List<Integer> others = new ArrayList<>();
      double doubt = 1;
      for (int j = 0; j < own.size(); j++) {
        Proposal other = own.get(j);
        if (one.page() == other.page() || areTwo(role, one.page(), other.page())) {
          continue;
        }
        if (one.value().equals(other.value())) {
          doubt = Math.min(doubt, 1 - other.confidence());
        } else if (!OF_THE_PAPER.contains(role) && values.get(i).differs(values.get(j))) {
          others.add(j);
        }
      }
      against.add(others);
      Proposal now = one;
      if (doubt < 1) {
        double sure = Math.min(0.99, 1 - (1 - one.confidence()) * doubt);
        now = CrossChecks.with(now, sure, Reason.READ_TWICE);
      }
      if (!others.isEmpty()) {
        double sure = Math.min(CONTESTED, now.confidence());
        now = CrossChecks.with(now, sure, Reason.OTHER_PAGE_DIFFERS);
      }
      proposals.set(at.get(i), now);
    }
    name(at, against);
  }

  private boolean areTwo(String role, int page, int other) {
    return two.computeIfAbsent(
        new Pair(role, Math.min(page, other), Math.max(page, other)),
        pair -> people.areTwo(role, pair.page(), pair.other()));
  }

  /** Values that contradict each other, directly or by way of another, are one conflict. */
  private void name(List<Integer> at, List<List<Integer>> against) {
    boolean[] named = new boolean[at.size()];
    for (int i = 0; i < at.size(); i++) {
      if (named[i] || against.get(i).isEmpty()) {
        continue;
      }
      Set<Integer> together = new TreeSet<>();
      Deque<Integer> open = new ArrayDeque<>(List.of(i));
      while (!open.isEmpty()) {
        int next = open.pop();
        if (!named[next]) {
          named[next] = true;
          together.add(next);
          open.addAll(against.get(next));
        }
      }
      conflicts.add(
          new Conflict(
              Reason.OTHER_PAGE_DIFFERS,
              together.stream()
                  .map(one -> proposals.get(at.get(one)))
                  .sorted(Comparator.comparingDouble(Proposal::confidence).reversed())
                  .toList()));
    }
  }
}
