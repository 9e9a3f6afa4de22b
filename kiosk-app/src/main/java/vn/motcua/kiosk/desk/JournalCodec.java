package vn.motcua.kiosk.desk;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.kiosk.dossier.RemovalReason;
import vn.motcua.scanner.paper.ColourMode;
import vn.motcua.scanner.paper.PaperSource;
import vn.motcua.scanner.paper.ScanArea;
import vn.motcua.scanner.paper.ScanSettings;
import vn.motcua.scanner.paper.ScannerId;

/** Between the lines of a journal and JSON. What older versions did not write has a default. */
final class JournalCodec {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Stands for a side that has no end. */
  private static final double ENDLESS = -1;

  private JournalCodec() {}

  static byte[] json(JournalEntry entry) {
    Map<String, Object> object = new LinkedHashMap<>();
    switch (entry) {
      case JournalEntry.Begun begun -> object.put("begun", begun.at().toString());
      case JournalEntry.Sent sent -> sent(sent, object);
      case JournalEntry.Page page -> page(page, object);
      case JournalEntry.Edited(Instant at, String who, PageEdit edit) -> {
        object.put("edit", at.toString());
        who(who, object);
        edit(edit, object);
      }
    }
    return JSON.writeValueAsBytes(object);
  }

  /** Empty if it is not ours, or of a newer version. */
  static Optional<JournalEntry> entry(byte[] json) {
    try {
      JsonNode node = JSON.readTree(json);
      if (node.has("begun")) {
        return Optional.of(new JournalEntry.Begun(time(node, "begun")));
      }
      if (node.has("sent")) {
        return Optional.of(sent(node));
      }
      if (node.has("edit")) {
        return edit(node).map(edit -> new JournalEntry.Edited(time(node, "edit"), who(node), edit));
      }
      return node.has("page") ? Optional.of(page(node)) : Optional.empty();
    } catch (RuntimeException notOurs) {
      return Optional.empty();
    }
  }

  private static void sent(JournalEntry.Sent sent, Map<String, Object> object) {
    ScanSettings settings = sent.job().settings();
    ScanArea area = settings.area();
    object.put("sent", sent.at().toString());
    sent.job().profile().ifPresent(name -> object.put("profile", name));
    object.put("paper", sent.paper());
    object.put("device", sent.job().device().toString());
    object.put("source", settings.source().name());
    object.put("mode", settings.mode().name());
    object.put("dpi", settings.dpi());
    object.put("quality", settings.quality());
    object.put("area", List.of(area.left(), area.top(), out(area.width()), out(area.height())));
    place(sent.place(), object);
    who(sent.who(), object);
  }

  private static JournalEntry.Sent sent(JsonNode node) {
    JsonNode area = node.get("area");
    ScanSettings settings =
        new ScanSettings(
            PaperSource.valueOf(text(node, "source")),
            ColourMode.valueOf(text(node, "mode")),
            node.get("dpi").asInt(),
            new ScanArea(
                area.get(0).asDouble(),
                area.get(1).asDouble(),
                in(area.get(2).asDouble()),
                in(area.get(3).asDouble())),
            node.get("quality").asInt());
    Optional<String> profile =
        node.has("profile") ? Optional.of(text(node, "profile")) : Optional.empty();
    return new JournalEntry.Sent(
        time(node, "sent"),
        new ScanJob(profile, ScannerId.parse(text(node, "device")), settings),
        text(node, "paper"),
        place(node),
        who(node));
  }

  private static void page(JournalEntry.Page page, Map<String, Object> object) {
    object.put("page", page.number());
    object.put("file", page.file());
    object.put("sha256", page.sha256());
    object.put("width", page.width());
    object.put("height", page.height());
    object.put("dpi", page.dpi());
    object.put("paper", page.paper());
    place(page.place(), object);
    object.put("at", page.at().toString());
    who(page.who(), object);
  }

  private static JournalEntry.Page page(JsonNode node) {
    return new JournalEntry.Page(
        node.get("page").asInt(),
        text(node, "file"),
        text(node, "sha256"),
        node.get("width").asInt(),
        node.get("height").asInt(),
        node.get("dpi").asInt(),
        text(node, "paper"),
        place(node),
        node.has("at") ? time(node, "at") : Instant.EPOCH,
        who(node));
  }

  private static void edit(PageEdit edit, Map<String, Object> object) {
    object.put("of", edit.page());
    switch (edit) {
      case PageEdit.Remove(_, RemovalReason reason) -> object.put("removed", reason.name());
      case PageEdit.Restore _ -> object.put("restored", true);
      case PageEdit.Move(_, int before) -> object.put("moved", before);
      case PageEdit.Assign(_, String paper) -> object.put("assigned", paper);
      case PageEdit.Note(_, int twin) -> object.put("noteOver", twin);
      case PageEdit.NoNote _ -> object.put("noteOver", 0);
    }
  }

  private static Optional<PageEdit> edit(JsonNode node) {
    int page = node.get("of").asInt();
    if (node.has("removed")) {
      return Optional.of(new PageEdit.Remove(page, RemovalReason.valueOf(text(node, "removed"))));
    }
    if (node.has("restored")) {
      return Optional.of(new PageEdit.Restore(page));
    }
    if (node.has("moved")) {
      return Optional.of(new PageEdit.Move(page, node.get("moved").asInt()));
    }
    if (node.has("assigned")) {
      return Optional.of(new PageEdit.Assign(page, text(node, "assigned")));
    }
    if (node.has("noteOver")) {
      int twin = node.get("noteOver").asInt();
      return Optional.of(twin == 0 ? new PageEdit.NoNote(page) : new PageEdit.Note(page, twin));
    }
    return Optional.empty();
  }

  private static void place(PagePlace place, Map<String, Object> object) {
    switch (place) {
      case PagePlace.End _ -> {}
      case PagePlace.Before(int page) -> object.put("before", page);
      case PagePlace.InsteadOf(int page) -> object.put("insteadOf", page);
    }
  }

  private static PagePlace place(JsonNode node) {
    if (node.has("before")) {
      return new PagePlace.Before(node.get("before").asInt());
    }
    return node.has("insteadOf")
        ? new PagePlace.InsteadOf(node.get("insteadOf").asInt())
        : PagePlace.end();
  }

  private static void who(String who, Map<String, Object> object) {
    if (!who.isEmpty()) {
      object.put("who", who);
    }
  }

  private static String who(JsonNode node) {
    return node.has("who") ? text(node, "who") : "";
  }

  private static String text(JsonNode node, String field) {
    return node.get(field).asString();
  }

  private static Instant time(JsonNode node, String field) {
    return Instant.parse(text(node, field));
  }

  private static double out(double side) {
    return Double.isInfinite(side) ? ENDLESS : side;
  }

  private static double in(double side) {
    return side == ENDLESS ? Double.POSITIVE_INFINITY : side;
  }
}
