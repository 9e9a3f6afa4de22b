package vn.motcua.kiosk.dossier;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A procedure as JSON: in the files of the catalogue, and as a store keeps it for ever. */
public final class ProcedureJson {
  private static final JsonMapper MAPPER = new JsonMapper();

  private ProcedureJson() {}

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IllegalArgumentException naming what is wrong with it
   */
  public static Procedure read(String json) {
    JsonNode root = Json.object(json);
    return read(root, Json.text(root, "version"));
  }

  /** The whole of it; {@link #read(String)} gives the same procedure again. */
  public static String write(Procedure procedure) {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("version", procedure.version());
    root.put("code", procedure.code());
    root.put("name", procedure.name());
    root.put("shortName", procedure.shortName());
    root.put("nameEn", procedure.nameEn());
    root.put("unit", procedure.unit());
    procedure.words().forEach(root.putArray("words")::add);
    ArrayNode papers = root.putArray("papers");
    for (RequiredPaper paper : procedure.papers()) {
      papers
          .addObject()
          .put("name", paper.name())
          .put("originals", paper.originals())
          .put("copies", paper.copies())
          .put("scan", paper.scan());
    }
    root.put("workingDays", procedure.workingDays());
    root.put("fee", procedure.fee());
    root.put("needsEthnicity", procedure.needsEthnicity());
    root.put("confirmed", procedure.confirmed());
    details(root, procedure.details());
    return root.toString();
  }

  private static void details(ObjectNode root, ProcedureDetails details) {
    root.put("level", details.level().name());
    root.put("hours", details.limitHours());
    ArrayNode steps = root.putArray("steps");
    for (ProcedureStep step : details.steps()) {
      steps
          .addObject()
          .put("stage", step.stage().name())
          .put("role", step.role().name())
          .put("hours", step.hours());
    }
    ArrayNode fees = root.putArray("fees");
    for (FeeRule rule : details.fees()) {
      ObjectNode fee =
          fees.addObject()
              .put("name", rule.name())
              .put("amount", rule.amount())
              .put("per", rule.per().name())
              .put("from", rule.from().toString())
              .put("source", rule.source());
      rule.to().ifPresent(to -> fee.put("to", to.toString()));
      rule.reliefs().forEach(fee.putArray("reliefs")::add);
    }
    details.forms().forEach(root.putArray("forms")::add);
    root.put("readsPhoto", details.readsPhoto());
    ArrayNode media = root.putArray("media");
    for (Media one : details.media()) {
      media
          .addObject()
          .put("kind", one.kind().name())
          .put("file", one.file())
          .put("title", one.title());
    }
    new TreeSet<>(details.unconfirmed()).forEach(root.putArray("unconfirmed")::add);
    root.put("validFrom", details.validFrom().toString());
    root.put("source", details.source());
    ArrayNode linked = root.putArray("linked");
    for (LinkedPart part : details.linked().parts()) {
      ObjectNode node =
          linked
              .addObject()
              .put("agency", part.agency())
              .put("task", part.task())
              .put("step", part.step());
      switch (part.limit()) {
        case TimeLimit.Days days -> node.put("days", days.days());
        case TimeLimit.Hours hours -> node.put("hours", hours.hours());
      }
    }
  }

  static Procedure read(JsonNode node, String version) {
    List<RequiredPaper> papers = new ArrayList<>();
    for (JsonNode paper : Json.list(node, "papers")) {
      papers.add(
          new RequiredPaper(
              Json.text(paper, "name"),
              Json.whole(paper, "originals"),
              Json.whole(paper, "copies"),
              Json.yes(paper, "scan")));
    }
    return new Procedure(
        Json.text(node, "code"),
        version,
        Json.text(node, "name"),
        Json.text(node, "shortName"),
        Json.text(node, "nameEn"),
        Json.text(node, "unit"),
        Json.texts(node, "words"),
        papers,
        Json.whole(node, "workingDays"),
        Json.amount(node, "fee"),
        Json.yes(node, "needsEthnicity"),
        Json.yes(node, "confirmed"),
        node.has("level") ? details(node) : ProcedureDetails.NONE);
  }

  private static ProcedureDetails details(JsonNode node) {
    List<ProcedureStep> steps = new ArrayList<>();
    for (JsonNode step : some(node, "steps")) {
      steps.add(
          new ProcedureStep(
              Json.choice(step, "stage", Stage.class),
              Json.choice(step, "role", Role.class),
              Json.whole(step, "hours")));
    }
    List<Media> media = new ArrayList<>();
    for (JsonNode one : some(node, "media")) {
      media.add(
          new Media(
              Json.choice(one, "kind", Media.Kind.class),
              Json.text(one, "file"),
              Json.text(one, "title")));
    }
    List<LinkedPart> linked = new ArrayList<>();
    for (JsonNode part : some(node, "linked")) {
      TimeLimit limit =
          part.has("hours")
              ? new TimeLimit.Hours(Json.whole(part, "hours"))
              : new TimeLimit.Days(Json.whole(part, "days"));
      linked.add(
          LinkedPart.waiting(
              Json.text(part, "agency"), Json.text(part, "task"), Json.whole(part, "step"), limit));
    }
    return new ProcedureDetails(
        Json.choice(node, "level", ServiceLevel.class),
        node.has("hours") ? Json.whole(node, "hours") : 0,
        steps,
        fees(node),
        node.has("forms") ? Json.texts(node, "forms") : List.of(),
        node.has("readsPhoto") && Json.yes(node, "readsPhoto"),
        media,
        Set.copyOf(node.has("unconfirmed") ? Json.texts(node, "unconfirmed") : List.of()),
        Json.date(node, "validFrom"),
        Json.text(node, "source"),
        new LinkedWork(linked));
  }

  private static List<FeeRule> fees(JsonNode node) {
    List<FeeRule> fees = new ArrayList<>();
    for (JsonNode fee : some(node, "fees")) {
      Optional<LocalDate> to = fee.has("to") ? Optional.of(Json.date(fee, "to")) : Optional.empty();
      fees.add(
          new FeeRule(
              Json.text(fee, "name"),
              Json.amount(fee, "amount"),
              Json.choice(fee, "per", FeeRule.Per.class),
              Json.date(fee, "from"),
              to,
              fee.has("reliefs") ? Json.texts(fee, "reliefs") : List.of(),
              Json.text(fee, "source")));
    }
    return fees;
  }

  private static List<JsonNode> some(JsonNode node, String name) {
    return node.has(name) ? Json.list(node, name) : List.of();
  }
}
