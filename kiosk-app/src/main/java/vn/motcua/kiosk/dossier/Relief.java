package vn.motcua.kiosk.dossier;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;

/**
 * Why somebody pays less.
 *
 * @param groups the groups of fees that it lowers, see {@link FeeRule#reliefs}
 * @param ground who has it
 * @param percent how much less: 1 to 100; empty if a rule grants it, but its amount is not known
 *     here
 * @param from the first day on which it is in force
 * @param to the last, if it has one
 * @param source the rule that says so
 */
public record Relief(
    List<String> groups,
    Ground ground,
    OptionalInt percent,
    LocalDate from,
    Optional<LocalDate> to,
    String source) {
  /** Who has a relief. */
  public enum Ground {
    ELDERLY("người cao tuổi"),
    DISABLED("người khuyết tật"),
    ETHNIC_MINORITY("người dân tộc thiểu số"),
    POOR("hộ nghèo, hộ cận nghèo"),
    MERITED("người có công với cách mạng"),
    CHILD("trẻ em"),
    LEVEL_2_EID("tài khoản định danh mức 2");

    private final String words;

    Ground(String words) {
      this.words = words;
    }

    /** As it stands on a receipt, Vietnamese. */
    public String words() {
      return words;
    }
  }

  public Relief {
    groups = List.copyOf(groups);
    if ((percent.isPresent() && (percent.getAsInt() < 1 || percent.getAsInt() > 100))
        || to.filter(last -> last.isBefore(from)).isPresent()) {
      throw new IllegalArgumentException("no relief: " + percent + " from " + from);
    }
  }

  /**
   * Reads the text of a file.
   *
   * @throws IllegalArgumentException naming what is wrong with it
   */
  public static List<Relief> read(String json) {
    List<Relief> all = new ArrayList<>();
    for (JsonNode node : Json.list(Json.object(json), "reliefs")) {
      all.add(
          new Relief(
              Json.texts(node, "groups"),
              Json.choice(node, "ground", Ground.class),
              node.has("percent")
                  ? OptionalInt.of(Json.whole(node, "percent"))
                  : OptionalInt.empty(),
              Json.date(node, "from"),
              node.has("to") ? Optional.of(Json.date(node, "to")) : Optional.empty(),
              Json.text(node, "source")));
    }
    return all;
  }

  /** Whether it lowers that fee on that day. */
  public boolean lowers(FeeRule fee, LocalDate day) {
    return !day.isBefore(from)
        && to.filter(day::isAfter).isEmpty()
        && fee.reliefs().stream().anyMatch(groups::contains);
  }
}
