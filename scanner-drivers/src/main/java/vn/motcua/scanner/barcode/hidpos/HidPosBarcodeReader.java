package vn.motcua.scanner.barcode.hidpos;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Consumer;
import vn.motcua.scanner.DeviceState;
import vn.motcua.scanner.barcode.BarcodeEvent;
import vn.motcua.scanner.barcode.BarcodeFault;
import vn.motcua.scanner.barcode.BarcodeListeners;
import vn.motcua.scanner.barcode.BarcodeReader;
import vn.motcua.scanner.barcode.DeviceLoop;
import vn.motcua.scanner.barcode.ScanGate;

/**
 * A reader in HID-POS mode. The AIM identifier that it sends beside the text is not part of the
 * text. It has one thread of its own.
 */
public final class HidPosBarcodeReader implements BarcodeReader {
  private static final Duration IDLE = Duration.ofMillis(250);

  /** Reports of one code follow each other within milliseconds. */
  private static final Duration UNFINISHED = Duration.ofMillis(500);

  private final String id;
  private final ScanGate gate;
  private final BarcodeListeners listeners = new BarcodeListeners();
  private final DeviceLoop loop;

  /** Starts reading. A device that is not there yet is waited for. */
  public HidPosBarcodeReader(HidPosSettings settings) {
    this(settings, HidPosDevices::open);
  }

  HidPosBarcodeReader(HidPosSettings settings, HidOpener opener) {
    this.id = "hidpos:" + settings.path().orElse("any");
    this.gate = new ScanGate(id);
    this.loop = new DeviceLoop(id, settings.retry(), () -> session(opener.open(settings)));
    loop.start();
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String driver() {
    return "hidpos";
  }

  @Override
  public DeviceState state() {
    return loop.state();
  }

  @Override
  public Runnable listen(Consumer<BarcodeEvent> listener) {
    return listeners.add(listener);
  }

  /** Stops reading and gives the device back before it returns. */
  @Override
  public void close() {
    loop.close();
  }

  private Session session(HidLine line) throws IOException {
    try {
      return new Session(line, ReportLayouts.read(line.descriptor()));
    } catch (IOException | RuntimeException e) {
      line.close();
      throw e;
    }
  }

  /** An open device and the code that comes from it. */
  private final class Session implements DeviceLoop.Session {
    private final HidLine line;
    private final ReportLayouts layouts;
    private final ReportAssembler assembler;
    private final byte[] buffer;
    private byte[] pending = new byte[0];

    Session(HidLine line, ReportLayouts layouts) {
      this.line = line;
      this.layouts = layouts;
      this.assembler = new ReportAssembler(layouts);
      this.buffer = new byte[layouts.longest()];
    }

    @Override
    public void step() throws IOException {
      int got = line.read(buffer, assembler.waiting() || pending.length > 0 ? UNFINISHED : IDLE);
      if (got == 0) {
        pending = new byte[0];
        assembler.silence().ifPresent(this::deliver);
      } else if (line.isStream()) {
        cut(got);
      } else {
        assembler.feed(Arrays.copyOf(buffer, got)).ifPresent(this::deliver);
      }
    }

    /** A pipe knows no ends of reports: they are as long as the descriptor says. */
    private void cut(int got) {
      byte[] bytes = Arrays.copyOf(pending, pending.length + got);
      System.arraycopy(buffer, 0, bytes, pending.length, got);
      int at = 0;
      while (at < bytes.length) {
        byte[] rest = Arrays.copyOfRange(bytes, at, bytes.length);
        int length = layouts.of(rest).map(ReportLayout::bytes).orElse(rest.length);
        if (length > rest.length) {
          break;
        }
        assembler.feed(Arrays.copyOf(rest, length)).ifPresent(this::deliver);
        at += Math.max(1, length);
      }
      pending = Arrays.copyOfRange(bytes, Math.min(at, bytes.length), bytes.length);
    }

    private void deliver(ReportAssembler.Piece piece) {
      listeners.tell(
          switch (piece) {
            case ReportAssembler.Piece.Code(byte[] bytes) -> gate.accept(bytes);
            case ReportAssembler.Piece.TooLong none ->
                new BarcodeEvent.Refused(id, new BarcodeFault.TooLong());
            case ReportAssembler.Piece.Unfinished none ->
                new BarcodeEvent.Refused(id, new BarcodeFault.NotText());
          });
    }

    @Override
    public void close() {
      line.close();
    }
  }
}
