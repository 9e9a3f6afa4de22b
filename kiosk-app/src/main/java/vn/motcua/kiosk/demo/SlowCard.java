package vn.motcua.kiosk.demo;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import vn.motcua.scanner.chip.simulated.VirtualCard;

/** A card through a slow radio link: every exchange takes a while. */
final class SlowCard implements VirtualCard {
  private final VirtualCard card;
  private final Duration exchange;

  SlowCard(VirtualCard card, Duration exchange) {
    this.card = card;
    this.exchange = exchange;
  }

  @Override
  public byte[] atr() {
    return card.atr();
  }

  @Override
  public void reset() {
    card.reset();
  }

  @Override
  public byte[] process(byte[] command) {
    long until = System.nanoTime() + exchange.toNanos();
    byte[] answer = card.process(command);
    for (long left = until - System.nanoTime(); left > 0; left = until - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
    return answer;
  }

  @Override
  public void removed() {
    card.removed();
  }
}
