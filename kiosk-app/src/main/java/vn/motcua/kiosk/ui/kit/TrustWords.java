package vn.motcua.kiosk.ui.kit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import vn.motcua.scanner.chip.TrustReason;
import vn.motcua.scanner.chip.TrustReason.Kind;
import vn.motcua.scanner.chip.TrustVerdict;

/** Says to staff how far a card is proven, and why, in the language of the moment. */
public final class TrustWords {
  /** The bundle with its sentences, for {@link Texts}. */
  public static final String TEXTS = "vn.motcua.kiosk.ui.kit.trust";

  /** Good to know, but nothing to look into. */
  private static final Set<Kind> QUIET =
      EnumSet.of(
          Kind.CHIP_PROVEN,
          Kind.NO_COM,
          Kind.SIGNER_EXPIRED_SINCE,
          Kind.CRL_OUT_OF_DATE,
          Kind.BIRTH_INCOMPLETE);

  /** What a verdict already says of a difference between the fields. */
  private static final Map<String, Set<Kind>> SAME =
      Map.of(
          "NUMBER", EnumSet.of(Kind.NUMBER_MISMATCH),
          "NAME", EnumSet.noneOf(Kind.class),
          "BIRTH", EnumSet.of(Kind.BIRTH_MISMATCH),
          "SEX", EnumSet.of(Kind.SEX_MISMATCH),
          "NUMBER_SEX", EnumSet.of(Kind.NUMBER_SEX, Kind.NUMBER_CENTURY),
          "NUMBER_YEAR", EnumSet.of(Kind.NUMBER_YEAR));

  private record Line(int rank, String text) {}

  private final Texts texts;

  /**
   * @param texts with {@link #TEXTS} among its bundles
   */
  public TrustWords(Texts texts) {
    this.texts = texts;
  }

  /** The outcome in a few words; no two {@link TrustLook}s share them. */
  public String head(TrustVerdict verdict) {
    return texts.get("trust." + TrustLook.of(verdict));
  }

  /** The outcome as a pill. */
  public Pill pill(TrustVerdict verdict) {
    TrustLook look = TrustLook.of(verdict);
    return new Pill(look.tone(), look.icon(), head(verdict));
  }

  /**
   * Every reason and disagreement as a sentence, most important first, none twice.
   *
   * @param differences codes of {@link vn.motcua.kiosk.citizen.Citizen#differences()}
   */
  public List<String> sentences(TrustVerdict verdict, List<String> differences) {
    Map<Kind, List<Integer>> byKind = new LinkedHashMap<>();
    for (TrustReason reason : verdict.reasons()) {
      byKind.computeIfAbsent(reason.kind(), _ -> new ArrayList<>()).add(reason.group());
    }
    List<Line> lines = new ArrayList<>();
    byKind.forEach(
        (kind, groups) -> lines.add(new Line(rank(kind, verdict), sentence(kind, groups))));
    for (String code : differences) {
      Set<Kind> same = SAME.get(code);
      if (same != null && same.stream().noneMatch(verdict::has)) {
        lines.add(new Line(2, texts.get("difference." + code)));
      }
    }
    return lines.stream().sorted(Comparator.comparingInt(Line::rank)).map(Line::text).toList();
  }

  /** The first {@code most} of them; one more line counts the rest. */
  public List<String> few(TrustVerdict verdict, List<String> differences, int most) {
    List<String> all = sentences(verdict, differences);
    if (all.size() <= most) {
      return all;
    }
    List<String> first = new ArrayList<>(all.subList(0, most));
    first.add(texts.count("trust.more", all.size() - most));
    return first;
  }

  /** Outcome and reasons on a surface of its tone; empty if all is as it should be. */
  public Optional<Node> notice(TrustVerdict verdict, List<String> differences, int most) {
    List<String> lines = few(verdict, differences, most);
    TrustLook look = TrustLook.of(verdict);
    if (lines.isEmpty() && look == TrustLook.OFFICIAL) {
      return Optional.empty();
    }
    HBox head =
        Boxes.row(
            "trust-head",
            look.icon().node(),
            Boxes.wide(Words.of(head(verdict), "body", "medium")));
    VBox notice = Boxes.notice(look.tone(), head);
    lines.forEach(line -> notice.getChildren().add(Words.of(line, "note", "ink")));
    notice.getStyleClass().add("trust-notice");
    return Optional.of(notice);
  }

  /** What decides comes first; on a card that holds together, what it contradicts itself in. */
  private static int rank(Kind kind, TrustVerdict verdict) {
    if (QUIET.contains(kind)) {
      return 4;
    }
    boolean lost =
        verdict instanceof TrustVerdict.Forged || verdict instanceof TrustVerdict.NotVerifiable;
    return switch (kind.weight()) {
      case DECIDES -> lost ? 0 : 1;
      case CONTRADICTS -> lost ? 1 : 0;
      case NOTE -> kind == Kind.ANCHOR_ENROLLED ? 1 : kind == Kind.CARD_EXPIRED ? 2 : 3;
    };
  }

  private String sentence(Kind kind, List<Integer> groups) {
    String which =
        groups.stream()
            .filter(group -> group != 0)
            .distinct()
            .sorted()
            .map(this::group)
            .distinct()
            .collect(Collectors.joining(", "));
    return texts.get("reason." + kind, which.isEmpty() ? texts.get("group.0") : which);
  }

  private String group(int number) {
    String key = "group." + number;
    return texts.has(key) ? texts.get(key) : texts.get("group", number);
  }
}
