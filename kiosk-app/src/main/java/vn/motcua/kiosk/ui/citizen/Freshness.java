package vn.motcua.kiosk.ui.citizen;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Optional;
import vn.motcua.kiosk.desk.DossierView;
import vn.motcua.kiosk.ui.kit.DateWords;
import vn.motcua.kiosk.ui.kit.Texts;

/**
 * Where a view is from and how old it is, in words. What comes from another system always says so;
 * what is older than a moment says its age as well.
 *
 * @param line for the line under the name
 * @param age a sentence of its own, if it is not from just now
 */
record Freshness(String line, Optional<String> age) {
  private static final Duration JUST_NOW = Duration.ofMinutes(15);

  static Freshness of(DossierView view, LocalDateTime now, Texts texts) {
    DateWords dates = texts.dates();
    String clock = dates.clock(view.asOf().toLocalTime());
    boolean today = view.asOf().toLocalDate().equals(now.toLocalDate());
    if (view.source().isEmpty()) {
      return new Freshness(texts.get("one.asof", clock), Optional.empty());
    }
    String when =
        today ? clock : texts.get("one.clockDay", clock, dates.date(view.asOf().toLocalDate()));
    String line = texts.get("one.from", view.source().get(), when);
    Duration old = Duration.between(view.asOf(), now);
    if (old.compareTo(JUST_NOW) < 0) {
      return new Freshness(line, Optional.empty());
    }
    String age;
    if (old.toDays() >= 1) {
      age = texts.count("one.age.days", old.toDays());
    } else if (old.toHours() >= 1) {
      age = texts.count("one.age.hours", old.toHours());
    } else {
      age = texts.count("one.age.minutes", old.toMinutes());
    }
    return new Freshness(line, Optional.of(texts.get("one.old", age, view.source().get())));
  }
}
