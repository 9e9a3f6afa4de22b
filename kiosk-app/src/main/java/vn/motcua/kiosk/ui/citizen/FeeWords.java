package vn.motcua.kiosk.ui.citizen;

import java.util.List;
import java.util.stream.Collectors;
import vn.motcua.kiosk.desk.FeeQuote;
import vn.motcua.kiosk.desk.FeeState;
import vn.motcua.kiosk.ui.kit.Texts;
import vn.motcua.kiosk.ui.kit.Tone;

/**
 * The fee in words.
 *
 * @param amount in đồng, as people write it
 * @param state paid, to be paid, waited for
 * @param todo what the person does now
 * @param reliefs one sentence; empty without any
 * @param tone says the same as the state
 */
public record FeeWords(String amount, String state, String todo, String reliefs, Tone tone) {
  /** The words for {@code fee}, said to {@code visitor}. */
  public static FeeWords of(FeeState fee, Visitor visitor, Texts texts) {
    boolean code = fee.vietQr().isPresent();
    return new FeeWords(
        Answer.money(fee.amount(), texts),
        texts.get("fee." + fee.kind()),
        texts.get("fee." + fee.kind() + (code ? ".code" : ".do"), visitor.salutation()),
        reliefs(fee.reliefs(), texts),
        switch (fee.kind()) {
          case PAID -> Tone.OK;
          case UNPAID, AWAITED -> Tone.WAIT;
          case NONE -> Tone.MUTED;
        });
  }

  /** What a ground tells of a person's people, health or purse is nobody's business here. */
  private static String reliefs(List<FeeQuote.Granted> reliefs, Texts texts) {
    if (reliefs.isEmpty()) {
      return "";
    }
    return texts.get(
        "fee.relief",
        reliefs.stream()
            .map(each ->
                texts.get(
                    "fee.relief.one",
                    each.percent(),
                    switch (each.ground()) {
                      case ELDERLY, CHILD, MERITED, LEVEL_2_EID ->
                          texts.get("fee.ground." + each.ground());
                      case DISABLED, ETHNIC_MINORITY, POOR -> texts.get("fee.ground.law");
                    }))
            .collect(Collectors.joining(", ")));
  }
}
