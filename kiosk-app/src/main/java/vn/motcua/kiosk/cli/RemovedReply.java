package vn.motcua.kiosk.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.motcua.kiosk.desk.PilePage;

/** Adds to an answer which pages were taken out of the pile, and where they are kept. */
final class RemovedReply {
  private RemovedReply() {}

  /**
   * The same answer, with {@code "removed":[{page,reason,replacedBy?}]} and {@code "removedKept"}.
   *
   * @param removed the pages, by their number in the pile
   * @param kept the folder in which their pictures and the journal lie
   */
  static Reply with(Reply reply, List<PilePage> removed, Path kept) {
    List<Map<String, Object>> all = new ArrayList<>();
    StringBuilder text = new StringBuilder(reply.text());
    for (PilePage page : removed) {
      page.removal()
          .ifPresent(removal -> {
            Map<String, Object> one = Reply.object();
            one.put("page", page.number());
            one.put("reason", removal.reason().name());
            if (removal.by() > 0) {
              one.put("replacedBy", removal.by());
            }
            all.add(one);
            text.append('\n')
                .append("trang ")
                .append(page.number())
                .append(" đã bỏ ra / page ")
                .append(page.number())
                .append(" was taken out: ")
                .append(removal.reason());
          });
    }
    reply.json().put("removed", all);
    reply.json().put("removedKept", kept.toString());
    return new Reply(reply.json(), text + "\nđã giữ tại / kept in " + kept);
  }
}
