package vn.motcua.scanner.chip;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import vn.motcua.scanner.chip.simulated.VirtualCard;

/** A card that notices that the service behind the reader has asked for it. */
final class AskedCard implements VirtualCard {
  private final VirtualCard card;
  private final CountDownLatch asked = new CountDownLatch(1);

  AskedCard(VirtualCard card) {
    this.card = card;
  }

  /** Whether it is asked before that time is over. */
  boolean within(Duration time) throws InterruptedException {
    return asked.await(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public byte[] atr() {
    asked.countDown();
    return card.atr();
  }

  @Override
  public void reset() {
    card.reset();
  }

  @Override
  public byte[] process(byte[] command) {
    return card.process(command);
  }

  @Override
  public void removed() {
    card.removed();
  }
}
