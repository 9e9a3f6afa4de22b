package vn.motcua.scanner.barcode.serial;

import com.fazecast.jSerialComm.SerialPort;
import java.io.IOException;
import java.time.Duration;

/** A line that jSerialComm opened. */
final class PortLine implements SerialLine {
  private final SerialPort port;

  private PortLine(SerialPort port) {
    this.port = port;
  }

  static SerialLine open(SerialPort port, SerialSettings settings) throws IOException {
    port.setComPortParameters(settings.baud(), 8, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
    port.setFlowControl(SerialPort.FLOW_CONTROL_DISABLED);
    if (!port.openPort(0)) {
      throw new IOException(
          settings.path() + " cannot be opened: error " + port.getLastErrorCode());
    }
    return new PortLine(port);
  }

  @Override
  public int read(byte[] target, Duration patience) throws IOException {
    port.setComPortTimeouts(
        SerialPort.TIMEOUT_READ_SEMI_BLOCKING, (int) Math.max(1, patience.toMillis()), 0);
    int got = port.readBytes(target, target.length);
    if (got < 0 || !port.isOpen()) {
      throw new IOException("the serial device is gone");
    }
    return got;
  }

  @Override
  public void close() {
    port.closePort();
  }
}
