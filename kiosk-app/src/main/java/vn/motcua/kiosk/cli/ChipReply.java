package vn.motcua.kiosk.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.motcua.kiosk.citizen.CitizenQr;
import vn.motcua.kiosk.citizen.Citizens;
import vn.motcua.scanner.chip.Anchor;
import vn.motcua.scanner.chip.ChipRecord;
import vn.motcua.scanner.chip.Mrz;
import vn.motcua.scanner.chip.NationalData;
import vn.motcua.scanner.chip.Sex;
import vn.motcua.scanner.chip.TrustVerdict;

/** A chip as {@code read-card} tells of it: each field with the data group that it comes from. */
final class ChipReply {
  private final Map<String, Object> citizen = Reply.object();
  private final Map<String, Object> sources = Reply.object();

  private ChipReply() {}

  /**
   * The answer.
   *
   * @param reader where the card lies
   * @param card what it said
   * @param qr the code that is printed on it, if it was shown too
   */
  static Reply of(String reader, ChipRecord card, Optional<CitizenQr> qr) {
    ChipReply reply = new ChipReply();
    reply.zone(card.mrz());
    card.national().ifPresent(reply::national);
    Map<String, Object> json = Reply.object();
    json.put("reader", reader);
    json.put("citizen", reply.citizen);
    json.put("sources", reply.sources);
    json.put("trust", card.trust().trust().name());
    json.put("reasons", card.trust().codes());
    anchor(card.trust()).ifPresent(anchor -> json.put("anchor", anchor));
    List<String> differences =
        Citizens.of(card, qr).map(who -> who.differences()).orElse(List.of());
    json.put("differences", differences);
    card.face()
        .ifPresent(face -> {
          Map<String, Object> picture = Reply.object();
          picture.put("format", face.format().name());
          picture.put("width", face.width());
          picture.put("height", face.height());
          picture.put("bytes", face.bytes().length);
          json.put("face", picture);
        });
    json.put("access", card.cost().access());
    json.put("apdus", card.cost().apdus());
    json.put("bytes", card.cost().bytes());
    json.put("milliseconds", card.cost().milliseconds());
    Map<String, Object> steps = Reply.object();
    card.cost().steps().forEach((step, time) -> steps.put(step.name(), time));
    json.put("steps", steps);
    return new Reply(json, reply.text(card, differences));
  }

  private void put(String name, Optional<?> value, String source) {
    value.ifPresent(known -> {
      citizen.put(name, known.toString());
      sources.put(name, source);
    });
  }

  private void zone(Mrz mrz) {
    put("number", Optional.of(mrz.citizenNumber()), "DG1");
    put("name", Optional.of((mrz.surname() + " " + mrz.givenNames()).strip()), "DG1");
    put("birthDate", Optional.of(mrz.birth().map(LocalDate::toString).orElse("")), "DG1");
    put("sex", Optional.of(sex(mrz.sex())), "DG1");
    put("expiryDate", Optional.of(mrz.expiry().map(LocalDate::toString).orElse("")), "DG1");
    put("documentNumber", Optional.of(mrz.documentNumber()), "DG1");
    put("issuingState", Optional.of(mrz.issuingState()), "DG1");
  }

  private void national(NationalData data) {
    put("number", data.number(), "DG13");
    put("name", data.name(), "DG13");
    put("birthDate", data.birth(), "DG13");
    put("sex", data.sex(), "DG13");
    put("nationality", data.nationality(), "DG13");
    put("origin", data.origin(), "DG13");
    put("residence", data.residence(), "DG13");
    put("marks", data.marks(), "DG13");
    put("issueDate", data.issued(), "DG13");
    put("expiry", data.expiry(), "DG13");
    put("oldNumber", data.oldNumber(), "DG13");
    put("father", data.father(), "DG13");
    put("mother", data.mother(), "DG13");
    put("spouse", data.spouse(), "DG13");
    put("ethnicity", data.ethnicity(), "DG13");
    put("religion", data.religion(), "DG13");
  }

  private static String sex(Sex sex) {
    return switch (sex) {
      case MALE -> "Nam";
      case FEMALE -> "Nữ";
      case UNSPECIFIED -> "";
    };
  }

  private static Optional<Map<String, Object>> anchor(TrustVerdict verdict) {
    Anchor anchor =
        switch (verdict) {
          case TrustVerdict.Verified verified -> verified.anchor();
          case TrustVerdict.IssuerVerified verified -> verified.anchor();
          default -> null;
        };
    if (anchor == null) {
      return Optional.empty();
    }
    Map<String, Object> json = Reply.object();
    switch (anchor) {
      case Anchor.Official official -> {
        json.put("kind", "official");
        json.put("id", official.id());
        json.put("subject", official.subject());
      }
      case Anchor.Enrolled enrolled -> {
        json.put("kind", "enrolled");
        json.put("id", enrolled.id());
        json.put("enrolled", enrolled.enrolled().toString());
      }
    }
    return Optional.of(json);
  }

  private String text(ChipRecord card, List<String> differences) {
    StringBuilder text = new StringBuilder();
    citizen.forEach((name, value) -> {
      if (!value.equals("")) {
        text.append(name).append(": ").append(value);
        text.append(" (").append(sources.get(name)).append(")\n");
      }
    });
    text.append(card.trust().trust()).append(' ').append(card.trust().codes()).append('\n');
    if (!differences.isEmpty()) {
      text.append("differs: ").append(differences).append('\n');
    }
    card.face().ifPresent(face -> text.append(face).append('\n'));
    text.append(card.cost().apdus()).append(" APDUs, ");
    text.append(card.cost().milliseconds()).append(" ms ").append(card.cost().steps());
    return text.append(", ").append(card.cost().access()).toString();
  }
}
