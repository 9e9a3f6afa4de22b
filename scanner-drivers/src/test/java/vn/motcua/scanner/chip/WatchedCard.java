package vn.motcua.scanner.chip;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.motcua.scanner.chip.simulated.VirtualCard;

/** A card that counts, on its own side, what it is asked, and may refuse a key in its own words. */
final class WatchedCard implements VirtualCard {
  private final VirtualCard card;
  private final List<String> log = new ArrayList<>();
  private Optional<Integer> refusal = Optional.empty();
  private int reference;

  WatchedCard(VirtualCard card) {
    this.card = card;
  }

  /** Answers a wrong key with that status word from now on. */
  WatchedCard refusingWith(int status) {
    refusal = Optional.of(status);
    return this;
  }

  @Override
  public byte[] atr() {
    return card.atr();
  }

  @Override
  public synchronized void reset() {
    log.add("reset");
    card.reset();
  }

  @Override
  public byte[] process(byte[] command) {
    synchronized (this) {
      if (command[1] == 0x22 && (command[2] & 0xFF) == 0xC1) {
        // MSE:Set AT ends with 83 01 <password> 84 01 <domain parameters>, or without the latter.
        for (int i = 5; i + 2 < command.length; i++) {
          if ((command[i] & 0xFF) == 0x83 && command[i + 1] == 1) {
            reference = command[i + 2];
          }
        }
      }
    }
    byte[] answer = card.process(command);
    boolean lastOfPace =
        command[1] == (byte) 0x86 && command.length > 7 && command[7] == (byte) 0x85;
    boolean lastOfBac = command[1] == (byte) 0x82;
    synchronized (this) {
      if (lastOfPace || lastOfBac) {
        log.add(lastOfBac ? "BAC" : reference == 2 ? "PACE-CAN" : "PACE-MRZ");
        if (refusal.isPresent() && answer.length == 2) {
          answer = Cards.status(refusal.get());
        }
      } else {
        log.add("command");
      }
    }
    return answer;
  }

  /** How often that was asked: {@code PACE-CAN}, {@code PACE-MRZ}, {@code BAC}. */
  synchronized int tries(String way) {
    return (int) log.stream().filter(way::equals).count();
  }

  /** All commands so far. */
  synchronized int commands() {
    return (int) log.stream().filter(entry -> !entry.equals("reset")).count();
  }

  /** Whether it was reset after the last command. */
  synchronized boolean lastWasReset() {
    return log.isEmpty() || log.getLast().equals("reset");
  }
}
