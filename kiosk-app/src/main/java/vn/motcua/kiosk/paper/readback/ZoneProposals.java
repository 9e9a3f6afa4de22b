package vn.motcua.kiosk.paper.readback;

import java.util.List;

/** What the zone on a card's back proposes. */
final class ZoneProposals {
  /** Check digits catch nine of ten errors each; four of them, and the number written twice. */
  private static final double PROVED = 0.98;

  private static final double FAILED = 0.3;

  /** No check digit covers the name, and its marks are missing. */
  private static final double NAME = 0.45;

  private ZoneProposals() {}

  static void add(CardZone zone, int page, List<Proposal> proposals) {
    double sure = zone.agrees() ? PROVED : FAILED;
    Reason why = zone.agrees() ? Reason.CHECK_DIGITS_AGREE : Reason.CHECK_DIGITS_FAIL;
    Box box = box(zone.tokens());
    proposals.add(
        proposal("holder.number", "Số", ValueKind.NUMBER, zone.number(), sure, why, page, box));
    proposals.add(
        proposal(
            "holder.birth",
            "Ngày sinh",
            ValueKind.DATE,
            zone.birth().toString(),
            sure,
            why,
            page,
            box));
    if (!zone.sex().isEmpty()) {
      proposals.add(
          proposal("holder.sex", "Giới tính", ValueKind.SEX, zone.sex(), sure, why, page, box));
    }
    zone.expires()
        .ifPresent(last ->
            proposals.add(
                proposal(
                    "card.expires",
                    "Có giá trị đến",
                    ValueKind.DATE,
                    last.toString(),
                    sure,
                    why,
                    page,
                    box)));
    if (!zone.name().isEmpty()) {
      proposals.add(
          proposal(
              "holder.name",
              "Họ và tên",
              ValueKind.NAME,
              zone.name(),
              NAME,
              Reason.NO_DIACRITICS,
              page,
              box(zone.nameTokens())));
    }
  }

  private static Proposal proposal(
      String field,
      String label,
      ValueKind kind,
      String value,
      double sure,
      Reason why,
      int page,
      Box box) {
    return new Proposal(field, label, kind, value, sure, List.of(why), page, box);
  }

  private static Box box(List<Token> tokens) {
    return tokens.stream().map(Token::box).reduce(Box::and).orElseThrow();
  }
}
