package vn.motcua.kiosk.ui.counter;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import vn.motcua.kiosk.desk.UnfinishedBatch;
import vn.motcua.kiosk.ui.kit.Boxes;
import vn.motcua.kiosk.ui.kit.DateWords;
import vn.motcua.kiosk.ui.kit.Texts;
import vn.motcua.kiosk.ui.kit.Tone;
import vn.motcua.kiosk.ui.kit.Words;

/**
 * Offers pages that were left from before. It says when they were begun and for which papers: pages
 * of one person must not go to the dossier of another.
 */
final class LeftoverBanner {
  /** More names than these would push the pages off a small screen. */
  private static final int NAMED = 3;

  private final UnfinishedBatch pile;
  private final ReceiveModel model;
  private final Texts texts;
  private final ZoneId zone;

  LeftoverBanner(UnfinishedBatch pile, ReceiveModel model, Texts texts, ZoneId zone) {
    this.pile = pile;
    this.model = model;
    this.texts = texts;
    this.zone = zone;
  }

  Node node() {
    HBox buttons =
        new HBox(
            8,
            Parts.small(
                "leftover-use",
                texts.get("leftover.use"),
                "",
                () -> model.scan().adopt(model.papers())),
            Parts.small(
                "leftover-later",
                texts.get("leftover.later"),
                "",
                () -> model.scan().leaveForLater()));
    // Below the words: beside them, the names of papers would get half the width.
    VBox banner = Boxes.notice(Tone.WAIT, words(), buttons);
    banner.setMinHeight(Region.USE_PREF_SIZE);
    banner.setId("leftover");
    return banner;
  }

  private VBox words() {
    VBox said =
        new VBox(
            1,
            Words.of(texts.count("leftover", pile.pages()), "body", "medium"),
            Words.of(origin(pile, texts, zone), "body"),
            Words.of(texts.get("leftover.do"), "note"));
    if (!pile.troubles().isEmpty()) {
      String numbers =
          pile.troubles().stream()
              .map(page -> Integer.toString(page.number()))
              .collect(Collectors.joining(", "));
      said.getChildren()
          .add(
              Words.of(
                  texts.count("leftover.trouble", pile.troubles().size(), numbers),
                  "body",
                  "medium"));
    }
    return said;
  }

  /** When a pile was begun and for what, as far as its journal knows. */
  static String origin(UnfinishedBatch pile, Texts texts, ZoneId zone) {
    String papers = papers(pile.papers(), texts);
    if (pile.begun().isPresent()) {
      String when = when(pile.begun().get(), texts.dates(), zone);
      return papers.isEmpty()
          ? texts.get("leftover.begun", when)
          : texts.get("leftover.begun.papers", when, papers);
    }
    return papers.isEmpty() ? texts.get("leftover.unknown") : texts.get("leftover.papers", papers);
  }

  private static String when(Instant begun, DateWords dates, ZoneId zone) {
    ZonedDateTime at = begun.atZone(zone);
    return dates.clock(at.toLocalTime()) + " " + dates.weekdayAndDay(at.toLocalDate());
  }

  private static String papers(List<String> names, Texts texts) {
    String named = names.stream().limit(NAMED).collect(Collectors.joining(", "));
    return names.size() > NAMED
        ? texts.count("leftover.papers.more", names.size() - NAMED, named)
        : named;
  }
}
