package vn.motcua.scanner.chip;

/**
 * A slot for one reading: it connects only to the card that lay there when the reading began. A
 * card that is swapped between two attempts ends the reading, and never gets the other one's key.
 */
final class OneCardSlot implements CardSlot {
  private final CardSlot inner;
  private CardPresence began;

  /**
   * @param began what the last look before the reading showed
   */
  OneCardSlot(CardSlot inner, CardPresence began) {
    this.inner = inner;
    this.began = began;
  }

  @Override
  public String name() {
    return inner.name();
  }

  @Override
  public boolean cardPresent() throws LinkException {
    return inner.cardPresent();
  }

  @Override
  public CardPresence look() throws LinkException {
    return inner.look();
  }

  @Override
  public CardConnection connect() throws LinkException {
    CardPresence now = inner.look();
    if (began.card() && (!now.card() || now.changes() != began.changes())) {
      throw new LinkException(LinkException.Why.REMOVED);
    }
    if (now.card()) {
      began = now;
    }
    return inner.connect();
  }
}
