package vn.motcua.kiosk.ui.counter;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import vn.motcua.kiosk.desk.Removal;
import vn.motcua.kiosk.ui.kit.Texts;

/** What is said about a page of the strip. */
final class PageWords {
  /** More letters of a paper's name do not stand under a thumbnail. */
  private static final int SHORT = 15;

  private final Texts texts;
  private final ZoneId zone;

  PageWords(Texts texts, ZoneId zone) {
    this.texts = texts;
    this.zone = zone;
  }

  /** {@code Trang 3}, or what became of it. */
  String name(PageItem item) {
    return item.place() == 0 ? texts.get("page.removed") : texts.get("pages.number", item.place());
  }

  /** The beginning of its paper's name, whole words. */
  String paper(PageItem item) {
    return shortened(item.line().required().name(), SHORT);
  }

  /** All that is known of it, in a line. */
  String about(PageItem item) {
    String page = name(item) + " · " + item.line().required().name();
    if (item.page().removal().isPresent()) {
      return page + " · " + removal(item.page().removal().get());
    }
    if (item.page().isLost()) {
      return page + " · " + texts.get("page.lost.why");
    }
    return item.page().twin().isPresent() ? page + " · " + texts.get("page.note.is") : page;
  }

  private String removal(Removal why) {
    ZonedDateTime at = why.at().atZone(zone);
    String reason = texts.get("reason." + why.reason());
    String clock = texts.dates().clock(at.toLocalTime());
    return why.who().isEmpty()
        ? texts.get("page.removed.why", reason, clock)
        : texts.get("page.removed.by", reason, clock, why.who());
  }

  /**
   * At most {@code most} letters, ending with a whole word; an ellipsis says that there is more.
   */
  static String shortened(String name, int most) {
    if (name.length() <= most) {
      return name;
    }
    int blank = name.lastIndexOf(' ', most - 1);
    return name.substring(0, blank > 0 ? blank : most - 1) + "…";
  }
}
