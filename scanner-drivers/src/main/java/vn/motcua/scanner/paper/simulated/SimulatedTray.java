package vn.motcua.scanner.paper.simulated;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import vn.motcua.scanner.DeviceState;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.paper.ScanFault;

/** What lies in and on the simulated scanner, and what is wrong with it. */
final class SimulatedTray {
  private final Deque<byte[]> feeder = new ArrayDeque<>();
  private Optional<byte[]> glass = Optional.empty();
  private Optional<ScanFault> fault = Optional.empty();
  private int pagesUntilFault;
  private boolean busy;

  synchronized void load(List<byte[]> pictures) {
    pictures.forEach(picture -> feeder.addLast(picture.clone()));
  }

  synchronized void layOnGlass(byte[] picture) {
    glass = Optional.of(picture.clone());
  }

  synchronized int loaded() {
    return feeder.size();
  }

  synchronized void unload() {
    feeder.clear();
    glass = Optional.empty();
  }

  synchronized void fail(ScanFault wanted, int pages) {
    fault = Optional.of(wanted);
    pagesUntilFault = pages;
  }

  synchronized void clear() {
    fault = Optional.empty();
  }

  synchronized DeviceState state() {
    if (pagesUntilFault == 0 && fault.isPresent()) {
      switch (fault.get()) {
        case ScanFault.Offline offline -> {
          return DeviceState.OFFLINE;
        }
        case ScanFault.Jam jam -> {
          return DeviceState.ATTENTION;
        }
        case ScanFault.CoverOpen open -> {
          return DeviceState.ATTENTION;
        }
        default -> {
          // It shows only while scanning.
        }
      }
    }
    return busy ? DeviceState.BUSY : DeviceState.READY;
  }

  /** Takes the device for a job; false if another has it. */
  synchronized boolean begin() {
    if (busy) {
      return false;
    }
    busy = true;
    return true;
  }

  synchronized void end() {
    busy = false;
  }

  /** The picture on the glass. */
  synchronized byte[] glass() throws FaultException {
    byte[] picture = glass.orElseThrow(() -> new FaultException(new ScanFault.FeederEmpty()));
    return harmed(picture);
  }

  /** The next picture of the feeder; it stays there until {@link #accepted}. */
  synchronized byte[] next() throws FaultException {
    byte[] picture = feeder.peekFirst();
    if (picture == null) {
      failIfDue();
      throw new FaultException(new ScanFault.FeederEmpty());
    }
    return harmed(picture);
  }

  synchronized void accepted(boolean fromGlass) {
    if (!fromGlass) {
      feeder.pollFirst();
    }
    if (pagesUntilFault > 0) {
      pagesUntilFault--;
    }
  }

  private byte[] harmed(byte[] picture) throws FaultException {
    if (due() && fault.orElseThrow() instanceof ScanFault.BadImage) {
      fault = Optional.empty();
      return Arrays.copyOf(picture, picture.length / 2);
    }
    failIfDue();
    return picture;
  }

  private boolean due() {
    return fault.isPresent() && pagesUntilFault == 0;
  }

  private void failIfDue() throws FaultException {
    if (!due()) {
      return;
    }
    ScanFault now = fault.orElseThrow();
    if (now instanceof ScanFault.DoubleFeed || now instanceof ScanFault.LostMidPage) {
      fault = Optional.empty();
    }
    throw new FaultException(now);
  }
}
