package vn.motcua.kiosk.forms.print;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import vn.motcua.scanner.FaultException;

/**
 * An ESC/POS receipt printer at a raw TCP port (usually 9100) or a device file. It has no job ids:
 * whether a print that was cut off came out is for a person to see. What is left of it is thrown
 * out of the printer's memory, at once or before the next print; one behind a device file, or one
 * that knows no such command, has to be switched off and on before it gets new paper.
 */
public final class ReceiptPrinter implements Printer {
  private final String name;
  private final Optional<InetSocketAddress> address;
  private final Optional<Path> device;
  private final int dots;

  /** A print broke off: some of it may still lie in the printer's memory. */
  private volatile boolean left;

  private ReceiptPrinter(
      String name, Optional<InetSocketAddress> address, Optional<Path> device, int dots) {
    this.name = name;
    this.address = address;
    this.device = device;
    this.dots = dots;
  }

  /**
   * One in the network.
   *
   * @param dots of its print head, see {@link EscPos#pieces}
   */
  public static ReceiptPrinter at(String host, int port, int dots) {
    return new ReceiptPrinter(
        host + ":" + port,
        Optional.of(InetSocketAddress.createUnresolved(host, port)),
        Optional.empty(),
        dots);
  }

  /** One behind a device file, for example {@code /dev/usb/lp0}; on Windows a share's name. */
  public static ReceiptPrinter behind(Path device, int dots) {
    return new ReceiptPrinter(device.toString(), Optional.empty(), Optional.of(device), dots);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public OptionalInt open(String token) {
    return OptionalInt.empty();
  }

  @Override
  public void send(OptionalInt job, Path pdf) throws FaultException {
    List<byte[]> pieces;
    try {
      pieces = EscPos.pieces(pdf, dots);
    } catch (IOException spoiled) {
      throw new FaultException(new PrintFault.Refused(), spoiled);
    }
    if (address.isPresent()) {
      overNetwork(address.get(), pieces);
    } else {
      toDevice(device.orElseThrow(), pieces);
    }
  }

  @Override
  public Progress progress(int job) {
    return Progress.UNKNOWN;
  }

  @Override
  public void cancel(int job) {
    // What was sent is being printed.
  }

  /** Throws away what an earlier run of the program may have left in the printer's memory. */
  @Override
  public void forgetAll() throws FaultException {
    if (address.isPresent()) {
      try (ReceiptLine line = ReceiptLine.to(address.get())) {
        line.discardAndLeave();
        left = false;
      } catch (IOException broken) {
        throw new FaultException(new PrintFault.Offline(), broken);
      }
    }
  }

  private void overNetwork(InetSocketAddress where, List<byte[]> pieces) throws FaultException {
    boolean begun = false;
    try (ReceiptLine line = ReceiptLine.to(where)) {
      if (left) {
        line.discard();
        left = false;
      }
      boolean answers = line.ready();
      begun = true;
      line.print(pieces, answers);
    } catch (IOException broken) {
      left |= begun;
      throw new FaultException(begun ? new PrintFault.Unsure() : new PrintFault.Offline(), broken);
    }
  }

  private static void toDevice(Path device, List<byte[]> pieces) throws FaultException {
    OutputStream out;
    try {
      out = Files.newOutputStream(device, StandardOpenOption.WRITE);
    } catch (IOException absent) {
      throw new FaultException(new PrintFault.Offline(), absent);
    }
    try (out) {
      for (byte[] piece : pieces) {
        out.write(piece);
      }
    } catch (IOException broken) {
      throw new FaultException(new PrintFault.Unsure(), broken);
    }
  }
}
