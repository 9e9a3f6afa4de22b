package vn.motcua.kiosk.ui.citizen.queue;

import java.util.Locale;
import java.util.stream.Collectors;
import vn.motcua.kiosk.dossier.Ticket;
import vn.motcua.kiosk.ui.kit.Texts;

/** "Mời số A 0 1 2 đến quầy 2": digit by digit, as numbers are called out. */
public final class CallWords {
  private CallWords() {}

  /** The label with a blank between its letters. */
  public static String spelled(Ticket ticket) {
    return ticket.label().chars().mapToObj(Character::toString).collect(Collectors.joining(" "));
  }

  /** What is called out in that language. */
  public static String spoken(Ticket ticket, Texts texts, Locale language) {
    return texts.in(
        language, () -> texts.get("queue.call.spoken", spelled(ticket), ticket.counter()));
  }
}
