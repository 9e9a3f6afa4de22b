package vn.motcua.kiosk.paper.readback;

import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.motcua.kiosk.paper.ocr.PageText;

/** The proposals of one page, each by itself; what they say of each other comes later. */
final class PageProposals {
  private final Recogniser recogniser;
  private final NameValue names = new NameValue();
  private final NumberValue numbers;
  private final DateValue dates;
  private final CodeValue codes;

  /**
   * @param paper what the page is
   * @param proposals in the order in which they stand on it
   */
  record Result(RecognisedPaper paper, List<Proposal> proposals) {}

  PageProposals(PaperKinds kinds, Clock clock) {
    recogniser = new Recogniser(kinds);
    numbers = new NumberValue(new NumberStructure(clock));
    dates = new DateValue(clock);
    codes = new CodeValue(clock);
  }

  Result read(PageText text, int page) {
    List<Row> rows = Rows.of(text);
    Optional<CardZone> zone = CardZone.find(rows);
    Recogniser.Recognised paper = recogniser.recognise(rows, zone.isPresent());
    List<Proposal> proposals = new ArrayList<>();
    labelled(rows, paper, page, proposals);
    byForm(rows, page, proposals);
    zone.ifPresent(found -> ZoneProposals.add(found, page, proposals));
    return new Result(
        new RecognisedPaper(page, paper.kind().id(), paper.kind().name(), paper.confidence()),
        proposals);
  }

  private void labelled(
      List<Row> rows, Recogniser.Recognised paper, int page, List<Proposal> proposals) {
    Region.Page sheet = Region.Page.of(rows, paper.hits());
    String owner = paper.kind().begins();
    double clear = clear(rows);
    Set<String> seen = new HashSet<>();
    for (LabelHit hit : paper.hits()) {
      LabelledField field = hit.field();
      if (!field.opens().isEmpty()) {
        owner = field.opens();
      }
      if (field.kind() == ValueKind.STOP || (field.field().startsWith("*") && owner.isEmpty())) {
        continue;
      }
      String name =
          field.field().startsWith("*") ? owner + field.field().substring(1) : field.field();
      // The same label again, and nobody else named between: the other's own label was not read.
      boolean again = field.field().startsWith("*") && !seen.add(name + field.labels().getFirst());
      Region region = Region.of(sheet, hit);
      for (Reading reading : readings(field, region)) {
        Proposal weighed = Weighing.weigh(name, hit, region, reading, paper, page);
        proposals.add(Weighing.capped(weighed, clear, again));
      }
    }
  }

  /** The mean of what Tesseract thinks of its words, 0 to 1. */
  private static double clear(List<Row> rows) {
    return rows.stream()
        .flatMap(row -> row.tokens().stream())
        .mapToDouble(Token::sure)
        .average()
        .orElse(0);
  }

  private List<Reading> readings(LabelledField field, Region region) {
    List<Token> tokens = region.tokens();
    if (tokens.isEmpty()) {
      return List.of();
    }
    return switch (field.kind()) {
      case NAME -> names.read(tokens);
      case NUMBER -> numbers.read(tokens).stream().toList();
      case DATE -> dates.read(tokens, false).stream().toList();
      case YEAR -> dates.read(tokens, true).stream().toList();
      case CODE -> codes.read(tokens).stream().toList();
      case PHONE -> OtherValues.phone(tokens).stream().toList();
      case ADDRESS -> OtherValues.address(tokens).stream().toList();
      case SEX -> OtherValues.sex(tokens).stream().toList();
      case REGISTER -> OtherValues.register(tokens).stream().toList();
      case STOP -> List.of();
    };
  }

  /** A dossier's code is known by its form wherever it stands. */
  private void byForm(List<Row> rows, int page, List<Proposal> proposals) {
    for (Row row : rows) {
      for (Reading code : codes.find(row.tokens())) {
        boolean known =
            proposals.stream()
                .anyMatch(other ->
                    other.kind() == ValueKind.CODE
                        && other.value().equals(code.value())
                        && Math.abs(other.box().left() - code.box().left()) < 1
                        && Math.abs(other.box().bottom() - code.box().bottom()) < 1);
        if (!known) {
          Set<Reason> why = EnumSet.of(Reason.BY_FORM);
          why.addAll(code.why());
          proposals.add(
              new Proposal(
                  "dossier.code",
                  "Mã hồ sơ",
                  ValueKind.CODE,
                  code.value(),
                  0.98 * code.quality() * Weighing.letters(ValueKind.CODE, code, why),
                  List.copyOf(why),
                  page,
                  code.box()));
        }
      }
    }
  }
}
