package vn.motcua.kiosk.forms.print;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.OptionalInt;
import vn.motcua.scanner.FaultException;

/**
 * An ESC/POS receipt printer at a raw TCP port (usually 9100) or a device file. It has no job ids:
 * whether a print that was cut off came out is for a person to see.
 */
public final class ReceiptPrinter implements Printer {
  private static final int CONNECT_MILLISECONDS = 5000;
  private static final int STATUS_MILLISECONDS = 1000;

  /** DLE EOT 1, bit 3: off line. */
  private static final int OFFLINE = 0x08;

  /** DLE EOT 4, bits 5 and 6: no paper. */
  private static final int NO_PAPER = 0x60;

  /** In every status byte bits 1 and 4 are set, bits 0 and 7 are not. */
  private static final int FIXED = 0x93;

  private static final int FIXED_VALUE = 0x12;

  private final String name;
  private final Optional<InetSocketAddress> address;
  private final Optional<Path> device;
  private final int dots;

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
   * @param dots of its print head, see {@link EscPos#of}
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
    byte[] bytes;
    try {
      bytes = EscPos.of(pdf, dots);
    } catch (IOException spoiled) {
      throw new FaultException(new PrintFault.Refused(), spoiled);
    }
    if (address.isPresent()) {
      overNetwork(address.get(), bytes);
    } else {
      toDevice(device.orElseThrow(), bytes);
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

  private static void overNetwork(InetSocketAddress where, byte[] bytes) throws FaultException {
    boolean begun = false;
    try (Socket socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(where.getHostString(), where.getPort()), CONNECT_MILLISECONDS);
      socket.setSoTimeout(STATUS_MILLISECONDS);
      OutputStream out = socket.getOutputStream();
      InputStream in = socket.getInputStream();
      if ((status(out, in, 1) & OFFLINE) != 0) {
        // Without paper it is off line too; say what a person can mend.
        throw new FaultException(
            (status(out, in, 4) & NO_PAPER) != 0
                ? new PrintFault.NoPaper()
                : new PrintFault.Offline());
      }
      if ((status(out, in, 4) & NO_PAPER) != 0) {
        throw new FaultException(new PrintFault.NoPaper());
      }
      begun = true;
      out.write(bytes);
      out.flush();
      socket.shutdownOutput();
      // The printer closes when it has taken everything; some never do.
      drain(in);
    } catch (IOException broken) {
      throw new FaultException(begun ? new PrintFault.Unsure() : new PrintFault.Offline(), broken);
    }
  }

  /** The status byte; 0 from a printer that does not answer, as many cheap ones. */
  private static int status(OutputStream out, InputStream in, int which) throws IOException {
    out.write(new byte[] {0x10, 0x04, (byte) which});
    out.flush();
    try {
      int status = in.read();
      return status >= 0 && (status & FIXED) == FIXED_VALUE ? status : 0;
    } catch (SocketTimeoutException silent) {
      return 0;
    }
  }

  private static void drain(InputStream in) throws IOException {
    try {
      int left = 1000;
      while (left-- > 0 && in.read() >= 0) {
        // whatever it still says
      }
    } catch (SocketTimeoutException open) {
      // It keeps the line open; all was handed to the network.
    }
  }

  private static void toDevice(Path device, byte[] bytes) throws FaultException {
    OutputStream out;
    try {
      out = Files.newOutputStream(device, StandardOpenOption.WRITE);
    } catch (IOException absent) {
      throw new FaultException(new PrintFault.Offline(), absent);
    }
    try (out) {
      out.write(bytes);
    } catch (IOException broken) {
      throw new FaultException(new PrintFault.Unsure(), broken);
    }
  }
}
