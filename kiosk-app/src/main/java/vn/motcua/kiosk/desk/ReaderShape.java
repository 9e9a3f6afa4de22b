package vn.motcua.kiosk.desk;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** How a card meets its reader; what a terminal draws for people. */
public enum ReaderShape {
  /** The card is laid on it. */
  PAD,
  /** The card is pushed in, chip first. */
  SLOT;

  /** What PC/SC names of contactless readers carry: proximity card, contactless, near field. */
  private static final List<String> WITHOUT_CONTACT =
      List.of("picc", "contactless", "nfc", "rfid", "cl reader", " cl ", "-cl", "cl ");

  /** And those of readers with contacts: integrated circuit card, contact. */
  private static final List<String> WITH_CONTACTS =
      List.of(" icc", "contact", "slot", "acr38", "acr39", "smart terminal", "smartcard reader");

  /**
   * What the names of the connected readers let one suppose: a pad, unless all of them have
   * contacts. A reader of both kinds shows itself as two; its pad is easier for people.
   */
  static ReaderShape of(Collection<String> names) {
    return !names.isEmpty() && names.stream().allMatch(ReaderShape::hasContacts) ? SLOT : PAD;
  }

  private static boolean hasContacts(String name) {
    String low = " " + name.toLowerCase(Locale.ROOT) + " ";
    return WITHOUT_CONTACT.stream().noneMatch(low::contains)
        && WITH_CONTACTS.stream().anyMatch(low::contains);
  }
}
